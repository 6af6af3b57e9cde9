/// What an objective is judged by: one figure a year, and where it comes from.
public struct StrategyIndicator: Hashable, Sendable, Codable {
    /// Where its figure comes from.
    public enum Source: Hashable, Sendable, Codable {
        /// The statistics answer it.
        case computed(Computed)
        /// The catalogue's places are counted.
        case catalogue(CatalogueCount)
        /// Somebody enters it.
        case entered(Entered)
        /// In how many months of the year a figure was entered in this very board.
        case board
    }

    /// A question of the statistics.
    public struct Computed: Hashable, Sendable, Codable {
        /// What is asked.
        public var question: StandingQuestion
        /// What it is a share of; nil: it is told as it is.
        public var whole: StandingQuestion?
        /// Only of places of these kinds, such as `hike`; nil: of all.
        public var kinds: [String]?
        /// The catalogue's places of those kinds, as the server last knew them.
        public var places: [String]?

        /// A question out of its parts.
        public init(question: StandingQuestion, whole: StandingQuestion? = nil, kinds: [String]? = nil) {
            self.question = question
            self.whole = whole
            self.kinds = kinds
        }
    }

    /// Places that are counted: those of one of the kinds that have one of the labels.
    public struct CatalogueCount: Hashable, Sendable, Codable {
        /// Such as `cellar`; empty: all.
        public var kinds: [String]
        /// Of `labels.yaml`; empty: with or without.
        public var labels: [String]

        /// A count out of its parts.
        public init(kinds: [String] = [], labels: [String] = []) {
            self.kinds = kinds
            self.labels = labels
        }

        /// Whether a place counts.
        public func counts(kind: String, labels own: [String]) -> Bool {
            (kinds.isEmpty || kinds.contains(kind)) && (labels.isEmpty || own.contains { labels.contains($0) })
        }
    }

    /// A figure that people enter.
    public struct Entered: Hashable, Sendable, Codable {
        /// What months make of a year.
        public enum Months: String, CaseIterable, Sendable, Codable {
            /// They add up: fairs, articles.
            case sum
            /// The last one is the year's: followers, members.
            case last
        }

        /// What it is in: one of `IndicatorUnit.entered`.
        public var unit: IndicatorUnit
        /// Where it is to be had.
        public var from: Measure.Wording
        /// What months make of a year.
        public var months: Months

        /// A figure out of its parts.
        public init(unit: IndicatorUnit, from: Measure.Wording, months: Months = .last) {
            self.unit = unit
            self.from = from
            self.months = months
        }
    }

    /// What the office wants of a year, at least.
    public struct Target: Hashable, Sendable, Codable {
        /// Of this year.
        public var year: Int
        /// In the indicator's unit.
        public var value: Int

        /// A target out of its parts.
        public init(year: Int, value: Int) {
            self.year = year
            self.value = value
        }
    }

    /// A slug.
    public var code: String
    /// What it is called.
    public var name: Measure.Wording
    /// Where its figure comes from.
    public var source: Source
    /// At most one a year.
    public var targets: [Target]

    /// An indicator out of its parts.
    public init(code: String, name: Measure.Wording, source: Source, targets: [Target] = []) {
        self.code = code
        self.name = name
        self.source = source
        self.targets = targets
    }

    /// How it is entered; nil when its figure fills itself.
    public var entered: Entered? {
        guard case .entered(let entered) = source else { return nil }
        return entered
    }

    /// What its figure is in.
    public var unit: IndicatorUnit {
        switch source {
        case .computed(let computed): computed.whole == nil ? computed.question.measure.indicatorUnit : .percent
        case .catalogue, .board: .count
        case .entered(let entered): entered.unit
        }
    }

    /// What is wanted of a year; nil when the office names no figure.
    public func target(of year: Int) -> Int? { targets.first { $0.year == year }?.value }

    /// What the statistics read as the year's budget.
    public static let budget = StrategyIndicator(
        code: "budget", name: .init(fr: "Budget de l’année", en: "The year’s budget"),
        source: .entered(
            Entered(
                unit: .cents,
                from: .init(fr: "Budget voté par le comité de direction", en: "The budget that the board voted"))))
}
