/// The strategy of an office in the figures of one year: each indicator's value, target, trend and source.
public struct StrategyBoard: Hashable, Sendable {
    /// An indicator and its figure.
    public struct Line: Hashable, Sendable {
        /// What is measured.
        public let indicator: StrategyIndicator
        /// The year's figure, so far.
        public let figure: StrategyFigure
        /// What is wanted, at least; nil when the office names no figure.
        public let target: Int?
        /// Against the same time of the year before; nil when that can't be told.
        public let trend: StrategyTrend?
        /// What the figure is made of, when it was entered or counted in the catalogue; the last first.
        public let entries: [KeptIndicatorEntry]

        /// Whether the target is reached; nil without a figure or without a target.
        public var isReached: Bool? {
            guard let number = figure.number, let target else { return nil }
            return number >= target
        }
    }

    /// Whose figures they are.
    public let strategy: Strategy
    /// Of which year.
    public let year: Int
    /// Today, when the figures are of a year that isn't over.
    public let today: OfficeDay
    /// By the indicator's code.
    public let lines: [String: Line]

    /// Fills the board.
    ///
    /// - `entries`: what was entered about this year and the one before, and counts, in the order of entry.
    /// - `monthsKept`: in how many months of a year a figure was entered.
    /// - `answer`: what the statistics answer.
    public init(
        _ strategy: Strategy, year: Int, today: OfficeDay, entries: [KeptIndicatorEntry],
        monthsKept: (Int) throws -> Int, answer: (Question) throws -> Answer
    ) throws {
        let filling = StrategyFilling(year: year, today: today, entries: entries)
        var lines: [String: Line] = [:]
        for indicator in strategy.indicators {
            lines[indicator.code] = try filling.line(indicator, monthsKept: monthsKept, answer: answer)
        }
        self.strategy = strategy
        self.year = year
        self.today = today
        self.lines = lines
    }

    /// The lines of an objective, in its order.
    public func lines(of objective: Strategy.Objective) -> [Line] { objective.indicators.compactMap { lines[$0] } }

    /// How many indicators have no figure yet.
    public var withoutFigure: Int { lines.values.count { $0.figure == .none } }

    /// How many have no target that year.
    public var withoutTarget: Int { lines.values.count { $0.target == nil } }
}

/// How the lines of a board come about.
private struct StrategyFilling {
    let year: Int
    let today: OfficeDay
    let entries: [KeptIndicatorEntry]

    func line(
        _ indicator: StrategyIndicator, monthsKept: (Int) throws -> Int, answer: (Question) throws -> Answer
    ) throws -> StrategyBoard.Line {
        let now = EnteredYear(entries, of: indicator.code, year: year)
        let before = EnteredYear(entries, of: indicator.code, year: year - 1)
        var (figure, trend) = (StrategyFigure.none, StrategyTrend?.none)
        var parts: [KeptIndicatorEntry] = []
        switch indicator.source {
        case .computed(let computed):
            figure = try self.figure(computed, answer) ?? .none
            // Without a figure there is nothing to compare.
            if figure.number != nil, let pair = try self.pair(computed, answer) {
                trend = StrategyTrend(pair.now, from: pair.before, unit: indicator.unit)
            }
        case .catalogue:
            (figure, parts) = (.init(now.value(.last)), now.parts(.last))
            trend = StrategyTrend(figure, from: .init(before.value(.last)), unit: .count)
        case .entered(let entered):
            (figure, parts) = (.init(now.value(entered.months)), now.parts(entered.months))
            trend = now.pair(with: before, entered.months).flatMap {
                StrategyTrend(.number($0.now), from: .number($0.before), unit: entered.unit)
            }
        case .board where year <= today.parts.year:
            figure = .number(try monthsKept(year))
        case .board: break
        }
        return StrategyBoard.Line(
            indicator: indicator, figure: figure, target: indicator.target(of: year), trend: trend, entries: parts)
    }

    /// Of a year that isn't over, the same days of both, today left out; else the same dates.
    private var comparison: Comparison { year == today.parts.year ? .toDate : .sameDates }

    private func figure(
        _ computed: StrategyIndicator.Computed, _ answer: (Question) throws -> Answer
    ) throws -> StrategyFigure? {
        try figures(computed, against: nil, answer)?.first
    }

    private func pair(
        _ computed: StrategyIndicator.Computed, _ answer: (Question) throws -> Answer
    ) throws -> (now: StrategyFigure, before: StrategyFigure)? {
        guard let figures = try figures(computed, against: comparison, answer), figures.count == 2 else { return nil }
        return (figures[0], figures[1])
    }

    /// One for each column; nil when it can't be asked: the year hasn't begun, or the catalogue has no place of those kinds.
    private func figures(
        _ computed: StrategyIndicator.Computed, against comparison: Comparison?, _ answer: (Question) throws -> Answer
    ) throws -> [StrategyFigure]? {
        guard year <= today.parts.year, computed.kinds == nil || computed.places?.isEmpty == false,
            let parts = try ask(computed.question, against: comparison, of: computed.places, answer)
        else { return nil }
        guard let whole = computed.whole else { return parts }
        return try ask(whole, against: comparison, of: nil, answer).map { wholes in
            zip(parts, wholes).map { StrategyFigure.share($0, of: $1) }
        }
    }

    private func ask(
        _ standing: StandingQuestion, against comparison: Comparison?, of places: [String]?,
        _ answer: (Question) throws -> Answer
    ) throws -> [StrategyFigure]? {
        guard let question = try? standing.asked(over: .year(year), against: comparison, of: places) else { return nil }
        let answer = try answer(question)
        return answer.table.columns.indices.map { StrategyFigure(answer, column: $0) }
    }
}
