import Foundation

/// The clock on the office's wall: which day and hour an instant falls in, across daylight saving.
///
/// The zone's changes of offset from 1970 to 2100 are found once, because Foundation's Calendar takes microseconds per
/// question and every fact asks. In the hour that comes twice in autumn, both count as the same hour.
public struct OfficeClock: Sendable {
    /// The zone's identifier in the IANA database, `Europe/Paris`.
    public let timeZone: String

    /// Since when (seconds since 1970) an offset (seconds east of Greenwich) holds, oldest first.
    private let offsets: [(since: Int64, seconds: Int64)]

    /// A clock for an IANA time zone; nil when the identifier is unknown here. Right from 1970 to 2100; it takes 27 ms.
    public init?(timeZone identifier: String) {
        self.init(
            timeZone: identifier, from: Instant(milliseconds: 0), to: Instant(milliseconds: 4_102_444_800_000))
    }

    /// A clock that is right between two moments, for programs that start often: half a millisecond for three years.
    public init?(timeZone identifier: String, from start: Instant, to end: Instant) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        timeZone = identifier
        offsets = Self.offsets(of: zone, from: start.milliseconds / 1_000, to: end.milliseconds / 1_000)
    }

    /// The office's day and hour (0–23) at `instant`.
    public func dayAndHour(at instant: Instant) -> (day: OfficeDay, hour: Int) {
        let (day, minute) = dayAndMinute(at: instant)
        return (day, minute / 60)
    }

    /// The office's day and minute (0–1439) at `instant`.
    public func dayAndMinute(at instant: Instant) -> (day: OfficeDay, minute: Int) {
        let seconds = instant.milliseconds.quotientAndRemainderFlooring(by: 1_000).quotient
        let (day, inDay) = (seconds + offset(at: seconds)).quotientAndRemainderFlooring(by: 86_400)
        return (OfficeDay(daysSince1970: Int(day)), Int(inDay / 60))
    }

    /// When the office's clock shows that minute of that day (1440 is the next midnight): the first time in the hour that comes twice in
    /// autumn, an hour later in the one that is skipped in spring.
    public func instant(day: OfficeDay, minute: Int) -> Instant {
        let shown = Int64(day.daysSince1970) * 86_400 + Int64(minute) * 60
        let before = offset(at: shown - 86_400)
        let after = offset(at: shown + 86_400)
        let isAfter = offset(at: shown - before) != before && offset(at: shown - after) == after
        return Instant(milliseconds: (shown - (isAfter ? after : before)) * 1_000)
    }

    private func offset(at seconds: Int64) -> Int64 {
        var low = 0
        var high = offsets.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if offsets[middle].since <= seconds { low = middle } else { high = middle }
        }
        return offsets[low].seconds
    }

    /// Looks at the offset every five days and closes in on each change: no zone has changed twice in less.
    private static func offsets(of zone: TimeZone, from beginning: Int64, to end: Int64) -> [(
        since: Int64, seconds: Int64
    )] {
        func offset(at seconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        }
        let step: Int64 = 5 * 86_400
        var found = [(since: beginning, seconds: offset(at: beginning))]
        for start in stride(from: beginning, to: end, by: Int(step)) {
            let before = offset(at: start)
            guard offset(at: start + step) != before else { continue }
            var (low, high) = (start, start + step)
            while high - low > 1 {
                let middle = (low + high) / 2
                if offset(at: middle) == before { low = middle } else { high = middle }
            }
            found.append((since: high, seconds: offset(at: high)))
        }
        return found
    }
}
