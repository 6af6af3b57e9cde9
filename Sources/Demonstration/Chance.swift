import Foundation

/// Chance that comes out the same each time: SplitMix64, as Steele, Lea and Flood describe it.
///
/// Nothing here asks the standard library for a random number, whose ways may change with its version.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    /// A chance of its own for each seed and each list of numbers: a day comes out the same whatever days came before it.
    init(seed: Int, _ parts: Int...) {
        state = UInt64(bitPattern: Int64(seed))
        for part in parts { state = Chance.mixed(state &+ UInt64(bitPattern: Int64(part)) &+ 0x9E37_79B9_7F4A_7C15) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Chance.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// 0 or more, less than 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something happens that does so in `share` of all cases.
    mutating func happens(_ share: Double) -> Bool { unit() < share }

    /// One of the numbers of a range, each as likely.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(unit() * Double(range.count))
    }

    /// How often something happens that does so `mean` times on average (Poisson; beyond 40 its normal approximation).
    mutating func count(around mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        if mean > 40 {
            let normal = (-2 * log(1 - unit())).squareRoot() * cos(2 * Double.pi * unit())
            return max(0, Int((mean + normal * mean.squareRoot()).rounded()))
        }
        var (left, count) = (unit(), 0)
        let limit = exp(-mean)
        while left > limit {
            left *= unit()
            count += 1
        }
        return count
    }

    /// How often a thing is done again that is done again in `share` of all cases, `limit` at most.
    mutating func repeats(_ share: Double, limit: Int) -> Int {
        var count = 0
        while count < limit, happens(share) { count += 1 }
        return count
    }

    /// A time of a range, each millisecond as likely.
    mutating func milliseconds(_ range: Range<Int>) -> Int64 {
        Int64(range.lowerBound) + Int64(unit() * Double(range.count))
    }
}

/// Values, each as likely as its weight says.
struct Weighted<Value: Sendable>: Sendable {
    private let values: [Value]
    private let sums: [Double]

    /// Weights are 0 or more; what has none never comes.
    init(_ pairs: [(Value, Double)]) {
        let pairs = pairs.filter { $0.1 > 0 }
        values = pairs.map(\.0)
        var sum = 0.0
        sums = pairs.map { pair in
            sum += pair.1
            return sum
        }
    }

    /// One of them; nil when there are none.
    func pick(_ chance: inout Chance) -> Value? {
        guard let sum = sums.last else { return nil }
        let drawn = chance.unit() * sum
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > drawn { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}
