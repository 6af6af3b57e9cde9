/// An entry as programs read it; `IndicatorEntry` in docs/openapi.yaml.
public struct IndicatorDocument: Encodable, Sendable {
    private let entry: IndicatorEntry
    private let recordedAt: Instant?
    private let counts: Bool

    /// An entry that was only tried.
    public init(tried entry: IndicatorEntry) {
        self.entry = entry
        recordedAt = nil
        counts = false
    }

    /// An entry just recorded.
    public init(_ entry: IndicatorEntry, recordedAt: Instant) {
        self.entry = entry
        self.recordedAt = recordedAt
        counts = entry.value != nil
    }

    /// An entry out of the register.
    public init(_ kept: KeptIndicatorEntry) {
        entry = kept.entry
        recordedAt = kept.recordedAt
        counts = !kept.isSuperseded && kept.entry.value != nil
    }

    private enum CodingKeys: String, CodingKey {
        case id, indicator, period, value, unit, source, who, counts
        case recordedAt = "recorded_at"
    }

    /// Writes it, unknowns as null.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(recordedAt == nil ? nil : entry.id, forKey: .id)
        try values.encode(entry.indicator, forKey: .indicator)
        try values.encode(entry.period, forKey: .period)
        try values.encode(entry.value.map(entry.unit.decimal), forKey: .value)
        try values.encode(entry.unit, forKey: .unit)
        try values.encode(entry.source, forKey: .source)
        try values.encode(entry.who, forKey: .who)
        try values.encode(recordedAt, forKey: .recordedAt)
        try values.encode(counts, forKey: .counts)
    }
}

/// An indicator that people enter, with what was entered of a year; `EnteredIndicator` in docs/openapi.yaml.
public struct EnteredIndicatorDocument: Encodable, Sendable {
    private let indicator: StrategyIndicator
    private let entries: [IndicatorDocument]
    private let language: MessageLanguage

    /// - `entries`: those of the year that count.
    public init(_ indicator: StrategyIndicator, _ entries: [KeptIndicatorEntry], in language: MessageLanguage) {
        self.indicator = indicator
        self.entries = entries.map { IndicatorDocument($0) }
        self.language = language
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, unit, from, months, entries
    }

    /// Writes it with its texts in one language.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(indicator.code, forKey: .code)
        try values.encode(indicator.name[language], forKey: .name)
        try values.encode(indicator.unit, forKey: .unit)
        try values.encode(indicator.entered?.from[language], forKey: .from)
        try values.encode(indicator.entered?.months, forKey: .months)
        try values.encode(entries, forKey: .entries)
    }
}
