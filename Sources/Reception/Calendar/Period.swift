/// What a question is about: a day, a week, a month, a season, a year, or days from one to another.
public enum Period: Hashable, Sendable {
    case day(OfficeDay)
    case week(ISOWeek)
    /// `month`: 1–12.
    case month(year: Int, month: Int)
    /// Of a calendar year.
    case season(Season, year: Int)
    case year(Int)
    /// The first and the last day are included.
    case range(ClosedRange<OfficeDay>)

    /// Its days.
    public var days: Days {
        switch self {
        case .day(let day): Days([day...day])
        case .week(let week): Days([week.days])
        case .month(let year, let month): Days([Self.days(ofMonth: month, in: year)])
        case .season(let season, let year): season.days(in: year)
        case .year(let year):
            Days([Self.days(ofMonth: 1, in: year).lowerBound...Self.days(ofMonth: 12, in: year).upperBound])
        case .range(let days): Days([days])
        }
    }

    static func days(ofMonth month: Int, in year: Int) -> ClosedRange<OfficeDay> {
        let first = CivilDate(year: year, month: month, day: 1).daysSince1970
        let count = CivilDate.days(inMonth: month, of: year)
        return OfficeDay(daysSince1970: first)...OfficeDay(daysSince1970: first + count - 1)
    }
}
