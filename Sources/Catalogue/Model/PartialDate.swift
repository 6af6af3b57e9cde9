import Reception

/// A date known to the year, the month or the day: `1971`, `1971-07`, `1971-07-02`.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    /// As written.
    public let description: String

    /// Nil when the calendar has no such date.
    public init?(_ text: String) {
        let whole =
            switch text.utf8.count {
            case 4: text + "-01-01"
            case 7: text + "-01"
            default: text
            }
        guard OfficeDay(whole) != nil else { return nil }
        self.description = text
    }
}
