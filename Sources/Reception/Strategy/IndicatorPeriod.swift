/// What an entered figure is about: a year, or one of its months.
public struct IndicatorPeriod: Hashable, Sendable {
    /// 1…9999.
    public let year: Int
    /// 1–12; nil: the whole year.
    public let month: Int?

    /// Nil when the calendar has no such year or month.
    public init?(year: Int, month: Int? = nil) {
        guard 1...9_999 ~= year, 1...12 ~= month ?? 1 else { return nil }
        self.year = year
        self.month = month
    }

    /// Reads `2026` or `2026-07`; nil when the text is anything else.
    public init?(_ text: String) {
        // Words such as `year` are a period too, but of today.
        guard text.utf8.first.map({ 48...57 ~= $0 }) == true else { return nil }
        switch try? Period(text, today: OfficeDay(daysSince1970: 0), seasons: []) {
        case .year(let year): self.init(year: year)
        case .month(let year, let month): self.init(year: year, month: month)
        default: return nil
        }
    }

    /// Its days.
    public var period: Period { month.map { .month(year: year, month: $0) } ?? .year(year) }

    /// `2026`, `2026-07`
    public var text: String { period.text }
}

extension IndicatorPeriod: Codable {
    /// Reads its text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let period = IndicatorPeriod(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no year or month"))
        }
        self = period
    }

    /// Writes its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
