/// One opening of the door: minutes after midnight, `end` not included, and beyond 1440 when the place closes after
/// midnight.
public struct HourRange: Hashable, Comparable, Sendable {
    /// 0…1439.
    public let start: Int
    /// `start` < `end` <= `start` + 1440.
    public let end: Int

    /// Nil when the range is empty, begins beyond the day or is longer than a day.
    public init?(start: Int, end: Int) {
        guard (0..<1440).contains(start), end > start, end <= start + 1440 else { return nil }
        self.start = start
        self.end = end
    }

    /// Reads `10:00-13:00`; an end not later than the start is on the next day (`20:00-01:00`). `00:00-24:00` is a whole day.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = HourRange.minute(ends[0]), let end = HourRange.minute(ends[1]), start != end
        else { return nil }
        self.init(start: start, end: end > start ? end : end + 1440)
    }

    /// Reads `09:30` as 570; `24:00` is 1440.
    static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hour = decimal(parts[0]), let minute = decimal(parts[1]), minute < 60,
            hour < 24 || hour == 24 && minute == 0
        else { return nil }
        return hour * 60 + minute
    }

    func contains(_ minute: Int) -> Bool {
        start <= minute && minute < end
    }

    /// Sorted, with overlapping or touching ranges made one.
    static func merged(_ ranges: [HourRange]) -> [HourRange] {
        var merged: [HourRange] = []
        for range in ranges.sorted() {
            if let last = merged.last, range.start <= last.end {
                merged[merged.count - 1] = HourRange(joining: last, range)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    private init(joining first: HourRange, _ second: HourRange) {
        self.start = first.start
        self.end = max(first.end, second.end)
    }

    /// By beginning, then by end.
    public static func < (left: HourRange, right: HourRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
