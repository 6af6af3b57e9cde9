/// A moment on the world's clock: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Instant: Hashable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public let milliseconds: Int64

    /// A moment from its milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment `milliseconds` later (earlier when negative).
    public func advanced(byMilliseconds milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    /// The same UTC day of the month and time of day, `months` earlier. A day the month doesn't have runs over into the
    /// next one (31 March less one month is 3 March), as SQLite's `'-N months'` does, which the schema's triggers use.
    public func subtracting(months: Int) -> Instant {
        let (day, time) = milliseconds.quotientAndRemainderFlooring(by: Self.millisecondsPerDay)
        let date = CivilDate(daysSince1970: Int(day))
        let month = date.year * 12 + date.month - 1 - months
        let (year, monthOfYear) = month.quotientAndRemainderFlooring(by: 12)
        let days = CivilDate(year: year, month: monthOfYear + 1, day: date.day).daysSince1970
        return Instant(milliseconds: Int64(days) * Self.millisecondsPerDay + time)
    }

    static let millisecondsPerDay: Int64 = 86_400_000
}

extension Instant: Comparable {
    /// Earlier before later.
    public static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }
}

extension BinaryInteger {
    /// Division that rounds towards minus infinity, as days before 1970 need: the remainder is never negative.
    package func quotientAndRemainderFlooring(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
