/// The figure of an indicator, or why there is none.
public enum StrategyFigure: Hashable, Sendable {
    /// In the indicator's unit; 0 was counted.
    case number(Int)
    /// A percentage on a base under `Answer.smallBase`.
    case tooFew(base: Int)
    /// Nobody counted or entered it yet.
    case none

    /// What was counted; nil when nothing can be told.
    public var number: Int? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    init(_ number: Int?) { self = number.map { .number($0) } ?? .none }

    /// What the statistics answer, in the unit of an indicator.
    init(_ answer: Answer, column: Int) {
        let isPerHour: Bool =
            if case .ratio(_, per: .openMinutes) = answer.question.measure.definition.formula { true } else { false }
        switch answer.figure(column: column) {
        case .number(let number): self = .number(number)
        case .share(let part, let base): self = .number(Figure.rounded(part * 10_000, base))
        case .ratio(let part, let base):
            let isMoney = answer.question.measure.indicatorUnit == .cents
            self = .number(Figure.rounded(part * (isPerHour ? 60 : 1) * (isMoney ? 1 : 100), base))
        case .tooFew(let base): self = .tooFew(base: base)
        case .notCounted, .hidden: self = .none
        }
    }

    /// What a figure is of another, in hundredths of a percent.
    static func share(_ part: StrategyFigure, of whole: StrategyFigure) -> StrategyFigure {
        guard let part = part.number, let base = whole.number else { return .none }
        return base < Answer.smallBase ? .tooFew(base: base) : .number(Figure.rounded(part * 10_000, base))
    }
}

/// How a figure moved against the year before.
public enum StrategyTrend: Hashable, Sendable {
    /// By so many tenths of a percent.
    case percent(Int)
    /// A percentage, by so many hundredths of a point.
    case points(Int)
    /// A count too small for a percentage, by so many.
    case units(Int)

    /// Nil when there is nothing to say: one of them isn't known, or it is yes or no.
    init?(_ now: StrategyFigure, from before: StrategyFigure, unit: IndicatorUnit) {
        guard let now = now.number, let before = before.number else { return nil }
        switch unit {
        case .yesNo: return nil
        case .percent: self = .points(now - before)
        case .count where before < Answer.smallBase: self = .units(now - before)
        case _ where before <= 0: return nil
        default: self = .percent(Figure.rounded((now - before) * 1_000, before))
        }
    }

    /// `+12,5 %`, `-2,1 pts`, `+3`, `=`.
    public func words(in language: MessageLanguage) -> String {
        let (amount, unit): (Int, String) =
            switch self {
            case .percent(let tenths): (tenths * 10, language == .french ? "\u{A0}%" : "%")
            case .points(let hundredths): (Figure.rounded(hundredths, 10) * 10, "\u{A0}pts")
            case .units(let count): (count * 100, "")
            }
        guard amount != 0 else { return "=" }
        let number = IndicatorUnit.hundredths.words(Int(amount.magnitude), in: language)
        return (amount < 0 ? "\u{2212}" : "+") + number + unit
    }

    /// For programs: percent, points or units.
    public var amount: Double {
        switch self {
        case .percent(let tenths): Double(tenths) / 10
        case .points(let hundredths): Double(hundredths) / 100
        case .units(let count): Double(count)
        }
    }

    /// What `amount` is in: `percent`, `points`, `units`.
    public var kind: String {
        switch self {
        case .percent: "percent"
        case .points: "points"
        case .units: "units"
        }
    }
}
