/// What an office wants to achieve and how it is judged, from `content/strategy.yaml`.
public struct Strategy: Hashable, Sendable, Codable {
    /// One direction of it.
    public struct Axis: Hashable, Sendable, Codable {
        /// A slug.
        public var code: String
        /// What it is called.
        public var name: Measure.Wording
        /// What is wanted there, in order.
        public var objectives: [Objective]

        /// An axis out of its parts.
        public init(code: String, name: Measure.Wording, objectives: [Objective]) {
            self.code = code
            self.name = name
            self.objectives = objectives
        }
    }

    /// Something that is wanted.
    public struct Objective: Hashable, Sendable, Codable {
        /// A slug.
        public var code: String
        /// What it is called.
        public var name: Measure.Wording
        /// Codes of what it is judged by, in order; several objectives may be judged by the same.
        public var indicators: [String]

        /// An objective out of its parts.
        public init(code: String, name: Measure.Wording, indicators: [String]) {
            self.code = code
            self.name = name
            self.indicators = indicators
        }
    }

    /// What it is called; nil when the office has none.
    public var name: Measure.Wording?
    /// In order.
    public var axes: [Axis]
    /// Everything that is measured, each once.
    public var indicators: [StrategyIndicator]
    /// ISO 4217.
    public var currency: String

    /// A strategy out of its parts.
    public init(
        name: Measure.Wording? = nil, axes: [Axis] = [], indicators: [StrategyIndicator] = [],
        currency: String = "EUR"
    ) {
        self.name = name
        self.axes = axes
        self.indicators = indicators
        self.currency = currency
    }

    /// The indicator of a code; nil when there is none.
    public func indicator(_ code: String) -> StrategyIndicator? { indicators.first { $0.code == code } }

    /// Those whose figures people enter. The year's budget is always one: the self-financing share needs it.
    public var entered: [StrategyIndicator] {
        let own = indicators.filter { $0.entered != nil }
        return own.contains { $0.code == StrategyIndicator.budget.code } ? own : own + [.budget]
    }

    /// The one whose figures are entered under a code.
    ///
    /// Throws `indicator_unknown` with near codes, `indicator_not_entered` when its figure fills itself.
    public func enteredIndicator(_ code: String) throws(Refusal) -> StrategyIndicator {
        let typed = code.lowercased()
        if let found = entered.first(where: { $0.code == typed }) { return found }
        if let other = indicator(typed) { throw .indicatorNotEntered(other) }
        throw .indicatorUnknown(code, among: entered)
    }

    /// An indicator of the strategy, or one that people enter.
    ///
    /// Throws `indicator_unknown` with near codes.
    public func knownIndicator(_ code: String) throws(Refusal) -> StrategyIndicator {
        let typed = code.lowercased()
        guard let found = indicator(typed) ?? entered.first(where: { $0.code == typed }) else {
            throw .indicatorUnknown(code, among: indicators + entered)
        }
        return found
    }
}
