import Reception
import Testing

/// The board of a year, out of entered figures and of what the statistics answer.
@Suite struct StrategyBoardTests {
    private static let today = OfficeDay(daysSince1970: 20_780)
    private static let now = Instant(milliseconds: 1_784_066_700_000)

    private static func name(_ text: String) -> Measure.Wording { .init(fr: text, en: text) }

    private static func entered(
        _ unit: IndicatorUnit = .count, months: StrategyIndicator.Entered.Months = .last, target: Int? = nil
    ) -> StrategyIndicator {
        StrategyIndicator(
            code: "a", name: name("A"), source: .entered(.init(unit: unit, from: name("ailleurs"), months: months)),
            targets: target.map { [.init(year: 2026, value: $0)] } ?? [])
    }

    private static func computed(
        _ question: String, of whole: String? = nil, kinds: [String]? = nil, places: [String]? = nil
    ) throws -> StrategyIndicator {
        var computed = StrategyIndicator.Computed(
            question: try StandingQuestion(question), whole: try whole.map { try StandingQuestion($0) }, kinds: kinds)
        computed.places = places
        return StrategyIndicator(code: "a", name: name("A"), source: .computed(computed))
    }

    /// Figures of the indicator `a`: `2026-07` 12.
    private static func kept(
        _ figures: [(String, Int?)], unit: IndicatorUnit = .count
    ) throws -> [KeptIndicatorEntry] {
        try figures.map { text, value in
            let period = try #require(IndicatorPeriod(text))
            return KeptIndicatorEntry(
                IndicatorEntry(
                    id: FactID(bornAt: now), indicator: "a", period: period, value: value, unit: unit,
                    source: "s"), recordedAt: now, supersedes: nil, isSuperseded: false)
        }
    }

    /// The only line of a board.
    private static func line(
        _ indicator: StrategyIndicator, _ figures: [(String, Int?)] = [], year: Int = 2026, monthsKept: Int = 0,
        answer: (Question) throws -> Answer = { _ in throw Unasked() }
    ) throws -> StrategyBoard.Line {
        let strategy = Strategy(
            axes: [
                .init(
                    code: "x", name: name("X"),
                    objectives: [.init(code: "o", name: name("O"), indicators: ["a"])])
            ], indicators: [indicator])
        let board = try StrategyBoard(
            strategy, year: year, today: today, entries: try kept(figures, unit: indicator.unit),
            monthsKept: { _ in monthsKept }, answer: answer)
        return try #require(board.lines(of: strategy.axes[0].objectives[0]).first)
    }

    private struct Unasked: Error {}

    /// An answer of one row, a number each column.
    private static func answer(_ question: Question, _ above: [Int?], per below: [Int?]? = nil) -> Answer {
        let columns = above.indices.map { "c\($0)" }
        func table(_ numbers: [Int?]) -> CrossTable {
            CrossTable(rows: ["total"], columns: columns, counted: [numbers])
        }
        return Answer(question, table(above), per: below.map(table), rows: table(above))
    }

    @Test func `no figure yet and a figure of zero are two things`() throws {
        #expect(try Self.line(Self.entered()).figure == .none)
        #expect(try Self.line(Self.entered(), [("2026", 0)]).figure == .number(0))
        #expect(try Self.line(Self.entered(), [("2025", 7), ("2026", nil)]).figure == .none)
    }

    @Test func `the last month is the year's figure of what is a level, the sum of what happens`() throws {
        let figures: [(String, Int?)] = [("2026-03", 100), ("2026-10", 130), ("2026-01", 90)]
        #expect(try Self.line(Self.entered(), figures).figure == .number(130))
        #expect(try Self.line(Self.entered(), figures).entries.map(\.entry.period.text) == ["2026-10"])
        #expect(try Self.line(Self.entered(months: .sum), figures).figure == .number(320))
        #expect(
            try Self.line(Self.entered(months: .sum), figures).entries.map(\.entry.period.text)
                == ["2026-10", "2026-03", "2026-01"])
    }

    @Test func `what is said of the whole year counts before its months`() throws {
        let line = try Self.line(Self.entered(months: .sum), [("2026-03", 100), ("2026", 90), ("2026-10", 130)])
        #expect(line.figure == .number(90))
    }

    @Test(
        arguments: [
            ([("2025", 100), ("2026", 130)], "+30\u{A0}%"),
            ([("2025", 12), ("2026", 15)], "+3"),
            ([("2025", 100), ("2026", 100)], "="),
            ([("2025", 130), ("2026", 100)], "\u{2212}23,1\u{A0}%"),
            // The same months of both years.
            ([("2025-01", 100), ("2025-02", 100), ("2026-01", 110)], "+10\u{A0}%"),
            // Half a year against a whole one says nothing.
            ([("2025", 200), ("2026-01", 110)], nil),
            ([("2025-01", 200), ("2026", 110)], nil),
            ([("2026", 110)], nil),
        ] as [([(String, Int?)], String?)])
    func `what happens is compared with the same time of the year before`(
        figures: [(String, Int?)], trend: String?
    ) throws {
        #expect(try Self.line(Self.entered(months: .sum), figures).trend?.words(in: .french) == trend)
    }

    @Test func `a level is compared with the same month, else with what the year before ended on`() throws {
        let before: [(String, Int?)] = [("2025-10", 100), ("2025-12", 200)]
        #expect(try Self.line(Self.entered(), before + [("2026-10", 110)]).trend == .percent(100))
        #expect(try Self.line(Self.entered(), before + [("2026-11", 220)]).trend == .percent(100))
    }

    @Test func `shares move by points, a yes or no doesn't move`() throws {
        #expect(
            try Self.line(Self.entered(.percent), [("2025", 1_000), ("2026", 1_250)]).trend?.words(in: .english)
                == "+2.5\u{A0}pts")
        #expect(try Self.line(Self.entered(.yesNo), [("2025", 1), ("2026", 0)]).trend == nil)
    }

    @Test(arguments: [(49, false), (50, true), (nil, nil)] as [(Int?, Bool?)])
    func `a target is reached at least`(value: Int?, isReached: Bool?) throws {
        let line = try Self.line(Self.entered(target: 50), [("2026", value)])
        #expect(line.target == 50 && line.isReached == isReached)
        #expect(try Self.line(Self.entered(target: 50), [("2025", 60)], year: 2025).target == nil)
    }

    @Test func `a computed figure is the year's, its trend that of the days that are over`() throws {
        var asked: [String] = []
        let line = try Self.line(try Self.computed("visitors profile=family")) { question in
            asked.append(question.text)
            return Self.answer(question, question.comparison == nil ? [1_000] : [900, 600])
        }
        #expect(line.figure == .number(1_000) && line.trend == .percent(500))
        #expect(asked == ["visitors 2026 profile=family", "visitors 2026 vs=to-date profile=family"])
        asked = []
        _ = try Self.line(try Self.computed("visitors"), year: 2025) {
            asked.append($0.text)
            return Self.answer($0, [1, 1])
        }
        #expect(asked == ["visitors 2025", "visitors 2025 vs=dates"])
    }

    @Test func `nothing counted has no trend, and a year to come isn't asked about`() throws {
        let line = try Self.line(try Self.computed("door")) { question in
            guard question.comparison == nil else { throw Unasked() }
            return Self.answer(question, [nil])
        }
        #expect(line.figure == .none && line.trend == nil)
        #expect(try Self.line(try Self.computed("visitors"), year: 2027).figure == .none)
    }

    @Test func `shares and ratios of the statistics are told in hundredths and cents`() throws {
        func figure(_ question: String, _ part: Int, per base: Int) throws -> StrategyFigure {
            try Self.line(try Self.computed(question)) { Self.answer($0, [part], per: [base]) }.figure
        }
        #expect(try figure("return-share", 1, per: 40) == .number(250))
        #expect(try figure("return-share", 1, per: 29) == .tooFew(base: 29))
        #expect(try figure("average-basket", 12_550, per: 10) == .number(1_255))
        #expect(try figure("visitors-per-hour", 90, per: 120) == .number(4_500))
    }

    @Test func `a share can be made of two questions, not on a small base`() throws {
        let indicator = try Self.computed("visitors profile=family", of: "visitors profile=family,couple")
        let figure = { (base: Int) in
            try Self.line(indicator) { Self.answer($0, $0.filters[0].values.count == 1 ? [10] : [base]) }.figure
        }
        #expect(try figure(40) == .number(2_500))
        #expect(try figure(29) == .tooFew(base: 29))
    }

    @Test func `a figure of some kinds of places asks for those places, and there is none without any`() throws {
        var asked = ""
        let own = try Self.computed("places-opened", kinds: ["hike"], places: ["bois-de-paris", "pierre-plantee"])
        let line = try Self.line(own) {
            asked = $0.text
            return Self.answer($0, [3, 2])
        }
        #expect(line.figure == .number(3))
        #expect(asked == "places-opened 2026 vs=to-date place=bois-de-paris,pierre-plantee")
        #expect(try Self.line(try Self.computed("places-opened", kinds: ["hike"])).figure == .none)
    }

    @Test func `the board counts the months in which it was kept, zero among them`() throws {
        let board = StrategyIndicator(code: "a", name: Self.name("A"), source: .board)
        #expect(try Self.line(board, monthsKept: 4).figure == .number(4))
        #expect(try Self.line(board).figure == .number(0))
        #expect(try Self.line(board, year: 2027).figure == .none)
    }
}
