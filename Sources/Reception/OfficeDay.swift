/// A day of the office's calendar, without time or zone, written `2026-07-14` (proleptic Gregorian).
public struct OfficeDay: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let daysSince1970: Int

    /// The day `daysSince1970` days after 1970-01-01.
    public init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// A day by its parts; nil when the calendar has no such day (2026-02-29) or the year isn't within 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9_999 ~= year, 1...12 ~= month, 1...CivilDate.days(inMonth: month, of: year) ~= day else {
            return nil
        }
        daysSince1970 = CivilDate(year: year, month: month, day: day).daysSince1970
    }

    /// Reads `2026-07-14`; nil when the text is anything else or no such day exists.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(0) { value, byte in
                value.flatMap { 48...57 ~= byte ? $0 * 10 + Int(byte) - 48 : nil }
            }
        }
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(0..<4),
            let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The year, the month 1…12 and the day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let date = CivilDate(daysSince1970: daysSince1970)
        return (date.year, date.month, date.day)
    }

    /// ISO 8601 weekday: Monday is 1, Sunday is 7.
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        (daysSince1970 + 3).quotientAndRemainderFlooring(by: 7).remainder + 1
    }

    /// The day that many days later.
    public func adding(days: Int) -> OfficeDay {
        OfficeDay(daysSince1970: daysSince1970 + days)
    }
}

extension OfficeDay: Comparable, CustomStringConvertible {
    /// Earlier before later.
    public static func < (one: OfficeDay, other: OfficeDay) -> Bool { one.daysSince1970 < other.daysSince1970 }

    /// `2026-07-14`
    public var description: String {
        let date = CivilDate(daysSince1970: daysSince1970)
        var text = ASCIIText<10>()
        text.append(decimal: date.year, digits: 4)
        text.append("-")
        text.append(decimal: date.month, digits: 2)
        text.append("-")
        text.append(decimal: date.day, digits: 2)
        return text.string
    }
}

extension OfficeDay: Strideable {
    /// How many days later `other` is.
    public func distance(to other: OfficeDay) -> Int { other.daysSince1970 - daysSince1970 }
    /// The day that many days later.
    public func advanced(by days: Int) -> OfficeDay { adding(days: days) }
}
