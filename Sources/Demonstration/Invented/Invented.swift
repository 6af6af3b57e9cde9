/// Everything a demonstration supposes, in this folder and nowhere else.
///
/// **All of it is invented**, to look like what a small tourist office in the south of France might live through. No figure here comes from an
/// office, and none says anything about one: the curves are round numbers, chosen so that a board has something to show.
enum Invented {
    /// Three parts of the year, in which other people come.
    enum Season: Int, Sendable, CaseIterable {
        case winter, shoulder, summer
    }

    /// The season of a month, 1…12.
    static func season(ofMonth month: Int) -> Season {
        switch month {
        case 7, 8: .summer
        case 4, 5, 6, 9, 10: .shoulder
        default: .winter
        }
    }
}

// MARK: How many come

extension Invented {
    /// Contacts at the counter on an ordinary open day, at scale 1.
    static let contactsOnAnOrdinaryDay = 18.0

    /// How much busier a month is than an ordinary one, January first.
    static let months = [0.35, 0.45, 0.65, 1.05, 1.25, 1.20, 1.75, 1.95, 1.15, 0.80, 0.40, 0.45]

    /// How much busier a weekday is, Monday first.
    static let weekdays = [0.85, 0.90, 1.00, 0.95, 1.00, 1.25, 0.75]

    /// The morning of the week's market (7 is Sunday), and what it does to the mornings' attendance.
    static let marketWeekday = 6
    static let marketMorning = 1.7

    /// When no zone has school, and on a public holiday.
    static let schoolHoliday = 1.15
    static let publicHoliday = 1.20

    /// From one year to the next.
    static let yearlyGrowth = 1.04

    /// How much a day may differ from what all this says, either way.
    static let dailySpread = 0.15

    /// The share of open days on which nobody recorded anything: what wasn't counted isn't zero.
    static let daysNotCounted = 0.006

    /// When people come: by hour from 8 to 19.
    static let hours: [Int: Double] = [
        8: 0.3, 9: 0.8, 10: 1.5, 11: 1.6, 12: 0.9, 13: 0.5, 14: 0.9, 15: 1.2, 16: 1.2, 17: 1.0, 18: 0.6, 19: 0.3,
    ]
}

// MARK: The weather

extension Invented {
    /// How a day's weather is told, and what it does to how many come.
    enum Weather: String, Sendable, CaseIterable {
        case fine, clouds, rain, storm, heat

        /// How much busier the day is.
        var factor: Double {
            switch self {
            case .fine: 1
            case .clouds: 1.05
            case .rain: 0.72
            case .storm: 0.45
            case .heat: 0.80
            }
        }

        /// What a counsellor notes of the day; nil when it is nothing to note.
        var note: String? {
            switch self {
            case .fine, .clouds, .rain: nil
            case .storm: "Orages et fortes pluies toute la journée"
            case .heat: "Canicule, plus de 36 °C l'après-midi"
            }
        }
    }

    /// The share of wet days by month, January first; a wet week has more, a dry one fewer.
    static let wetDays = [0.20, 0.18, 0.18, 0.20, 0.18, 0.12, 0.06, 0.09, 0.17, 0.24, 0.24, 0.20]
    /// Of the wet days, those with a storm, in autumn and otherwise.
    static let storms = (autumn: 0.22, otherwise: 0.06)
    /// The share of July's and August's dry days that are too hot to go out.
    static let hotDays = 0.16
    /// The share of the other dry days with clouds.
    static let cloudyDays = 0.25
}

// MARK: When the office is open

extension Invented {
    /// Opening hours in minutes after midnight, by season; Sundays apart.
    static func hours(in season: Season, isSunday: Bool) -> [(from: Int, to: Int)] {
        switch (season, isSunday) {
        case (.winter, false): [(540, 750), (840, 1_020)]
        case (.winter, true): []
        case (.shoulder, false): [(540, 750), (840, 1_080)]
        case (.shoulder, true): [(570, 750)]
        case (.summer, false): [(540, 780), (840, 1_140)]
        case (.summer, true): [(570, 780)]
        }
    }

    /// Month and day on which the office is closed whatever the season.
    static let closedDays = [(1, 1), (5, 1), (11, 1), (12, 25)]

    /// The weeks in which families travel, by month and day, in the years whose school holidays the content doesn't know.
    static let unknownHolidays = [
        ((1, 1), (1, 4)), ((2, 12), (2, 28)), ((4, 10), (4, 26)), ((7, 5), (8, 31)), ((10, 19), (11, 2)),
        ((12, 20), (12, 31)),
    ]
}
