/// Which days are held against which.
extension Comparison {
    /// The days of a period with those that they are held against.
    ///
    /// - `today`: days after it are never compared; to date, it isn't either.
    /// - `schools`: for `holidays`.
    /// - `openMinutes`: how long the office was really open on a day, nil when nobody said; for `perOpeningHour`.
    public func pairing(
        of days: Days, today: OfficeDay, schools: SchoolCalendar = SchoolCalendar(),
        openMinutes: (OfficeDay) -> Int? = { _ in nil }
    ) -> Pairing {
        Pairing(
            days.map { day in
                do throws(Pairing.NoCounterpart) {
                    let isOver = self == .toDate ? day < today : day <= today
                    guard isOver else { throw Pairing.NoCounterpart(reason: .notYet) }
                    return (day, .success(try counterpart(of: day, schools: schools, openMinutes: openMinutes)))
                } catch {
                    return (day, .failure(error))
                }
            })
    }

    private func counterpart(
        of day: OfficeDay, schools: SchoolCalendar, openMinutes: (OfficeDay) -> Int?
    ) throws(Pairing.NoCounterpart) -> OfficeDay {
        switch self {
        case .sameWeekdays: return day.adding(days: -Self.weeks)
        case .sameDates, .toDate: return try Self.sameDate(day)
        case .perOpeningHour:
            let other = try Self.sameDate(day)
            guard let one = openMinutes(day), let two = openMinutes(other), one > 0, two > 0 else {
                throw .init(reason: .notOpen)
            }
            return other
        case .holidays(let zone): return try Self.samePart(day, zone: zone, schools: schools)
        }
    }

    /// 52 weeks.
    private static let weeks = 364

    private static func sameDate(_ day: OfficeDay) throws(Pairing.NoCounterpart) -> OfficeDay {
        let (year, month, number) = day.parts
        guard let other = OfficeDay(year: year - 1, month: month, day: number) else { throw .init(reason: .leapDay) }
        return other
    }

    private static func samePart(
        _ day: OfficeDay, zone: SchoolCalendar.Zone, schools: SchoolCalendar
    ) throws(Pairing.NoCounterpart) -> OfficeDay {
        guard let (part, year) = DayPart.of(day, zone: zone, schools: schools) else {
            throw .init(reason: .schoolsUnknown)
        }
        if part == .ordinary {
            let other = day.adding(days: -weeks)
            guard let known = DayPart.of(other, zone: zone, schools: schools) else {
                throw .init(reason: .schoolsUnknown)
            }
            guard known.part == .ordinary else { throw .init(reason: .noSuchDay) }
            return other
        }
        if let other = part.day(in: year - 1, zone: zone, schools: schools) { return other }
        let isKnown =
            switch part {
            case .school: schools.years.contains { $0.year == year - 1 }
            case .bridge(let holiday): schools.status(of: holiday.day(in: year - 1), zone: zone) != .unknown
            default: true
            }
        throw .init(reason: isKnown ? .noSuchDay : .schoolsUnknown)
    }
}
