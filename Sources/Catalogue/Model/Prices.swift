/// What a visit costs.
public struct Prices: Hashable, Sendable {
    /// Nothing to pay.
    public var free: Bool
    /// Empty when it is free, or when only « not free » is known.
    public var rates: [Rate]
}

/// One line of the price list.
public struct Rate: Hashable, Sendable {
    /// Who pays it.
    public enum Who: String, CaseIterable, Sendable {
        case all, adult, child, reduced, family, group, tasting
    }

    /// Who pays it.
    public var who: Who
    /// Cents of the office's currency.
    public var amount: Int
    /// Under what conditions.
    public var note: Translated?
}
