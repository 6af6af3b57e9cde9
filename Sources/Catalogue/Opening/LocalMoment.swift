import Reception

/// A minute on the office's wall clock. Daylight saving doesn't touch it: a screen compares what the clock on the wall
/// shows with what the sign on the door says.
public struct LocalMoment: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The office-local day.
    public let date: OfficeDay
    /// Minutes after midnight, 0…1439.
    public let minute: Int

    /// Minutes beyond a day (1500) or before it (-30) move to the day they fall on.
    public init(date: OfficeDay, minute: Int) {
        let days = minute >= 0 ? minute / 1440 : (minute - 1439) / 1440
        self.date = date.adding(days: days)
        self.minute = minute - days * 1440
    }

    /// Reads `2026-07-14T10:05`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let date = OfficeDay(halves[0]), let minute = HourRange.minute(halves[1]),
            minute < 1440
        else { return nil }
        self.init(date: date, minute: minute)
    }

    /// `2026-07-14T10:05`.
    public var description: String {
        "\(date)T\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }

    /// The earlier moment is the lesser.
    public static func < (left: LocalMoment, right: LocalMoment) -> Bool {
        (left.date, left.minute) < (right.date, right.minute)
    }
}
