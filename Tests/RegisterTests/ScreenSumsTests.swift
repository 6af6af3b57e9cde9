import GRDB
import Reception
import Testing

@testable import Register

@Suite struct ScreenSumsTests {
    static let seeds: [UInt64] = [1, 2, 3, UInt64.random(in: 0...UInt64.max)]

    @Test(arguments: seeds)
    func `what is kept beside raw rows says what they say, in whatever order they came`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try await register.record(ScreenStream(seed: seed, sessions: 150))
            try compare(register, seed: seed, questions: 150)
        }
    }

    @Test func `a register from before is counted when it is opened`() async throws {
        let folder = try TemporaryFolder()
        let tables = [
            "screen_daily", "screen_hourly", "screen_minutes",
            "(SELECT office, session, day, hour, screen, started_ms, ended_ms, idle, json_array_length(langs), family FROM screen_session)",
            "(SELECT office, day, facet, value, length(seconds) FROM screen_length)",
        ]
        func contents(_ register: Register) throws -> [[String]] {
            try register.pool.read { database in
                try tables.map {
                    try Row.fetchAll(database, sql: "SELECT * FROM \($0)").map(\.debugDescription).sorted()
                }
            }
        }
        let counted = try await folder.withRegister { register in
            try await register.record(ScreenStream(seed: 4, sessions: 120))
            return try contents(register)
        }
        #expect(counted.allSatisfy { $0.count > 5 })
        try folder.shell(
            """
            DROP TABLE screen_daily; DROP TABLE screen_hourly; DROP TABLE screen_minutes; DROP TABLE screen_session;
            DROP TABLE screen_length; DELETE FROM grdb_migrations WHERE identifier >= '0012';
            PRAGMA user_version = \(Migrations.version - 1);
            """)
        try await folder.withRegister { register in
            let again = try contents(register)
            for (table, (one, other)) in zip(tables, zip(counted, again)) { #expect(one == other, "\(table)") }
            try compare(register, seed: 4, questions: 60)
        }
    }

    @Test func `figures outlive the raw rows, and sessions lose their names with them`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let old = Instant.now.subtracting(months: 26)
            let clock = ScreenClock(receivedAt: old)
            func make(_ kind: Interaction.Kind, _ session: String, _ value: String? = nil) throws -> Interaction {
                try Interaction(
                    id: FactID(bornAt: old), at: old, session: session, seq: 0, screen: "hall", kind: kind,
                    lang: "fr", value: value.map(Interaction.Value.text), clock: clock)
            }
            _ = try await register.record(
                [make(.sessionStart, "a"), make(.sessionEnd, "a", "idle"), make(.sessionEnd, "never-begun", "idle")],
                receivedAt: old)
            let before = try await register.sums(of: .idleSessions)
            #expect(before == ["total": .init(sum: 1, rows: 1)])
            #expect(try register.forgetRawInteractions(before: .now) == 3)
            #expect(try await register.sums(of: .idleSessions) == before)
            #expect(
                try await register.sums(of: .idleSessions, by: .language, where: [.screen: ["hall"]]) == [
                    "fr": .init(sum: 1, rows: 1)
                ])
            #expect(try folder.shell("SELECT session IS NULL, day IS NULL FROM screen_session") == "1|0")
        }
    }

    @Test func `the hour that comes twice in autumn has twice its minutes`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let first = try #require(Instant(rfc3339: "2025-10-26T00:30:10Z"))
            let events = try [0, 20_000, 60_000, 3_600_000].map {
                try Interaction.sample(at: first.advanced(byMilliseconds: $0))
            }
            _ = try await register.record(events, receivedAt: first.advanced(byMilliseconds: 3_600_000))
            #expect(try await register.sums(of: .screenMinutes, by: .hour) == ["2": .init(sum: 3, rows: 2)])
        }
    }

    @Test(arguments: [(0, [0, 0, 0, 0]), (50, [1, 2, 3]), (90, [5]), (90, Array(1...10)), (50, [4_000, 9_000, 1])])
    func `a percentile is the shortest length that so many don't exceed`(percent: Int, lengths: [Int]) {
        var counted = SessionLengths()
        var text = lengths.map(String.init).joined(separator: " ")
        counted.add(&text)
        let right = lengths.sorted().first { length in lengths.count { $0 <= length } * 100 >= percent * lengths.count }
        #expect(counted.percentile(percent) == right && counted.count == lengths.count)
    }

    @Test(arguments: ["screen_daily", "screen_hourly", "screen_minutes", "screen_length", "screen_session"])
    func `what is kept for ever can't be deleted`(table: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in try await register.record(ScreenStream(seed: 1, sessions: 20)) }
        #expect(try folder.shell("DELETE FROM \(table)").contains("kept for ever"))
    }

    private func compare(_ register: Register, seed: UInt64, questions: Int) throws {
        try register.pool.read { database in
            let recount = try ScreenRecount(database)
            let sums = ScreenSums(office: "sommieres", database: database, slot: slot)
            var chance = SplitMix(state: seed)
            var answered = 0
            for _ in 0..<questions {
                let question = try #require(try ScreenAsked(&chance))
                let ours = try sums.sums(
                    of: #require(ScreenSource(question.measure)), days: question.days, by: question.facet,
                    filters: question.filters)
                let theirs = recount.sums(
                    of: question.measure, days: question.days, by: question.facet, filters: question.filters, slot: slot
                )
                #expect(ours == theirs, "seed \(seed): \(question)")
                if !theirs.isEmpty { answered += 1 }
            }
            #expect(answered > questions / 3)
        }
    }
}

private func slot(_ facet: Facet, _ day: OfficeDay) -> String {
    switch facet {
    case .weekday: String(day.weekday)
    case .month: String(day.description.prefix(7))
    case .year: String(day.description.prefix(4))
    default: day.description
    }
}

/// A question at random.
private struct ScreenAsked {
    let measure: Measure
    let days: Days
    let facet: Facet?
    let filters: [Question.Filter]

    private static let measures = Measure.allCases.filter { ScreenSource($0) != nil }
    private static let values: [Facet: [String]] = [
        .hour: ["0", "2", "3", "12", "23"], .weekday: ["1", "2", "3", "6", "7"], .screen: ["hall", "rue", "phone"],
        .language: ["fr", "en", "nl", "de"], .place: ["pont", "moulin", "unknown"], .theme: ["hike", "unknown"],
        .face: ["1", "3", "4"],
    ]

    init?(_ chance: inout SplitMix) throws {
        guard let measure = Self.measures.randomElement(using: &chance),
            let first = OfficeDay(["2025-01-01", "2025-10-26", "2025-03-01"].randomElement(using: &chance) ?? ""),
            let last = OfficeDay(["2026-12-31", "2025-10-26", "2026-07-15"].randomElement(using: &chance) ?? "")
        else { return nil }
        self.measure = measure
        days = Days([first...last])
        facet = Bool.random(using: &chance) ? measure.facets.randomElement(using: &chance) : nil
        var filters: [Facet: [String]] = [:]
        for _ in 0..<max(0, Int.random(in: -1...2, using: &chance)) {
            guard let facet = measure.filters.randomElement(using: &chance), let values = Self.values[facet] else {
                continue
            }
            filters[facet] = Array(values.shuffled(using: &chance).prefix(Int.random(in: 1...3, using: &chance)))
        }
        let period = try Period("2026", today: first, seasons: Season.standard)
        self.filters = try Question(measure, over: period, only: filters).filters
    }
}

extension Register {
    fileprivate func record(_ stream: ScreenStream) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, batch) in stream.batches.enumerated() {
                group.addTask {
                    let recorded = try await self.record(batch, receivedAt: ScreenStream.receivedAt)
                    #expect(recorded.rejected.isEmpty)
                }
                // Some are written together, some alone.
                if index % 3 == 0 { try await group.waitForAll() }
            }
            try await group.waitForAll()
        }
    }

    fileprivate func sums(of measure: Measure, by facet: Facet? = nil, where filters: [Facet: [String]] = [:])
        async throws -> [String: ScreenSums.Sum]
    {
        let day = try #require(OfficeDay("2024-01-01"))
        let filters = try Question(measure, over: Period("2026", today: day, seasons: []), only: filters).filters
        return try await pool.read {
            try ScreenSums(office: self.office, database: $0, slot: slot).sums(
                of: #require(ScreenSource(measure)), days: Days([day...day.adding(days: 1_500)]), by: facet,
                filters: filters)
        }
    }
}
