import Reception

/// What the door says at one moment.
public enum OpeningStatus: Hashable, Sendable {
    case always
    case unknown
    case byAppointment
    /// `lastEntry` only while it is still to come.
    case open(until: LocalMoment, lastEntry: LocalMoment?)
    /// The hours were known up to a day that is past: never shown as open or closed.
    case outOfDate
    /// Later the same day.
    case opens(at: LocalMoment)
    case closed(next: LocalMoment?)
    case outOfSeason(next: LocalMoment?)
}

extension Opening {
    /// Is it open now? The rule is `docs/opening.md`'s, written a second time in `kiosk-web/lib/opening.js`.
    /// - Parameters:
    ///   - day: the office-local day.
    ///   - minute: minutes after midnight on the wall clock, 0…1439.
    public func status(on day: OfficeDay, minute: Int) -> OpeningStatus {
        switch kind {
        case .always: return .always
        case .unknown: return .unknown
        case .byAppointment: return .byAppointment
        case .periods: break
        }
        if let range = hours(on: day).first(where: { $0.contains(minute) }) {
            return open(range, since: day, at: minute)
        }
        let yesterday = day.adding(days: -1)
        if let range = hours(on: yesterday).first(where: { $0.contains(minute + 1440) }) {
            return open(range, since: yesterday, at: minute + 1440)
        }
        if let knownUntil, day > knownUntil { return .outOfDate }
        if let range = hours(on: day).first(where: { $0.start > minute }) {
            return .opens(at: LocalMoment(date: day, minute: range.start))
        }
        if !closed.contains(day), periods.contains(where: { $0.byAppointment && $0.contains(day) }) {
            return .byAppointment
        }
        let next = nextOpening(after: day)
        return periods.contains { $0.datesContain(day) } ? .closed(next: next) : .outOfSeason(next: next)
    }

    /// The hours of one day, sorted and merged; empty when it is closed, or not known.
    public func hours(on day: OfficeDay) -> [HourRange] {
        if closed.contains(day) { return [] }
        if let knownUntil, day > knownUntil { return [] }
        return HourRange.merged(periods.filter { !$0.byAppointment && $0.contains(day) }.flatMap(\.hours))
    }

    private func open(_ range: HourRange, since day: OfficeDay, at minute: Int) -> OpeningStatus {
        let lastMinute = lastEntry.map { range.end - $0 }
        return .open(
            until: LocalMoment(date: day, minute: range.end),
            lastEntry: lastMinute.flatMap { $0 > minute ? LocalMoment(date: day, minute: $0) : nil })
    }

    /// A year and a day ahead is as far as a sign on a door can be believed.
    private func nextOpening(after day: OfficeDay) -> LocalMoment? {
        for ahead in 1...366 {
            let date = day.adding(days: ahead)
            if let knownUntil, date > knownUntil { return nil }
            if let first = hours(on: date).first { return LocalMoment(date: date, minute: first.start) }
        }
        return nil
    }
}
