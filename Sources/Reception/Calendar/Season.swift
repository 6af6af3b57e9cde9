/// Months of a calendar year that an office looks at together: they needn't follow one another.
public struct Season: Hashable, Sendable, Codable {
    /// A slug that no other period is written as: it isn't `W` and digits, nor digits.
    public var code: String
    /// What it is called in French.
    public var fr: String
    /// What it is called in English.
    public var en: String
    /// 1–12, in order.
    public var months: [Int]

    /// A season out of its parts.
    public init(code: String, fr: String, en: String, months: [Int]) {
        self.code = code
        self.fr = fr
        self.en = en
        self.months = months
    }

    /// What it is called.
    public func name(in language: MessageLanguage) -> String { language == .french ? fr : en }

    /// Its days in a year.
    public func days(in year: Int) -> Days {
        Days(months.map { Period.days(ofMonth: $0, in: year) })
    }

    /// The seasons of an office that says nothing else: the wings of the season are April to June and September to October, the high season is
    /// between them, and the rest of the calendar year, at both its ends, is the low season.
    public static let standard = [
        Season(code: "high", fr: "haute saison", en: "high season", months: [7, 8]),
        Season(code: "wings", fr: "ailes de saison", en: "wings of the season", months: [4, 5, 6, 9, 10]),
        Season(code: "low", fr: "basse saison", en: "low season", months: [1, 2, 3, 11, 12]),
    ]
}
