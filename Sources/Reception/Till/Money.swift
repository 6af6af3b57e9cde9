/// An amount of the office's currency, in its smallest unit. Never a floating-point number; a whole number of cents in JSON.
public struct Money: Hashable, Sendable, Comparable, AdditiveArithmetic {
    /// Cents; negative when it is given back.
    public var cents: Int

    /// So many cents.
    public init(cents: Int) { self.cents = cents }

    /// Nothing.
    public static let zero = Money(cents: 0)

    /// The sum.
    public static func + (one: Money, other: Money) -> Money { Money(cents: one.cents + other.cents) }
    /// The difference.
    public static func - (one: Money, other: Money) -> Money { Money(cents: one.cents - other.cents) }
    /// So many times an amount.
    public static func * (amount: Money, count: Int) -> Money { Money(cents: amount.cents * count) }
    /// Given back.
    public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }
    /// The smaller first.
    public static func < (one: Money, other: Money) -> Bool { one.cents < other.cents }
}

extension Money: Codable {
    /// Out of a whole number of cents.
    public init(from decoder: any Decoder) throws {
        self.init(cents: try decoder.singleValueContainer().decode(Int.self))
    }

    /// As a whole number of cents.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(cents)
    }
}
