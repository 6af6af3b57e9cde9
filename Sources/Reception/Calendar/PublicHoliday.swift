/// France's eleven public holidays (Code du travail, L3133-1), without those that Alsace and Moselle have besides.
public enum PublicHoliday: String, CaseIterable, Sendable, Codable {
    case newYear = "new-year"
    case easterMonday = "easter-monday"
    case labourDay = "labour-day"
    case victory1945 = "victory-1945"
    case ascension
    case whitMonday = "whit-monday"
    case nationalDay = "national-day"
    case assumption
    case allSaints = "all-saints"
    case armistice1918 = "armistice-1918"
    case christmas

    /// The holiday that a day is; when two fall together (1 May 2008), the one that moves.
    public init?(on day: OfficeDay) {
        let (year, _, _) = day.parts
        let today = Self.allCases.filter { $0.day(in: year) == day }
        guard let holiday = today.first(where: \.isMovable) ?? today.first else { return nil }
        self = holiday
    }

    /// When it is.
    public func day(in year: Int) -> OfficeDay {
        func fixed(_ month: Int, _ day: Int) -> OfficeDay {
            OfficeDay(daysSince1970: CivilDate(year: year, month: month, day: day).daysSince1970)
        }
        return switch self {
        case .newYear: fixed(1, 1)
        case .easterMonday: .easter(in: year).adding(days: 1)
        case .labourDay: fixed(5, 1)
        case .victory1945: fixed(5, 8)
        case .ascension: .easter(in: year).adding(days: 39)
        case .whitMonday: .easter(in: year).adding(days: 50)
        case .nationalDay: fixed(7, 14)
        case .assumption: fixed(8, 15)
        case .allSaints: fixed(11, 1)
        case .armistice1918: fixed(11, 11)
        case .christmas: fixed(12, 25)
        }
    }

    /// Whether it goes with Easter.
    public var isMovable: Bool { [.easterMonday, .ascension, .whitMonday].contains(self) }

    /// What it is called.
    public func name(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .newYear: ("jour de l’an", "New Year’s Day")
            case .easterMonday: ("lundi de Pâques", "Easter Monday")
            case .labourDay: ("fête du travail", "Labour Day")
            case .victory1945: ("victoire de 1945", "Victory Day 1945")
            case .ascension: ("Ascension", "Ascension Day")
            case .whitMonday: ("lundi de Pentecôte", "Whit Monday")
            case .nationalDay: ("fête nationale", "National Day")
            case .assumption: ("Assomption", "Assumption Day")
            case .allSaints: ("Toussaint", "All Saints’ Day")
            case .armistice1918: ("armistice de 1918", "Armistice Day 1918")
            case .christmas: ("Noël", "Christmas Day")
            }
        return language == .french ? fr : en
    }
}

extension OfficeDay {
    /// Easter Sunday of the Gregorian calendar: the Sunday after the full moon, as the Church reckons it, that falls on 21 March or next after.
    public static func easter(in year: Int) -> OfficeDay {
        let (golden, century) = (year % 19, year / 100)
        // The moon's age, by the Metonic cycle and two corrections a century or so: leap days left out, and the cycle's own drift.
        let leftOut = century - century / 4
        let drift = (8 * century + 13) / 25
        let moon = (19 * golden + leftOut - drift + 15) % 30
        // Two of the thirty ages would give the same full moon in a cycle, or one on 19 April: the moon is then a day earlier.
        let full = moon - (moon > 28 || moon == 28 && golden > 10 ? 1 : 0)
        let fullMoon = OfficeDay(daysSince1970: CivilDate(year: year, month: 3, day: 21 + full).daysSince1970)
        return fullMoon.adding(days: 7 - fullMoon.weekday % 7)
    }
}
