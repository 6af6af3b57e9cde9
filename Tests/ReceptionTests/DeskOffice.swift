import Foundation
import Reception
import Testing

/// The office of `Tests/Vectors/desk-office.json` to read lines with: the words of the Pays de Sommières, 14 July 2026 at 16:00.
struct DeskOffice: Decodable {
    let timeZone: String
    let now: Instant
    let vocabulary: Vocabulary

    enum CodingKeys: String, CodingKey {
        case now, vocabulary
        case timeZone = "time_zone"
    }

    static let vectors = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors").standardized

    static func vector(_ name: String) throws -> Data { try Data(contentsOf: vectors.appending(path: name)) }

    static let context: DeskLine.Context = {
        do {
            let office = try JSONDecoder().decode(DeskOffice.self, from: vector("desk-office.json"))
            let clock = try #require(
                OfficeClock(
                    timeZone: office.timeZone, from: office.now.subtracting(months: 24),
                    to: office.now.subtracting(months: -24)))
            return DeskLine.Context(vocabulary: office.vocabulary, clock: clock, now: office.now)
        } catch {
            fatalError("desk-office.json: \(error)")
        }
    }()

    static var vocabulary: Vocabulary { context.vocabulary }
    static var clock: OfficeClock { context.clock }
    static var now: Instant { context.now }

    static func read(_ line: String, at now: Instant = now) -> DeskLine {
        var context = context
        context.now = now
        return DeskLine(reading: line, in: context)
    }

    /// What a line says, as it is echoed.
    static func words(_ line: String, in language: MessageLanguage = .french) -> String {
        let read = read(line)
        return DeskLine.words(
            read.contact, at: read.saysWhen ? read.at : nil, vocabulary: vocabulary, clock: clock, now: now,
            in: language)
    }
}
