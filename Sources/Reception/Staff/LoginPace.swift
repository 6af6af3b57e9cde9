/// How long to wait after wrong passwords: nothing for the first few, then twice as long each time, up to a quarter of an hour.
///
/// Guessing becomes pointless while somebody who mistypes hardly notices, and nobody is locked out for good.
public struct LoginPace: Hashable, Sendable {
    /// How many wrong ones cost nothing.
    public let free: Int

    /// For one user's name.
    public static let user = LoginPace(free: 5)
    /// For one address: a whole office can be behind it.
    public static let address = LoginPace(free: 20)

    /// The longest wait, in milliseconds.
    public static let longestWait: Int64 = 900_000
    /// Wrong ones are forgotten when none followed for so long, in milliseconds.
    public static let memory: Int64 = 86_400_000

    /// Milliseconds to wait after `failures` wrong ones in a row.
    public func wait(after failures: Int) -> Int64 {
        guard failures > free else { return 0 }
        // 1 s, 2 s, 4 s, …: 2^10 is past the longest.
        return min(Self.longestWait, 1_000 << Int64(min(failures - free - 1, 10)))
    }
}
