import Reception

/// A minute as signs of screens are kept: a bit of its hour. Hours are told apart by UTC, because in autumn one of the office's comes twice.
struct ScreenMinute {
    /// Hours since 1970, UTC.
    let utcHour: Int64
    /// Bit 0 is the hour's first minute.
    let bit: UInt64

    init(at: Instant) {
        let (hour, inHour) = at.milliseconds.quotientAndRemainderFlooring(by: 3_600_000)
        utcHour = hour
        bit = 1 << UInt64(inHour / 60_000)
    }
}
