import Foundation
import Reception
import Register
import Testing

/// Entered figures in a real register: what counts, what stays, and the board made of them.
@Suite struct StrategyTests {
    /// 23 November 2026, noon in Paris.
    private static let now = Instant(milliseconds: 1_795_431_600_000)

    private static func later(_ minutes: Int64) -> Instant { now.advanced(byMilliseconds: minutes * 60_000) }
    private static func name(_ text: String) -> Measure.Wording { .init(fr: text, en: text) }

    private static func strategy() throws -> Strategy {
        let indicators = [
            StrategyIndicator(
                code: "facebook", name: name("Facebook"),
                source: .entered(.init(unit: .count, from: name("la page")))),
            StrategyIndicator(
                code: "mark", name: name("Marque"), source: .entered(.init(unit: .yesNo, from: name("le certificat")))),
            StrategyIndicator(code: "labels", name: name("Labels"), source: .catalogue(.init(labels: ["organic"]))),
            StrategyIndicator(
                code: "visitors", name: name("Visiteurs"), source: .computed(.init(question: try .init("visitors")))),
            StrategyIndicator(code: "kept", name: name("Mois"), source: .board),
        ]
        return Strategy(
            axes: [
                .init(
                    code: "axis", name: name("Axe"),
                    objectives: [.init(code: "all", name: name("Tout"), indicators: indicators.map(\.code))])
            ], indicators: indicators)
    }

    /// A register that a server has told of the strategy.
    private static func withRegister(_ body: (Register, TemporaryFolder) throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try register.remember(
                languages: [.french], vocabulary: Vocabulary(), till: TillSetting(seller: .init(name: "L’office")),
                statistics: StatisticsSetting())
            try register.remember(try strategy(), counted: ["labels": 3], at: now)
            try body(register, folder)
        }
    }

    private static func entry(
        _ value: Int, _ period: String = "2026", of code: String = "facebook", unit: IndicatorUnit = .count,
        at: Instant = now, who: String? = nil
    ) throws -> IndicatorEntry {
        IndicatorEntry(
            id: FactID(bornAt: at), indicator: code, period: try #require(IndicatorPeriod(period)), value: value,
            unit: unit, source: "La page", who: who)
    }

    private static func figures(_ register: Register) throws -> [String: Int?] {
        Dictionary(
            uniqueKeysWithValues: try register.indicatorEntries(ofYears: [2026]).map {
                ("\($0.entry.indicator) \($0.entry.period.text)", $0.entry.value)
            })
    }

    @Test func `a correction takes the place of a figure, and both stay`() async throws {
        try await Self.withRegister { register, folder in
            #expect(try register.record(Self.entry(100), recordedAt: Self.now) == nil)
            let second = try Self.entry(120, who: "anne")
            let replaced = try register.record(second, recordedAt: Self.later(1))
            #expect(replaced?.entry.value == 100 && replaced?.recordedAt == Self.now)
            #expect(try register.record(second, recordedAt: Self.later(2))?.entry.value == 100, "the same, again")
            #expect(try Self.figures(register)["facebook 2026"] == 120)
            let history = try register.indicatorHistory(of: "facebook")
            #expect(history.map(\.entry.value) == [100, 120] && history.map(\.isSuperseded) == [true, false])
            let seen = try folder.shell(
                "SELECT value, unit, source, who FROM indicator_value_current WHERE indicator = 'facebook'")
            #expect(seen == "120.0|count|La page|anne")
        }
    }

    @Test func `a year and its months are figures of their own`() async throws {
        try await Self.withRegister { register, _ in
            try register.record(Self.entry(100), recordedAt: Self.now)
            try register.record(Self.entry(90, "2026-07"), recordedAt: Self.now)
            #expect(try Self.figures(register) == ["facebook 2026": 100, "facebook 2026-07": 90, "labels 2026": 3])
        }
    }

    @Test func `money is kept in cents and a yes as one, whatever hundredths the table has`() async throws {
        try await Self.withRegister { register, folder in
            try register.record(Self.entry(25_000_050, of: "budget", unit: .cents), recordedAt: Self.now)
            try register.record(Self.entry(1, of: "mark", unit: .yesNo), recordedAt: Self.now)
            #expect(try Self.figures(register) == ["budget 2026": 25_000_050, "mark 2026": 1, "labels 2026": 3])
            let seen = try folder.shell("SELECT indicator, value, unit FROM indicator_value_current WHERE who IS NULL")
            #expect(seen == "labels|3.0|count\nbudget|250000.5|EUR\nmark|1.0|yes-no")
            let today = register.clock.dayAndHour(at: Self.now).day
            let budget = try register.answer(try Question(.budget, over: .year(2026)), today: today)
            #expect(budget.figure(column: 0) == .number(25_000_050), "the statistics read the same")
        }
    }

    @Test func `who undoes gets the figure before back, then none`() async throws {
        try await Self.withRegister { register, _ in
            try register.record(Self.entry(100, who: "anne"), recordedAt: Self.now)
            try register.record(Self.entry(120), recordedAt: Self.later(1))
            #expect(
                throws: Refusal.self, "hers was replaced"
            ) { try register.undoIndicator(by: "anne", at: Self.later(2)) }
            let (undone, restored) = try register.undoIndicator(by: nil, at: Self.later(2))
            #expect(undone.entry.value == 120 && restored?.entry.value == 100)
            #expect(try Self.figures(register)["facebook 2026"] == 100)
            #expect(try register.indicatorHistory(of: "facebook").map(\.entry.value) == [100, 120, 100])
        }
        try await Self.withRegister { register, _ in
            try register.record(Self.entry(100), recordedAt: Self.now)
            #expect(try register.undoIndicator(by: nil, at: Self.later(1)).restored == nil)
            #expect(try Self.figures(register) == ["labels 2026": 3], "what the catalogue counts is nobody's to undo")
            #expect { try register.undoIndicator(by: nil, at: Self.later(2)) } throws: {
                ($0 as? Refusal)?.code == .indicatorNothingToUndo
            }
            #expect(try register.record(Self.entry(7), recordedAt: Self.later(3)) == nil, "nothing stood there")
            #expect(try Self.figures(register)["facebook 2026"] == 7)
        }
    }

    @Test func `what is refused leaves nothing`() async throws {
        try await Self.withRegister { register, folder in
            for entry in [
                try Self.entry(1, of: "visitors"), try Self.entry(1, of: "labels"), try Self.entry(1, "2027"),
            ] {
                #expect(throws: Refusal.self) { try register.record(entry, recordedAt: Self.now) }
            }
            #expect(try folder.shell("SELECT count(*) FROM indicator_value WHERE indicator <> 'labels'") == "0")
        }
    }

    @Test func `what the catalogue counts is written when it changes, and each year by itself`() async throws {
        try await Self.withRegister { register, _ in
            try register.remember(try Self.strategy(), counted: ["labels": 3], at: Self.later(1))
            try register.remember(try Self.strategy(), counted: ["labels": 5], at: Self.later(2))
            let next = Self.now.advanced(byMilliseconds: 60 * 86_400_000)
            try register.remember(try Self.strategy(), counted: ["labels": 6], at: next)
            let history = try register.indicatorHistory(of: "labels")
            #expect(history.map(\.entry.period.text) == ["2026", "2026", "2027"])
            #expect(history.map(\.entry.value) == [3, 5, 6])
        }
    }

    @Test func `the board brings entered, counted and computed figures together`() async throws {
        try await Self.withRegister { register, _ in
            let today = register.clock.dayAndHour(at: Self.now).day
            try register.record(Self.entry(40, "2025"), recordedAt: Self.later(-60 * 24 * 40))
            try register.record(Self.entry(60), recordedAt: Self.now)
            var contact = Contact()
            (contact.adults, contact.children) = (2, 1)
            let visit = Visit(contact: contact)
            _ = try register.record(
                [DeskFact(id: FactID(bornAt: Self.now), at: Self.now, entry: .live, desk: "a", content: .visit(visit))],
                recordedAt: Self.now)
            let board = try register.strategyBoard(year: 2026, today: today)
            func figure(_ code: String) -> StrategyFigure? { board.lines[code]?.figure }
            #expect(figure("facebook") == .number(60) && board.lines["facebook"]?.trend == .percent(500))
            #expect(figure("labels") == .number(3) && figure("visitors") == .number(3))
            #expect(figure("mark") == StrategyFigure.none)
            #expect(figure("kept") == .number(2), "October and November")
            #expect(board.withoutFigure == 1 && board.withoutTarget == 5)
        }
    }

    @Test func `a register that no server told of a strategy says so`() async throws {
        try await TemporaryFolder().withRegister { register in
            #expect { try register.strategy() } throws: { ($0 as? Refusal)?.code == .strategyUnknown }
        }
    }
}
