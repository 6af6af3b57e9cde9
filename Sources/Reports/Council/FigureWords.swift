import Reception

/// Figures as people read them: what was counted, what wasn't and what isn't told are three things.
struct FigureWords {
    let language: MessageLanguage
    let currency: String

    var days: DayWords { DayWords(language) }
    var isFrench: Bool { language == .french }
    var hidden: String { isFrench ? "caché" : "hidden" }
    var notCounted: String { isFrench ? "pas compté" : "not counted" }

    /// `12 345`, in English `12,345`.
    func count(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var position = 3
        while position < digits.count {
            digits.insert(isFrench ? "\u{A0}" : ",", at: digits.index(digits.endIndex, offsetBy: -position))
            position += 4
        }
        return (number < 0 ? "−" : "") + digits
    }

    /// Of tenths of a percent: `12,3 %`, in English `12.3%`.
    func percent(_ tenths: Int) -> String {
        (tenths < 0 ? "−" : "") + count(Int(tenths.magnitude) / 10) + (isFrench ? "," : ".")
            + "\(tenths.magnitude % 10)" + (isFrench ? "\u{A0}%" : "%")
    }

    /// A change: `+4,2 %`, `−4,2 %`.
    func change(_ tenths: Int) -> String { (tenths > 0 ? "+" : "") + percent(tenths) }

    /// `14 h`, in English `14:00`.
    func hour(_ hour: Int) -> String { isFrench ? "\(hour)\u{A0}h" : "\(hour):00" }

    /// A sum in its unit.
    func number(_ number: Int, _ unit: Measure.Unit) -> String {
        switch unit {
        case .count: count(number)
        case .cents: Money(cents: number).wording(in: language, currency: currency)
        case .seconds:
            number < 60 ? "\(number)\u{A0}s" : "\(count(number / 60))\u{A0}min\u{A0}\(two(number % 60))\u{A0}s"
        case .minutes: "\(count(number / 60))\u{A0}h\u{A0}\(two(number % 60))"
        }
    }

    /// Along an axis: without cents.
    func axis(_ number: Int, _ unit: Measure.Unit) -> String {
        switch unit {
        case .count: count(number)
        case .cents: count(number / 100)
        case .seconds: count(number / 60)
        case .minutes: count(number / 60)
        }
    }

    /// A cell of a sum.
    func text(_ cell: Cell, _ unit: Measure.Unit) -> String {
        switch cell {
        case .value(let number): self.number(number, unit)
        case .zero: self.number(0, unit)
        case .notCounted: notCounted
        case .hidden: hidden
        }
    }

    /// A figure of a measure.
    func text(_ figure: Figure, of measure: Measure) -> String {
        switch figure {
        case .number(let number): return self.number(number, measure.unit)
        case .share: return figure.tenthsOfPercent.map(percent) ?? ""
        case .ratio(let part, let base):
            if measure.unit == .cents {
                return Money(cents: Self.rounded(part, base)).wording(in: language, currency: currency)
            }
            let hundredths = figure.hundredths(times: measure.definition.formula.isPerHour ? 60 : 1) ?? 0
            return count(hundredths / 100) + (isFrench ? "," : ".") + two(hundredths % 100)
        case .tooFew(let base):
            return isFrench ? "base trop petite (\(base))" : "base too small (\(base))"
        case .notCounted: return notCounted
        case .hidden: return hidden
        }
    }

    /// What a share or a ratio is of: `n = 1 234`; nil of a sum.
    func base(_ figure: Figure, of measure: Measure) -> String? {
        switch figure {
        case .share(_, let base): "n\u{A0}=\u{A0}" + number(base, baseUnit(measure))
        case .ratio(_, let base): "n\u{A0}=\u{A0}" + number(base, baseUnit(measure))
        default: nil
        }
    }

    private func baseUnit(_ measure: Measure) -> Measure.Unit {
        switch measure.definition.formula {
        case .share(_, let base), .ratio(_, let base): base.unit
        case .sum(let unit), .percentile(_, let unit): unit
        }
    }

    private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

    /// Half away from zero, as all figures are.
    private static func rounded(_ number: Int, _ divisor: Int) -> Int {
        let half = divisor / 2
        return number < 0 ? -((-number + half) / divisor) : (number + half) / divisor
    }
}
