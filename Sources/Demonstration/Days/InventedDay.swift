import Foundation
import Reception

/// One of the office's days, as it is supposed to have turned out.
struct InventedDay: Sendable {
    let day: OfficeDay
    let season: Invented.Season
    let weather: Invented.Weather
    let publicHoliday: PublicHoliday?
    /// Of the three zones, the share whose schools are closed.
    let schoolsClosed: Double
    let isMarket: Bool
    /// When the office was open; none: closed.
    let periods: [OpeningHours.Period]
    /// Whether anybody recorded anything on it.
    let isCounted: Bool
    /// Contacts at the counter that may be expected.
    let contacts: Double
    /// The quarters of an hour in which people come, by their first minute.
    let quarters: Weighted<Int>

    var month: Int { day.parts.month }
    var isOpen: Bool { !periods.isEmpty }
    /// Minutes after midnight.
    var opens: Int { periods.first?.from ?? 0 }
    /// The same.
    var closes: Int { periods.last?.to ?? 0 }

    /// - `first`: the first day of the demonstration, from which on the office grows.
    init(_ day: OfficeDay, seed: Int, scale: Double, first: OfficeDay, schools: SchoolCalendar) {
        let (_, month, dayOfMonth) = day.parts
        var chance = Chance(seed: seed, Purpose.day, day.daysSince1970)
        self.day = day
        season = Invented.season(ofMonth: month)
        weather = Self.weather(day, month: month, seed: seed, &chance)
        publicHoliday = PublicHoliday(on: day)
        schoolsClosed = Self.schoolsClosed(day, schools)
        isMarket = day.weekday == Invented.marketWeekday
        let isClosed = Invented.closedDays.contains { $0 == (month, dayOfMonth) }
        periods =
            isClosed
            ? [] : Invented.hours(in: season, isSunday: day.weekday == 7).map { .init(from: $0.from, to: $0.to) }
        isCounted = !chance.happens(Invented.daysNotCounted)
        let years = Double(day.daysSince1970 - first.daysSince1970) / 365.25
        let spread = 1 + Invented.dailySpread * (2 * chance.unit() - 1)
        contacts =
            periods.isEmpty
            ? 0
            : Invented.contactsOnAnOrdinaryDay * scale * Invented.months[month - 1] * Invented.weekdays[day.weekday - 1]
                * weather.factor * (publicHoliday == nil ? 1 : Invented.publicHoliday)
                * (1 + (Invented.schoolHoliday - 1) * schoolsClosed) * pow(Invented.yearlyGrowth, years) * spread
        quarters = Weighted(
            periods.flatMap { [isMarket] period in
                stride(from: period.from, to: period.to, by: 15).map { minute in
                    let market = isMarket && minute < 13 * 60 ? Invented.marketMorning : 1
                    return (minute, (Invented.hours[minute / 60] ?? 0) * market)
                }
            })
    }

    /// A moment of the day at which somebody comes.
    func moment(_ clock: OfficeClock, _ chance: inout Chance) -> Instant {
        clock.instant(day: day, minute: quarters.pick(&chance) ?? opens)
            .advanced(byMilliseconds: chance.milliseconds(0..<900_000))
    }

    private static func schoolsClosed(_ day: OfficeDay, _ schools: SchoolCalendar) -> Double {
        let zones = SchoolCalendar.Zone.allCases.map { schools.status(of: day, zone: $0) }
        if zones.contains(.unknown) {
            let (_, month, dayOfMonth) = day.parts
            return Invented.unknownHolidays.contains { $0.0 <= (month, dayOfMonth) && (month, dayOfMonth) <= $0.1 }
                ? 1 : 0
        }
        return Double(zones.count { $0 != .term }) / Double(zones.count)
    }

    private static func weather(_ day: OfficeDay, month: Int, seed: Int, _ chance: inout Chance) -> Invented.Weather {
        // Weather comes by weeks: a wet one, a dry one.
        var week = Chance(seed: seed, Purpose.week, (day.daysSince1970 + 3) / 7)
        let wetness = Invented.wetDays[month - 1] * (0.4 + 1.2 * week.unit())
        if chance.happens(wetness) {
            let storms = month >= 9 && month <= 11 ? Invented.storms.autumn : Invented.storms.otherwise
            return chance.happens(storms) ? .storm : .rain
        }
        if month == 7 || month == 8, chance.happens(Invented.hotDays * (0.4 + 1.2 * week.unit())) { return .heat }
        return chance.happens(Invented.cloudyDays) ? .clouds : .fine
    }
}

/// What a chance is for, so that no two things of a day have the same.
enum Purpose {
    static let day = 1
    static let week = 2
    static let desk = 3
    static let counts = 4
    static let screens = 5
    static let shop = 6
}
