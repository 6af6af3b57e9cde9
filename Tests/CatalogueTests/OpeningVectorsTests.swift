import Catalogue
import Foundation
import Testing
import Reception

/// The examples that the Swift and the JavaScript implementations share.
struct OpeningVector: Decodable, CustomTestStringConvertible {
    struct APIOpening: Decodable {
        struct Period: Decodable {
            var from: String?
            var to: String?
            var days: [Int]?
            var hours: [[Int]]?
            var by_appointment: Bool?
        }

        var kind: String
        var known_until: String?
        var periods: [Period]?
        var closed: [String]?
        var last_entry_min: Int?
    }

    var name: String
    var opening: APIOpening
    var at: String
    var expect: [String: String]

    var testDescription: String { name }

    static let all: [OpeningVector] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/opening.json")
        // None when the file is broken: the count below then fails.
        return (try? JSONDecoder().decode([OpeningVector].self, from: Data(contentsOf: file))) ?? []
    }()

    func decoded() throws -> Opening {
        let periods = try (opening.periods ?? []).map { period in
            OpeningPeriod(
                from: try period.from.map { try #require(OpeningPeriod.Bound($0)) },
                to: try period.to.map { try #require(OpeningPeriod.Bound($0)) },
                days: period.days,
                hours: try (period.hours ?? []).map { try #require(HourRange(start: $0[0], end: $0[1])) },
                byAppointment: period.by_appointment ?? false)
        }
        return Opening(
            kind: try #require(Opening.Kind(rawValue: opening.kind)),
            knownUntil: try opening.known_until.map { try #require(OfficeDay($0)) }, periods: periods,
            closed: try (opening.closed ?? []).map { try #require(OfficeDay($0)) }, lastEntry: opening.last_entry_min)
    }
}

extension OpeningStatus {
    /// As the vectors write it.
    var vector: [String: String] {
        switch self {
        case .always: ["status": "always"]
        case .unknown: ["status": "unknown"]
        case .byAppointment: ["status": "by-appointment"]
        case .open(let until, let lastEntry):
            ["status": "open", "until": until.description].merging(
                lastEntry.map { ["last_entry": $0.description] } ?? [:]
            ) { $1 }
        case .outOfDate: ["status": "out-of-date"]
        case .opens(let at): ["status": "opens", "at": at.description]
        case .closed(let next): ["status": "closed"].merging(next.map { ["next": $0.description] } ?? [:]) { $1 }
        case .outOfSeason(let next):
            ["status": "out-of-season"].merging(next.map { ["next": $0.description] } ?? [:]) { $1 }
        }
    }
}

@Test(arguments: OpeningVector.all)
func `the status of the moment is the one agreed upon`(vector: OpeningVector) throws {
    let moment = try #require(LocalMoment(vector.at))
    let status = try vector.decoded().status(on: moment.date, minute: moment.minute)
    #expect(status.vector == vector.expect)
}

@Test func `there are examples enough of every status`() {
    let statuses = Dictionary(grouping: OpeningVector.all) { $0.expect["status"] ?? "" }.mapValues(\.count)
    #expect(OpeningVector.all.count >= 60)
    #expect(
        Set(statuses.keys) == [
            "always", "unknown", "by-appointment", "open", "out-of-date", "opens", "closed", "out-of-season",
        ])
}

@Test(arguments: 0..<200)
func `a status never contradicts the hours of the day`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let opening = random.opening()
    let start = OfficeDay("2026-01-01")!
    for _ in 0..<50 {
        let day = start.adding(days: Int.random(in: 0..<500, using: &random))
        let minute = Int.random(in: 0..<1440, using: &random)
        let today = opening.hours(on: day)
        let spilled = opening.hours(on: day.adding(days: -1)).contains { $0.end > minute + 1440 }
        let isInside = today.contains { $0.start <= minute && minute < $0.end } || spilled
        let now = LocalMoment(date: day, minute: minute)
        switch opening.status(on: day, minute: minute) {
        case .open(let until, let lastEntry):
            #expect(isInside)
            #expect(until > now)
            if let lastEntry { #expect(lastEntry > now && lastEntry < until) }
        case .opens(let at):
            #expect(!isInside && at > now && at.date == day)
            #expect(today.contains { $0.start == at.minute })
        case .closed(let next), .outOfSeason(let next):
            #expect(!isInside && today.allSatisfy { $0.start < minute })
            if let next {
                #expect(next.date > day && opening.hours(on: next.date).first?.start == next.minute)
                let between = (1..<(next.date.daysSince1970 - day.daysSince1970)).map { day.adding(days: $0) }
                #expect(between.allSatisfy { opening.hours(on: $0).isEmpty })
            }
        case .outOfDate: #expect(!isInside && day > opening.knownUntil!)
        case .byAppointment: #expect(!isInside && today.allSatisfy { $0.start <= minute })
        case .always, .unknown: Issue.record("an opening with periods is neither")
        }
    }
}

/// A small generator with a seed, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func opening() -> Opening {
        let newYear2026 = 20_454
        let start = OfficeDay(daysSince1970: newYear2026)
        let periods = (0..<Int.random(in: 1...3, using: &self)).map { _ in
            let first = start.adding(days: Int.random(in: 0..<300, using: &self))
            let last = first.adding(days: Int.random(in: 0..<200, using: &self))
            let yearly = Bool.random(using: &self)
            func bound(_ date: OfficeDay) -> OpeningPeriod.Bound {
                yearly ? .everyYear(month: date.parts.month, day: date.parts.day) : .date(date)
            }
            let hours = (0..<Int.random(in: 1...3, using: &self)).compactMap { _ in
                HourRange(start: Int.random(in: 0..<1440, using: &self), end: Int.random(in: 1..<2800, using: &self))
            }
            return OpeningPeriod(
                from: bound(first), to: bound(last),
                days: Bool.random(using: &self)
                    ? Array(Set((0..<4).map { _ in Int.random(in: 1...7, using: &self) })) : nil,
                hours: hours, byAppointment: Int.random(in: 0..<4, using: &self) == 0)
        }
        let closed = (0..<5).map { _ in start.adding(days: Int.random(in: 0..<500, using: &self)) }
        return Opening(
            kind: .periods, knownUntil: start.adding(days: Int.random(in: 200..<500, using: &self)), periods: periods,
            closed: closed, lastEntry: Bool.random(using: &self) ? 30 : nil)
    }
}
