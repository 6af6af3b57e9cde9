/// A week of ISO 8601, Monday to Sunday, written `2026-W29`: it belongs to the year that its Thursday is in.
public struct ISOWeek: Hashable, Sendable, CustomStringConvertible {
    /// The year its Thursday is in; a Monday or a Sunday may be in another one.
    public let year: Int
    /// 1 to 52 or 53.
    public let number: Int

    /// The week that a day is in.
    public init(containing day: OfficeDay) {
        let thursday = day.adding(days: 4 - day.weekday)
        year = thursday.parts.year
        let newYear = CivilDate(year: year, month: 1, day: 1).daysSince1970
        number = (thursday.daysSince1970 - newYear) / 7 + 1
    }

    /// Nil when the year has no such week, or isn't within 1…9999.
    public init?(year: Int, number: Int) {
        guard 1...9_999 ~= year, 1...53 ~= number else { return nil }
        let week = ISOWeek(containing: Self.thursday(year, number))
        guard week.year == year else { return nil }
        self = week
    }

    /// Monday to Sunday.
    public var days: ClosedRange<OfficeDay> {
        let thursday = Self.thursday(year, number)
        return thursday.adding(days: -3)...thursday.adding(days: 3)
    }

    /// `2026-W29`
    public var description: String {
        var text = ASCIIText<8>()
        text.append(decimal: year, digits: 4)
        text.append("-")
        text.append("W")
        text.append(decimal: number, digits: 2)
        return text.string
    }

    /// 4 January is always in the first week.
    private static func thursday(_ year: Int, _ number: Int) -> OfficeDay {
        let inFirst = OfficeDay(daysSince1970: CivilDate(year: year, month: 1, day: 4).daysSince1970)
        return inFirst.adding(days: 4 - inFirst.weekday + 7 * (number - 1))
    }
}
