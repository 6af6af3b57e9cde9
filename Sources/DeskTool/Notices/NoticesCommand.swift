import ArgumentParser
import Foundation
import Reception
import Terminal

struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: say("Montre les avis en cours et à venir.", "Shows the notices under way and to come."))

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let notices = try counter.noticesToCome()
            if json {
                try printJSON(notices)
            } else if notices.isEmpty {
                print(say("Aucun avis.", "No notice."))
            } else {
                let sheet = NoticeSheet(clock: counter.clock, now: now)
                for notice in notices { print(sheet.line(notice, among: notices)) }
            }
        }
    }

    private func printJSON(_ notices: [Notice]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(notices.map(Row.init)), as: UTF8.self))
    }

    private struct Row: Encodable {
        let id: String
        let level: String
        let hazard: String?
        let texts: [String: String]
        let places: [String]
        let startsAt: String
        let endsAt: String
        let at: String
        let supersedes: String?

        init(_ notice: Notice) {
            id = notice.id.description
            level = notice.level.rawValue
            hazard = notice.hazard?.rawValue
            texts = Dictionary(uniqueKeysWithValues: notice.texts.map { ($0.key.rawValue, $0.value) })
            places = notice.places
            startsAt = notice.startsAt.description
            endsAt = notice.endsAt.description
            at = notice.at.description
            supersedes = notice.supersedes?.description
        }
    }
}
