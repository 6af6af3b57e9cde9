/// A figure that somebody entered, with its source. A correction is another entry of the same indicator and period; both stay.
public struct IndicatorEntry: Hashable, Sendable, Codable {
    /// Of this entry.
    public var id: FactID
    /// The indicator's code.
    public var indicator: String
    /// What it is about.
    public var period: IndicatorPeriod
    /// In `unit`; nil: the figure that was there is taken back, and there is none.
    public var value: Int?
    /// What it is in.
    public var unit: IndicatorUnit
    /// Where the figure was found: 1–300 characters, one line.
    public var source: String
    /// Who entered it; nil when nobody said, and for what the server counts.
    public var who: String?

    /// An entry out of its parts.
    public init(
        id: FactID, indicator: String, period: IndicatorPeriod, value: Int?, unit: IndicatorUnit, source: String,
        who: String? = nil
    ) {
        self.id = id
        self.indicator = indicator
        self.period = period
        self.value = value
        self.unit = unit
        self.source = source
        self.who = who
    }

    /// Holds it against its rules.
    ///
    /// - `strategy`: the office's.
    /// - `today`: figures are of years that have begun, this century.
    ///
    /// Throws `indicator_unknown`, `indicator_not_entered`, `indicator_value_invalid`, `indicator_period_invalid`,
    /// `indicator_source_invalid`, `counsellor_invalid`.
    public func checked(in strategy: Strategy, today: OfficeDay) throws(Refusal) {
        let known = try strategy.enteredIndicator(indicator)
        let (year, month, _) = today.parts
        guard 2_000...year ~= period.year, period.year < year || (period.month ?? 1) <= month else {
            throw .indicatorPeriodInvalid(period)
        }
        if let value {
            let range = unit == .yesNo ? 0...1 : 0...IndicatorUnit.limit
            guard unit == known.unit, range ~= value else { throw .indicatorValueInvalid("\(value)", known) }
        }
        let isLine = source.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        guard isLine, source.contains(where: { !$0.isWhitespace }), source.count <= 300 else {
            throw .indicatorSourceInvalid
        }
        if let who, !Names.isCode(who) { throw .whoInvalid }
    }
}

/// An entry as the register keeps it.
public struct KeptIndicatorEntry: Hashable, Sendable {
    /// What was entered.
    public let entry: IndicatorEntry
    /// When.
    public let recordedAt: Instant
    /// The entry whose place it took; nil when it was the first of its period.
    public let supersedes: FactID?
    /// Whether another took its place.
    public let isSuperseded: Bool

    /// An entry out of its parts.
    public init(_ entry: IndicatorEntry, recordedAt: Instant, supersedes: FactID?, isSuperseded: Bool) {
        self.entry = entry
        self.recordedAt = recordedAt
        self.supersedes = supersedes
        self.isSuperseded = isSuperseded
    }
}
