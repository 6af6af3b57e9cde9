/// What the figure of an indicator is in, always as a whole number of it.
public enum IndicatorUnit: String, CaseIterable, Sendable, Codable {
    /// Whole things.
    case count
    /// Cents of the office's currency.
    case cents
    /// Hundredths of a percent.
    case percent
    /// 1 or 0.
    case yesNo = "yes-no"
    /// Of a ratio: so many hundredths for each.
    case hundredths
    /// How long.
    case seconds, minutes

    /// Those that people enter; the rest is worked out.
    public static let entered: [IndicatorUnit] = [.count, .cents, .percent, .yesNo]

    /// Reads what a person types or writes of it: `12 450`, `1 250,50 €`, `12,5 %`, `oui`. Nil when it isn't one, or below zero.
    ///
    /// - `currency`: ISO 4217.
    public func read(_ typed: String, currency: String = "EUR") -> Int? {
        let number: Int?
        switch self {
        case .yesNo: number = Self.answers[Folding.key(typed)]
        case .cents: number = Money(typed: typed, currency: currency)?.cents
        case .percent, .hundredths:
            number = Money(typed: typed.last == "%" ? String(typed.dropLast()) : typed, currency: "")?.cents
        case .count, .seconds, .minutes:
            let hundredths = Money(typed: typed, currency: "")?.cents
            number = hundredths.flatMap { $0 % 100 == 0 ? $0 / 100 : nil }
        }
        return number.flatMap { 0...Self.limit ~= $0 ? $0 : nil }
    }

    /// What can be typed, as an example.
    public func example(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .count, .seconds, .minutes: ("un nombre entier : 1250", "a whole number: 1250")
            case .cents: ("une somme : 1250,50", "an amount: 1250.50")
            case .percent, .hundredths: ("un pourcentage : 12,5", "a percentage: 12.5")
            case .yesNo: ("oui ou non", "yes or no")
            }
        return language == .french ? fr : en
    }

    /// As it is told: `12 450`, `1 250,50 €`, `12,5 %`, `oui`, `1 h 05`.
    public func words(_ number: Int, in language: MessageLanguage, currency: String = "EUR") -> String {
        let isFrench = language == .french
        let percent = isFrench ? "\u{A0}%" : "%"
        switch self {
        case .count: return Self.grouped(number, in: language)
        case .cents: return Money(cents: number).wording(in: language, currency: currency)
        case .percent: return Self.decimal(number, in: language) + percent
        case .hundredths: return Self.decimal(number, in: language)
        case .yesNo: return number == 0 ? (isFrench ? "non" : "no") : (isFrench ? "oui" : "yes")
        case .seconds:
            let (minutes, seconds) = number.quotientAndRemainder(dividingBy: 60)
            return minutes == 0 ? "\(seconds)\u{A0}s" : "\(minutes)\u{A0}min\u{A0}\(seconds < 10 ? "0" : "")\(seconds)"
        case .minutes:
            let (hours, minutes) = number.quotientAndRemainder(dividingBy: 60)
            return "\(Self.grouped(hours, in: language))\u{A0}h\u{A0}\(minutes < 10 ? "0" : "")\(minutes)"
        }
    }

    /// For programs: `12450`, `1250.50`, `12.5`, in the currency and in percent.
    public func decimal(_ number: Int) -> Double {
        switch self {
        case .cents, .percent, .hundredths: Double(number) / 100
        case .count, .yesNo, .seconds, .minutes: Double(number)
        }
    }

    /// More than anything that an office counts.
    static let limit = 99_999_999_999

    private static let answers = ["oui": 1, "o": 1, "yes": 1, "y": 1, "non": 0, "n": 0, "no": 0]

    /// Hundredths, without zeros at the end: `12,5`.
    private static func decimal(_ hundredths: Int, in language: MessageLanguage) -> String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = rest % 10 == 0 ? "\(rest / 10)" : "\(rest < 10 ? "0" : "")\(rest)"
        return (hundredths < 0 ? "-" : "") + grouped(Int(whole), in: language)
            + (rest == 0 ? "" : (language == .french ? "," : ".") + digits)
    }

    /// `12 450` with a no-break space; in English `12,450`.
    private static func grouped(_ number: Int, in language: MessageLanguage) -> String {
        var digits = String(number.magnitude)
        var position = 3
        while position < digits.count {
            digits.insert(
                language == .french ? "\u{A0}" : ",", at: digits.index(digits.endIndex, offsetBy: -position))
            position += 4
        }
        return (number < 0 ? "-" : "") + digits
    }
}

extension Measure {
    /// What its figures are in, as an indicator has them.
    var indicatorUnit: IndicatorUnit {
        switch definition.formula {
        case .sum(let unit), .percentile(_, let unit): unit.indicatorUnit
        case .share: .percent
        case .ratio(let part, _): part.definition.formula == .sum(.cents) ? .cents : .hundredths
        }
    }
}

extension Measure.Unit {
    fileprivate var indicatorUnit: IndicatorUnit {
        switch self {
        case .count: .count
        case .cents: .cents
        case .seconds: .seconds
        case .minutes: .minutes
        }
    }
}
