import Reception
import Terminal

/// Figures as people read them: `1 234`, `12,5 %`, `3 h 05`, `1 250,00 €`; in words when there is no figure.
struct FigureWords {
    let formula: Measure.Formula
    let unit: Measure.Unit

    init(_ answer: Answer) {
        formula = answer.formula
        unit = answer.question.measure.unit
    }

    func text(_ figure: Figure) -> String {
        switch figure {
        case .number(let number): Self.number(number, unit)
        case .share: figure.tenthsOfPercent.map { Self.percent(tenths: $0) } ?? ""
        case .ratio: figure.hundredths(times: times).map { ratio(hundredths: $0) } ?? ""
        case .tooFew: say("trop peu", "too few")
        case .notCounted: say("pas compté", "not counted")
        case .hidden: say("caché", "hidden")
        }
    }

    /// What is under the line of a share or a ratio, as far as it is known.
    func base(_ cell: Cell?) -> String {
        guard let number = cell?.number else { return "" }
        guard case .ratio(_, let per) = formula else { return Self.number(number, .count) }
        return Self.number(number, per.unit)
    }

    /// How long its bar is beside others; nil when there is no figure.
    func magnitude(_ figure: Figure) -> Int? {
        switch figure {
        case .number(let number): number
        case .share: figure.tenthsOfPercent
        case .ratio: figure.hundredths(times: times)
        case .tooFew, .notCounted, .hidden: nil
        }
    }

    /// A magnitude in words again, for an axis.
    func text(magnitude: Int) -> String {
        switch formula {
        case .sum, .percentile: Self.number(magnitude, unit)
        case .share: Self.percent(tenths: magnitude)
        case .ratio: ratio(hundredths: magnitude)
        }
    }

    /// `+12,2 %`
    static func change(tenths: Int) -> String { (tenths > 0 ? "+" : "") + percent(tenths: tenths) }

    /// `12,2 %`
    static func percent(tenths: Int) -> String {
        decimal(tenths, places: 1) + say("\u{A0}%", "%")
    }

    static func number(_ number: Int, _ unit: Measure.Unit) -> String {
        switch unit {
        case .count: decimal(number, places: 0)
        case .cents: Money(cents: number).wording(in: speech)
        case .minutes: "\(decimal(number / 60, places: 0))\u{A0}h\u{A0}\(two(number % 60))"
        case .seconds:
            number < 60
                ? "\(number)\u{A0}s" : "\(number / 60)\u{A0}min" + (number % 60 == 0 ? "" : "\u{A0}\(two(number % 60))")
        }
    }

    /// What is under the line are minutes, what is told is for an hour.
    private var times: Int { formula.isPerHour ? 60 : 1 }

    private func ratio(hundredths: Int) -> String {
        let half = hundredths < 0 ? -50 : 50
        return unit == .count ? Self.decimal(hundredths, places: 2) : Self.number((hundredths + half) / 100, unit)
    }

    /// A whole number of units, tenths or hundredths, with thousands apart.
    private static func decimal(_ number: Int, places: Int) -> String {
        let (apart, point) = (say("\u{A0}", ","), say(",", "."))
        var digits = String(number.magnitude)
        if digits.count <= places { digits = String(repeating: "0", count: places + 1 - digits.count) + digits }
        let rest = digits.suffix(places)
        var whole = String(digits.dropLast(places))
        var position = 3
        while position < whole.count {
            whole.insert(contentsOf: apart, at: whole.index(whole.endIndex, offsetBy: -position))
            position += 4
        }
        return (number < 0 ? "-" : "") + whole + (places == 0 ? "" : point + rest)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
