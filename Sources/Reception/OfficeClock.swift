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

    /// A clock for an IANA time zone; nil when the identifier is unknown here.
    public init?(timeZone identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        timeZone = identifier
        offsets = Self.offsets(of: zone)
    }

    /// The office's day and hour (0–23) at `instant`.
    public func dayAndHour(at instant: Instant) -> (day: OfficeDay, hour: Int) {
        let seconds = instant.milliseconds.quotientAndRemainderFlooring(by: 1_000).quotient
        let (day, inDay) = (seconds + offset(at: seconds)).quotientAndRemainderFlooring(by: 86_400)
        return (OfficeDay(daysSince1970: Int(day)), Int(inDay / 3_600))
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
    private static func offsets(of zone: TimeZone) -> [(since: Int64, seconds: Int64)] {
        func offset(at seconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        }
        let end: Int64 = 4_102_444_800  // 2100-01-01T00:00:00Z
        let step: Int64 = 5 * 86_400
        var found = [(since: Int64(0), seconds: offset(at: 0))]
        for start in stride(from: Int64(0), to: end, by: Int(step)) {
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
