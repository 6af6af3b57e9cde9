import Reception

/// The dates of a place as a visitor's calendar takes them (RFC 5545), on the office's own clock.
struct PlaceCalendar {
    let office: Office
    let localizer: Localizer

    /// A fair of a week-end is an entry a day; a summer's exhibition is one band over the weeks, or it would fill the calendar.
    private static let mostDays = 7

    /// One entry a day and opening, or one for the whole period; nil when nothing about the place is dated.
    func file(_ place: Place, commune: String) -> [UInt8]? {
        let events = place.opening.periods.flatMap { dated($0, of: place.opening) }
        guard let first = events.map(\.firstDay).min(), let last = events.map(\.lastDay).max() else { return nil }
        var lines = CalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Vitrine//\(office.code)//EN")
        let isTimed = events.contains { if case .hours = $0 { true } else { false } }
        if isTimed { lines.add(zone: office.timeZone, from: first, to: last) }
        for event in events { add(event, place, commune: commune, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.bytes
    }

    private enum Event {
        case hours(LocalMoment, LocalMoment)
        case days(OfficeDay, OfficeDay)

        var firstDay: OfficeDay {
            switch self {
            case .hours(let start, _): start.date
            case .days(let first, _): first
            }
        }

        var lastDay: OfficeDay {
            switch self {
            case .hours(_, let end): end.date
            case .days(_, let last): last
            }
        }
    }

    private func dated(_ period: OpeningPeriod, of opening: Opening) -> [Event] {
        guard case .date(let first) = period.from, case .date(let last) = period.to, first <= last else { return [] }
        let days = (0...(last.daysSince1970 - first.daysSince1970)).lazy
            .map { first.adding(days: $0) }
            .filter { period.contains($0) && !opening.closed.contains($0) }
            .prefix(Self.mostDays + 1)
        if period.hours.isEmpty || days.count > Self.mostDays { return [.days(first, last)] }
        return days.flatMap { day in
            HourRange.merged(period.hours).map { range in
                .hours(LocalMoment(date: day, minute: range.start), LocalMoment(date: day, minute: range.end))
            }
        }
    }

    private func add(_ event: Event, _ place: Place, commune: String, to lines: inout CalendarLines) {
        lines.add("BEGIN", "VEVENT")
        switch event {
        case .hours(let start, let end):
            lines.add("UID", "\(place.code)-\(CalendarLines.written(start))@\(office.code)")
            lines.add("DTSTART;TZID=\(office.timeZone)", CalendarLines.written(start))
            lines.add("DTEND;TZID=\(office.timeZone)", CalendarLines.written(end))
        case .days(let first, let last):
            lines.add("UID", "\(place.code)-\(CalendarLines.written(first))@\(office.code)")
            lines.add("DTSTART;VALUE=DATE", CalendarLines.written(first))
            lines.add("DTEND;VALUE=DATE", CalendarLines.written(last.adding(days: 1)))
            lines.add("TRANSP", "TRANSPARENT")
        }
        // Not the hour of the compilation: the same content gives the same bytes.
        lines.add("DTSTAMP", CalendarLines.written(place.lastCheck.date) + "T000000Z")
        lines.add("SUMMARY", text: localizer.plain(place.names))
        lines.add("DESCRIPTION", text: localizer.plain(place.teasers))
        lines.add("LOCATION", text: [place.contact?.address, commune].compactMap { $0 }.joined(separator: ", "))
        lines.add("GEO", "\(place.position.latitude);\(place.position.longitude)")
        if let website = place.contact?.website { lines.add("URL", website) }
        lines.add("END", "VEVENT")
    }
}
