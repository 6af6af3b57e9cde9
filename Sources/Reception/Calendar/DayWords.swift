/// Days, months and periods as they are told in French or in English.
public struct DayWords: Sendable {
    /// Whose words.
    public let language: MessageLanguage

    /// The words of a language.
    public init(_ language: MessageLanguage) { self.language = language }

    private var isFrench: Bool { language == .french }

    /// `juillet`; 1–12.
    public func month(_ month: Int) -> String { (isFrench ? Self.frenchMonths : Self.englishMonths)[month - 1] }

    /// `lundi`; Monday is 1.
    public func weekday(_ weekday: Int) -> String {
        (isFrench ? Self.frenchWeekdays : Self.englishWeekdays)[weekday - 1]
    }

    /// `14 juillet 2026`, `1er juillet 2026`
    public func date(_ day: OfficeDay) -> String { "\(dayAndMonth(day)) \(day.parts.year)" }

    /// `14 juillet`, `1er juillet`
    public func dayAndMonth(_ day: OfficeDay) -> String {
        let (_, month, number) = day.parts
        return "\(isFrench && number == 1 ? "1er" : "\(number)") \(self.month(month))"
    }

    /// `mardi 14 juillet 2026`
    public func weekdayAndDate(_ day: OfficeDay) -> String { "\(weekday(day.weekday)) \(date(day))" }

    /// `1er au 14 juillet 2026`, `14 juillet 2026`
    public func run(_ days: ClosedRange<OfficeDay>) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        guard first != last else { return date(first) }
        let start =
            first.parts.year != last.parts.year
            ? date(first)
            : first.parts.month != last.parts.month
                ? dayAndMonth(first) : isFrench && first.parts.day == 1 ? "1er" : "\(first.parts.day)"
        return "\(start) \(isFrench ? "au" : "to") \(date(last))"
    }

    /// `juillet 2026`, `semaine 29 de 2026 (13 au 19 juillet 2026)`, `ailes de saison 2026`
    public func period(_ period: Period) -> String {
        switch period {
        case .day(let day): weekdayAndDate(day)
        case .week(let week):
            isFrench
                ? "semaine \(week.number) de \(week.year) (\(run(week.days)))"
                : "week \(week.number) of \(week.year) (\(run(week.days)))"
        case .month(let year, let month): "\(self.month(month)) \(year)"
        case .season(let season, let year): "\(season.name(in: language)) \(year)"
        case .year(let year): "\(year)"
        case .range(let days): run(days)
        }
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let frenchWeekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let englishWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
