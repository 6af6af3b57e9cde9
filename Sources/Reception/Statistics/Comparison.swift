/// What a period is held against: days of the year before, one for each of its own.
public enum Comparison: Hashable, Sendable {
    /// The same day of the same month.
    case sameDates
    /// 52 weeks before: 364 days, so that Saturdays meet Saturdays.
    case sameWeekdays
    /// The same dates, of the days that are over: today isn't.
    case toDate
    /// The same dates, of days whose opening hours are known in both years; figures are for an hour of opening.
    case perOpeningHour
    /// The day that plays the same part in the calendar: in the same school holiday of a zone, at Easter, at Ascension, at Whitsun, on the same
    /// public holiday; else 52 weeks before.
    case holidays(SchoolCalendar.Zone)

    /// As it is written in questions.
    public var code: String {
        switch self {
        case .sameDates: "dates"
        case .sameWeekdays: "weekdays"
        case .toDate: "to-date"
        case .perOpeningHour: "opening-hours"
        case .holidays(let zone): "holidays-\(zone.rawValue.lowercased())"
        }
    }

    /// All there are.
    public static let all: [Comparison] =
        [.sameDates, .sameWeekdays, .toDate, .perOpeningHour] + SchoolCalendar.Zone.allCases.map { .holidays($0) }

    /// What it is called, after "against" or « comparé ».
    public func name(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .sameDates: ("aux mêmes dates", "the same dates")
            case .sameWeekdays: ("aux mêmes jours de semaine", "the same weekdays")
            case .toDate: ("à date", "to date")
            case .perOpeningHour: ("par heure d’ouverture", "per opening hour")
            case .holidays(let zone):
                (
                    "à calendrier égal, vacances zone \(zone.rawValue)",
                    "the same calendar, school holidays zone \(zone.rawValue)"
                )
            }
        return language == .french ? fr : en
    }

    /// How it is typed in French, beside its code.
    var typedFrench: String {
        switch self {
        case .sameDates: "dates"
        case .sameWeekdays: "jours"
        case .toDate: "a date"
        case .perOpeningHour: "heures"
        case .holidays(let zone): "vacances \(zone.rawValue.lowercased())"
        }
    }
}
