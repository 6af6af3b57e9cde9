extension OfficeDay {
    /// `12 juillet 2026`, `1er juillet 2026`; in English `12 July 2026`.
    public func wording(in language: MessageLanguage) -> String {
        let (year, month, day) = parts
        let number = day == 1 && language == .french ? "1er" : "\(day)"
        return "\(number) \(MonthNames.name(month, in: language)) \(year)"
    }
}

extension ClosurePeriod {
    /// `12 juillet 2026`, `juillet 2026`, `2026`.
    public func wording(in language: MessageLanguage) -> String {
        switch self {
        case .day(let day): day.wording(in: language)
        case .month(let year, let month): "\(MonthNames.name(month, in: language)) \(year)"
        case .year(let year): "\(year)"
        }
    }

    /// In a French sentence, as its subject: `La journée du 12 juillet 2026`, `Le mois d'août 2026`, `L'année 2026`; and the `e` of what agrees with it.
    public var inFrench: (subject: String, e: String) {
        let words = wording(in: .french)
        return switch self {
        case .day: ("La journée du \(words)", "e")
        case .month: ("Le mois \("ao".contains(words.prefix(1)) ? "d'" : "de ")\(words)", "")
        case .year: ("L'année \(words)", "e")
        }
    }
}

private enum MonthNames {
    static func name(_ month: Int, in language: MessageLanguage) -> String {
        (language == .french ? french : english)[month - 1]
    }

    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
