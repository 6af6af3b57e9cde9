import Reception

/// What a breakdown by time makes of a day and an hour: numbers that are in the order of time.
struct Moments {
    let facet: Facet
    let seasons: [Season]

    /// - `shown`: the day of the period under which the day stands.
    /// - `hour`: asked for only where the breakdown needs it.
    func key(day: OfficeDay, shown: OfficeDay, hour: () -> Int) -> Int {
        switch facet {
        case .hour: return hour()
        case .weekday: return day.weekday
        case .weekdayHour: return day.weekday * 100 + hour()
        case .week:
            let week = ISOWeek(containing: shown)
            return week.year * 100 + week.number
        case .month:
            let (year, month, _) = shown.parts
            return year * 100 + month
        case .season:
            let (year, month, _) = shown.parts
            return year * 100 + (seasons.firstIndex { $0.months.contains(month) } ?? 99)
        case .year: return shown.parts.year
        default: return shown.daysSince1970
        }
    }

    /// Whether hours matter.
    var needsHour: Bool { facet == .hour || facet == .weekdayHour }

    /// A number's value: `14`, `6-14`, `2026-07-14`, `2026-W29`, `2026-07`, `2026-wings`, `2026`.
    func name(_ key: Int) -> String {
        switch facet {
        case .hour, .weekday, .year: return "\(key)"
        case .weekdayHour: return "\(key / 100)-\(key % 100)"
        case .week: return ISOWeek(year: key / 100, number: key % 100)?.description ?? "\(key)"
        case .month: return Period.month(year: key / 100, month: key % 100).text
        case .season:
            let index = key % 100
            return index == 99 ? Origins.unknown : Period.season(seasons[index], year: key / 100).text
        default: return OfficeDay(daysSince1970: key).description
        }
    }
}
