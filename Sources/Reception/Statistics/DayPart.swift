/// What part a day plays in the calendar, so that it can be found again in another year. Each day plays exactly one, and in each year at most one day
/// plays it, an ordinary one excepted.
enum DayPart: Hashable, Sendable {
    /// So many days from Easter Sunday: from the Saturday before Easter to Easter Monday, from Ascension to the Sunday after, from the Saturday before
    /// Whitsun to Whit Monday.
    case easter(offset: Int)
    /// Another public holiday.
    case publicHoliday(PublicHoliday)
    /// The day of a school holiday, counted from 0.
    case school(SchoolCalendar.Holiday, index: Int)
    /// A working day between such a public holiday and a weekend, in term.
    case bridge(PublicHoliday)
    case ordinary

    /// A day's part and the year it plays it in: a school year's for a school holiday, a calendar year else. Nil when the school holidays of then aren't
    /// known.
    static func of(_ day: OfficeDay, zone: SchoolCalendar.Zone, schools: SchoolCalendar) -> (part: DayPart, year: Int)?
    {
        let year = day.parts.year
        let offset = OfficeDay.easter(in: year).distance(to: day)
        if easterOffsets.contains(offset) { return (.easter(offset: offset), year) }
        if let holiday = PublicHoliday(on: day) { return (.publicHoliday(holiday), year) }
        switch schools.status(of: day, zone: zone) {
        case .unknown: return nil
        // Around Ascension the offset from Easter has said it already; a bridge that is longer is an ordinary day with a reason.
        case .holiday(.ascensionBridge, _, _): return (.ordinary, year)
        case .holiday(let holiday, let year, let index): return (.school(holiday, index: index), year)
        case .term: break
        }
        if day.weekday == 1, let holiday = fixedHoliday(on: day.adding(days: 1)) { return (.bridge(holiday), year) }
        if day.weekday == 5, let holiday = fixedHoliday(on: day.adding(days: -1)) { return (.bridge(holiday), year) }
        return (.ordinary, year)
    }

    /// The day that plays this part in a year; nil when none does, or it isn't known. Not for ordinary days.
    func day(in year: Int, zone: SchoolCalendar.Zone, schools: SchoolCalendar) -> OfficeDay? {
        let candidate: OfficeDay?
        switch self {
        case .easter(let offset): candidate = .easter(in: year).adding(days: offset)
        case .publicHoliday(let holiday): candidate = holiday.day(in: year)
        case .school(let holiday, let index):
            candidate = schools.day(index, of: holiday, year: year, zone: zone)
        case .bridge(let holiday):
            let day = holiday.day(in: year)
            candidate = day.weekday == 2 ? day.adding(days: -1) : day.weekday == 4 ? day.adding(days: 1) : nil
        case .ordinary: candidate = nil
        }
        return candidate.flatMap { Self.of($0, zone: zone, schools: schools)?.part == self ? $0 : nil }
    }

    private static let easterOffsets: Set = [-1, 0, 1, 39, 40, 41, 42, 48, 49, 50]

    /// New Year's Day makes no bridge: it is within the Christmas holidays.
    private static func fixedHoliday(on day: OfficeDay) -> PublicHoliday? {
        PublicHoliday(on: day).flatMap { $0.isMovable || $0 == .newYear ? nil : $0 }
    }
}
