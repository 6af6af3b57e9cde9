import Foundation
import GRDB
import Reception
import Testing

@testable import Register

/// A small month at the desk that anybody can count along.
@Suite struct AnswerStoryTests {
    /// 2026-07-31
    static let today = OfficeDay(daysSince1970: 20_665)
    static let setting = StatisticsSetting(
        origins: Origins(apart: ["30", "34"], region: ["30", "34", "48"], regionName: "Occitanie"), zone: .c)

    /// A fact at an hour of the office's clock.
    static func fact(
        _ content: DeskFact.Content, _ day: String, _ hour: Int = 10, in register: Register, id: FactID? = nil
    ) throws -> DeskFact {
        let at = register.clock.instant(day: try #require(OfficeDay(day)), minute: hour * 60 + 5)
        return DeskFact(id: id ?? FactID(bornAt: at), at: at, entry: .late, desk: "comptoir", content: content)
    }

    static func visit(
        _ country: String?, _ people: Int?, _ departement: String? = nil, postcode: String? = nil,
        channel: Contact.Channel = .counter, sampleOf: FactID? = nil, _ change: (inout Contact) -> Void = { _ in }
    ) -> DeskFact.Content {
        var contact = Contact(channel: channel)
        (contact.country, contact.departement, contact.postcode) = (country, departement, postcode)
        if let people { (contact.adults, contact.children) = (people, 0) }
        change(&contact)
        return .visit(Visit(contact: contact, sampleOf: sampleOf))
    }

    /// Three days of July and two of the July before.
    private func recorded(_ body: (Register) throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try register.remember(
                languages: [.french],
                vocabulary: Vocabulary(communes: [.init(name: "Sommières", postcode: "30250")]),
                till: TillSetting(seller: .init(name: "Office")), statistics: Self.setting)
            var facts: [DeskFact] = []
            func add(_ content: DeskFact.Content, _ day: String, _ hour: Int = 10) throws {
                facts.append(try Self.fact(content, day, hour, in: register))
            }
            try add(
                Self.visit("FR", 4, "34") {
                    ($0.profile, $0.topics, $0.firstVisit) = (.family, ["hiking", "wine"], true)
                }, "2026-07-01")
            try add(
                Self.visit("FR", 2, "30", postcode: "30250") { ($0.topics, $0.firstVisit) = (["wine"], false) },
                "2026-07-01", 14)
            try add(Self.visit("NL", 3) { $0.outcome = .unmet }, "2026-07-01", 14)
            try add(Self.visit(nil, nil), "2026-07-02")
            try add(Self.visit("FR", nil, "48", channel: .phone) { $0.outcome = .answered }, "2026-07-02")
            try add(.opening(OpeningHours(periods: [.init(from: 540, to: 720)])), "2026-07-01")
            try add(.opening(OpeningHours(periods: [])), "2026-07-02")
            try add(.opening(OpeningHours(periods: [.init(from: 540, to: 660)])), "2025-07-01")
            try add(.annotation(Annotation(text: "marché")), "2026-07-04")
            try add(Self.visit("FR", 5, "48"), "2025-07-01")
            try add(Self.visit("FR", 1, "75"), "2025-07-03")
            let tally = try Self.fact(.tally(Tally(people: 10)), "2026-07-02", 11, in: register)
            facts.append(tally)
            facts.append(
                try Self.fact(Self.visit("FR", 4, "30", sampleOf: tally.id), "2026-07-02", 11, in: register))
            let now = register.clock.instant(day: Self.today, minute: 600)
            _ = try Self.history(facts, register, now)
            try body(register)
        }
    }

    /// Late entries may be forty days old; what is older was written down in its time.
    private static func history(_ facts: [DeskFact], _ register: Register, _ now: Instant) throws {
        for fact in facts {
            _ = try register.record([fact], recordedAt: min(now, fact.at.advanced(byMilliseconds: 60_000)))
        }
    }

    private func expect(
        _ text: String, _ expected: [String: [Int?]], _ register: Register,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let answer = try register.answer(
            Question(text, today: Self.today, seasons: Season.standard), today: Self.today)
        let found = Dictionary(
            uniqueKeysWithValues: zip(answer.table.rows, answer.table.cells.map { $0.map(\.number) }))
        #expect(found == expected, "\(text)", sourceLocation: sourceLocation)
    }

    @Test func `wholes are those that somebody counts by hand`() async throws {
        try await recorded { register in
            for (measure, expected) in [
                // The two from the Hérault and Sommières, the Dutch, the one of unknown size, the call, the sample.
                ("contacts", 6), ("counter-contacts", 5), ("remote-contacts", 1), ("parties-unknown", 1),
                // 4 + 2 + 3, then the ten of the tally, four of whom a visit tells more of.
                ("visitors", 19), ("tallied", 6), ("origins-known", 13), ("foreigners", 3), ("returns-known", 6),
                ("returns", 2), ("outcomes-known", 2), ("unmet", 1), ("open-minutes", 180),
            ] {
                try expect("\(measure) 2026-07", ["total": [expected]], register)
            }
            for uncounted in ["door", "admissions", "tickets", "sessions"] {
                try expect("\(uncounted) 2026-07", ["total": [nil]], register)
            }
            try expect("visitors 2026-06", ["total": [nil]], register)
            try expect("visitors 2026-07-04", ["total": [0]], register)
        }
    }

    @Test func `parts stand where they belong`() async throws {
        try await recorded { register in
            try expect(
                "visitors 2026-07 by=origin", ["local": [2], "FR-30": [4], "FR-34": [4], "NL": [3], "unknown": [6]],
                register)
            try expect("contacts 2026-07 by=topic", ["hiking": [1], "wine": [2], "unknown": [4]], register)
            try expect("visitors 2026-07 by=hour", ["10": [4], "11": [10], "14": [5]], register)
            try expect("visitors 2026-07 by=day", ["2026-07-01": [9], "2026-07-02": [10], "2026-07-04": [0]], register)
            try expect("visitors 2026-07 by=profile hour=10,14", ["family": [4], "unknown": [5]], register)
            try expect("visitors 2026-07 topic=wine", ["total": [6]], register)
            let answer = try register.answer(
                Question("visitors 2026-07 by=origin", today: Self.today, seasons: []), today: Self.today)
            #expect(answer.table.rows == ["local", "FR-30", "FR-34", "NL", "unknown"])
            #expect(answer.rows.cells.map { $0[0].number } == [1, 1, 1, 1, 1])
        }
    }

    @Test func `a filter by time leaves no moment outside of it, not even as nothing`() async throws {
        try await recorded { register in
            try expect("visitors 2026-07 by=day hour=14", ["2026-07-01": [5]], register)
            try expect("visitors 2026-07 by=weekday weekday=3", ["3": [9]], register)
            try expect("visitors 2026-07 weekday=7", ["total": [nil]], register)
        }
    }

    @Test func `a budget is of whole years, as it was entered last`() async throws {
        try await recorded { register in
            try register.writing { database in
                for (uuid, cents, before) in [
                    (Data(count: 16), 9_000_000, nil), (Data(repeating: 1, count: 16), 8_000_000, Data(count: 16)),
                ]
                    as [(Data, Int, Data?)]
                {
                    try database.execute(
                        sql: """
                            INSERT INTO indicator_value (uuid, office, indicator, period, hundredths, unit, source,
                                recorded_ms, supersedes)
                            VALUES (?, 'sommieres', 'budget', '2026', ?, 'EUR', 'Budget voté', 0, ?)
                            """, arguments: [uuid, cents, before])
                }
            }
            try expect("budget 2026", ["total": [8_000_000]], register)
            try expect("budget 2026 by=year", ["2026": [8_000_000]], register)
            try expect("budget 2026-07", ["total": [nil]], register)
            try expect("budget 2025", ["total": [nil]], register)
        }
    }

    @Test func `last year stands beside this one, in the row of the day it is held against`() async throws {
        try await recorded { register in
            try expect(
                "visitors 2026-07 by=day vs=dates",
                [
                    "2026-07-01": [9, 5], "2026-07-02": [10, nil], "2026-07-03": [nil, 1], "2026-07-04": [0, nil],
                ], register)
            // Thursday 3 July 2025 is held against Thursday 2 July 2026; on the day before nobody was at work then.
            try expect("visitors 2026-07-01..2026-07-02 vs=weekdays", ["total": [19, 1]], register)
            let answer = try register.answer(
                Question("visitors 2026-07 vs=opening-hours", today: Self.today, seasons: []), today: Self.today)
            #expect(
                answer.table.cells[0].map(\.number) == [9, 5] && answer.below?.cells[0].map(\.number) == [180, 120])
            #expect(answer.table.columns == ["2026-07", "2025-07-01"] && answer.pairing?.days.count == 1)
        }
    }

    @Test func `shares and ratios say what is above the line and under it`() async throws {
        try await recorded { register in
            func expect(_ text: String, _ above: Int?, per below: Int?) throws {
                let answer = try register.answer(Question(text, today: Self.today, seasons: []), today: Self.today)
                #expect(answer.table.columnTotals[0].number == above, "\(text)")
                #expect(answer.below?.columnTotals[0].number == below, "\(text)")
            }
            try expect("foreign-share 2026-07", 3, per: 13)
            try expect("coverage 2026-07", 19, per: nil)
            // Visitors of the days whose opening is recorded, closed ones too.
            try expect("visitors-per-hour 2026-07", 19, per: 180)
            try expect("conversion 2026-07", nil, per: 5)
        }
    }
}
