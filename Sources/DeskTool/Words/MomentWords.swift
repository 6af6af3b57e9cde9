import Reception
import Terminal

/// Days and times as they are told at the desk: `hier 14 h 30`, `mardi 14 juillet 9 h 05`; in English `yesterday 14:30`.
struct MomentWords {
    let clock: OfficeClock
    let today: OfficeDay

    init(clock: OfficeClock, now: Instant) {
        self.clock = clock
        today = clock.dayAndHour(at: now).day
    }

    /// `aujourd'hui 14 h 30`
    func moment(_ instant: Instant) -> String {
        let (day, minute) = clock.dayAndMinute(at: instant)
        return "\(self.day(day)) \(time(minute))"
    }

    /// `14 h 30`, `14 h 00`
    func time(_ instant: Instant) -> String { time(clock.dayAndMinute(at: instant).minute) }

    /// Minutes after midnight: `9 h 05`; in English `9:05`.
    func time(_ minute: Int) -> String {
        let minutes = minute % 60
        return "\(minute / 60)\(say(" h ", ":"))\(minutes < 10 ? "0" : "")\(minutes)"
    }

    /// `aujourd'hui`, `hier`, `demain`, else the date.
    func day(_ day: OfficeDay) -> String {
        switch day.daysSince1970 - today.daysSince1970 {
        case -1: say("hier", "yesterday")
        case 0: say("aujourd'hui", "today")
        case 1: say("demain", "tomorrow")
        default: date(day)
        }
    }

    /// `mardi 14 juillet`, with the year when it isn't this one.
    func date(_ day: OfficeDay) -> String {
        let (year, month, dayOfMonth) = day.parts
        let number = dayOfMonth == 1 ? say("1er", "1") : "\(dayOfMonth)"
        return "\(Self.weekdays[day.weekday - 1]) \(number) \(Self.months[month - 1])"
            + (year == today.parts.year ? "" : " \(year)")
    }

    /// `lun. 23/11`: ten columns at most, for tables.
    func shortDate(_ day: OfficeDay) -> String {
        let (_, month, dayOfMonth) = day.parts
        return "\(Self.weekdays[day.weekday - 1].prefix(3))\(say(".", "")) \(two(dayOfMonth))/\(two(month))"
    }

    /// `novembre 2026`
    func month(_ day: OfficeDay) -> String { "\(Self.months[day.parts.month - 1]) \(day.parts.year)" }

    /// `lundi 16 novembre`, `du lundi 16 novembre au dimanche 22 novembre`
    func period(_ days: ClosedRange<OfficeDay>) -> String {
        let (first, last) = (date(days.lowerBound), date(days.upperBound))
        return first == last ? first : say("du \(first) au \(last)", "\(first) to \(last)")
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let weekdays = names(
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    private static let months = names(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "January February March April May June July August September October November December")

    private static func names(_ french: String, _ english: String) -> [Substring] {
        say(french, english).split(separator: " ")
    }
}
