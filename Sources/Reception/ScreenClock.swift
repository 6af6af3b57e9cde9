/// What the server knows of a screen's clock when events arrive: screens' clocks are wrong, and some by years.
public struct ScreenClock: Hashable, Sendable {
    /// When the server received the events, by its own clock.
    public let receivedAt: Instant
    /// How far the screen's clock is behind the server's, in milliseconds; nil when the screen didn't say its time.
    public let skew: Int64?

    /// - `sentAt`: the screen's clock when it sent the events; nil when unknown.
    public init(receivedAt: Instant, sentAt: Instant? = nil) {
        self.receivedAt = receivedAt
        skew = sentAt.map { receivedAt.milliseconds - $0.milliseconds }
    }

    /// Two minutes: beyond it a clock is corrected rather than believed.
    public static let tolerance: Int64 = 120_000
    /// How long raw interactions are kept; older ones aren't taken either.
    public static let monthsKept = 25

    /// The time of an event, put right when the clock is more than two minutes off; `skew` is nil when it was left alone.
    ///
    /// Throws `at_in_future` beyond two minutes after reception and `at_too_old` before 25 months ago.
    public func correct(_ at: Instant) throws(Refusal) -> (at: Instant, skew: Int64?) {
        let applied = skew.flatMap { abs($0) > Self.tolerance ? $0 : nil }
        let corrected = at.advanced(byMilliseconds: applied ?? 0)
        guard corrected <= receivedAt.advanced(byMilliseconds: Self.tolerance) else {
            throw Refusal(
                .atInFuture, "at \(corrected) is later than the server's clock, \(receivedAt).",
                hint: "Set the screen's clock, or send sent_at so that its error is corrected.")
        }
        guard corrected >= receivedAt.subtracting(months: Self.monthsKept) else {
            throw Refusal(
                .atTooOld, "at \(corrected) is more than \(Self.monthsKept) months before the server's clock.",
                hint: "Set the screen's clock, or send sent_at so that its error is corrected.")
        }
        return (corrected, applied)
    }
}
