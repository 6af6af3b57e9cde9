/// Whole-number division of money: never a floating-point number in between.
enum Rounding {
    /// `dividend / divisor`, a half rounded away from zero, so that what is given back is what was taken. `divisor` is above zero.
    static func halfUp(_ dividend: Int, over divisor: Int) -> Int {
        let quotient = (dividend.magnitude * 2 + divisor.magnitude) / (2 * divisor.magnitude)
        return dividend < 0 ? -Int(quotient) : Int(quotient)
    }

    /// `whole` in parts that are to each other as `weights` (0 or more, not all zero), by largest remainder: each is its share rounded down
    /// or up, and together they are the whole. Of equal remainders the first is rounded up.
    static func shares(of whole: Int, by weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        var shares = weights.map { whole * $0 / sum }
        let missing = whole - shares.reduce(0, +)
        let byRemainder = weights.indices.sorted { one, other in
            let (remainder, others) = (whole * weights[one] % sum, whole * weights[other] % sum)
            return remainder == others ? one < other : remainder > others
        }
        for index in byRemainder.prefix(missing) { shares[index] += 1 }
        return shares
    }
}

extension VATRate {
    /// What is left of an amount without its VAT: half-up rounded gross / (1 + rate).
    public func net(of gross: Money) -> Money {
        Money(cents: Rounding.halfUp(gross.cents * 10_000, over: 10_000 + basisPoints))
    }
}
