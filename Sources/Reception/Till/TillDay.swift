extension OfficeClock {
    /// The day that something sold at an instant counts for: until the clock on the wall shows `cutoff` minutes after midnight, the day before.
    ///
    /// A later instant never counts for an earlier day: in the hour that comes twice in autumn the first time counts.
    public func tillDay(at instant: Instant, cutoff: Int) -> OfficeDay {
        let day = dayAndMinute(at: instant).day
        return cutoff > 0 && instant < self.instant(day: day, minute: cutoff) ? day.adding(days: -1) : day
    }
}

extension ClosurePeriod {
    /// Its first day.
    public var first: OfficeDay {
        switch self {
        case .day(let day): day
        case .month(let year, let month): Self.first(year, month)
        case .year(let year): Self.first(year, 1)
        }
    }

    /// Its last day.
    public var last: OfficeDay {
        switch self {
        case .day(let day): day
        case .month(let year, let month): Self.first(month == 12 ? year + 1 : year, month % 12 + 1).adding(days: -1)
        case .year(let year): Self.first(year + 1, 1).adding(days: -1)
        }
    }

    /// Whether it is a single day.
    public var isDay: Bool { if case .day = self { true } else { false } }

    /// Whether a day is in it.
    public func contains(_ day: OfficeDay) -> Bool { first <= day && day <= last }

    private static func first(_ year: Int, _ month: Int) -> OfficeDay {
        OfficeDay(daysSince1970: CivilDate(year: year, month: month, day: 1).daysSince1970)
    }
}
