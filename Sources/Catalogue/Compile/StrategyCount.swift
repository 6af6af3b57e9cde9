import Reception

/// Goes through the places once for what the strategy has to know of them.
struct StrategyCount {
    private(set) var strategy: Strategy
    /// How many places each `catalogue` indicator counts, by its code.
    private(set) var counts: [String: Int] = [:]

    init(strategy: Strategy?) {
        self.strategy = strategy ?? Strategy()
        for indicator in self.strategy.indicators {
            if case .catalogue = indicator.source { counts[indicator.code] = 0 }
        }
    }

    mutating func add(_ id: String, kind: PlaceKind, labels: [String]) {
        for index in strategy.indicators.indices {
            switch strategy.indicators[index].source {
            case .catalogue(let count) where count.counts(kind: kind.rawValue, labels: labels):
                counts[strategy.indicators[index].code, default: 0] += 1
            case .computed(var computed) where computed.kinds?.contains(kind.rawValue) == true:
                computed.places = (computed.places ?? []) + [id]
                strategy.indicators[index].source = .computed(computed)
            default: break
            }
        }
    }
}
