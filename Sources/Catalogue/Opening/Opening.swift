import Reception

/// When a place can be visited, as far as it is known. See `docs/opening.md` for the rule that reads it.
public struct Opening: Hashable, Sendable {
    /// What sort of answer there is.
    public enum Kind: String, CaseIterable, Sendable {
        /// Seen at any hour: from outside, or a path.
        case always
        /// Only after a call.
        case byAppointment = "by-appointment"
        /// Dates, weekdays and hours.
        case periods
        /// Nobody has told; the screen says so.
        case unknown
    }

    /// What sort of answer there is.
    public var kind: Kind
    /// The last day for which `periods` are known; past it the hours are out of date. Always there with `.periods`.
    public var knownUntil: OfficeDay?
    /// Empty unless the kind is `.periods`.
    public var periods: [OpeningPeriod]
    /// Days on which the place stays shut, whatever the periods say.
    public var closed: [OfficeDay]
    /// The last entry, minutes before closing.
    public var lastEntry: Int?
    /// What the hours don't say.
    public var note: Translated?

    /// An opening; by default nothing is known.
    public init(
        kind: Kind = .unknown, knownUntil: OfficeDay? = nil, periods: [OpeningPeriod] = [], closed: [OfficeDay] = [],
        lastEntry: Int? = nil, note: Translated? = nil
    ) {
        self.kind = kind
        self.knownUntil = knownUntil
        self.periods = periods
        self.closed = closed
        self.lastEntry = lastEntry
        self.note = note
    }
}

/// Hours that hold between two dates, on some weekdays.
public struct OpeningPeriod: Hashable, Sendable {
    /// A date of one year, or one that comes back every year.
    public enum Bound: Hashable, Sendable, CustomStringConvertible {
        case date(OfficeDay)
        case everyYear(month: Int, day: Int)

        /// Reads `2026-07-01` or `07-01`. 29 February is a day that may come back.
        public init?(_ text: some StringProtocol) {
            if let date = OfficeDay(text) {
                self = .date(date)
            } else if text.utf8.count == 5, let date = OfficeDay("2000-\(text)") {
                self = .everyYear(month: date.parts.month, day: date.parts.day)
            } else {
                return nil
            }
        }

        /// As it is written.
        public var description: String {
            switch self {
            case .date(let date): date.description
            case .everyYear(let month, let day): "\(padded(month, 2))-\(padded(day, 2))"
            }
        }
    }

    /// The first day; nil: no beginning.
    public var from: Bound?
    /// The last day, included; nil: no end.
    public var to: Bound?
    /// ISO weekdays, Monday is 1; nil: every day.
    public var days: [Int]?
    /// The hours of each of those days.
    public var hours: [HourRange]
    /// On those days one calls first.
    public var byAppointment: Bool

    /// A period; by default every day of every year, without hours.
    public init(
        from: Bound? = nil, to: Bound? = nil, days: [Int]? = nil, hours: [HourRange] = [], byAppointment: Bool = false
    ) {
        self.from = from
        self.to = to
        self.days = days
        self.hours = hours
        self.byAppointment = byAppointment
    }

    /// Is the day within the dates, whatever its weekday?
    func datesContain(_ day: OfficeDay) -> Bool {
        switch (from, to) {
        case (.everyYear(let fromMonth, let fromDay), .everyYear(let toMonth, let toDay)):
            let (_, month, dayOfMonth) = day.parts
            let begun = (month, dayOfMonth) >= (fromMonth, fromDay)
            let notOver = (month, dayOfMonth) <= (toMonth, toDay)
            // From 11-01 to 02-28 runs across New Year.
            return (fromMonth, fromDay) <= (toMonth, toDay) ? begun && notOver : begun || notOver
        default:
            if let from, isBefore(day, from) { return false }
            if let to, isAfter(day, to) { return false }
            return true
        }
    }

    func contains(_ day: OfficeDay) -> Bool {
        datesContain(day) && (days?.contains(day.weekday) ?? true)
    }

    private func isBefore(_ day: OfficeDay, _ bound: Bound) -> Bool {
        switch bound {
        case .date(let date): day < date
        case .everyYear(let month, let dayOfMonth): (day.parts.month, day.parts.day) < (month, dayOfMonth)
        }
    }

    private func isAfter(_ day: OfficeDay, _ bound: Bound) -> Bool {
        switch bound {
        case .date(let date): day > date
        case .everyYear(let month, let dayOfMonth): (day.parts.month, day.parts.day) > (month, dayOfMonth)
        }
    }
}
