extension OfficeDay {
    /// `12 juillet 2026`, `1er juillet 2026`; in English `12 July 2026`.
    public func wording(in language: MessageLanguage) -> String {
        DayWords(language).date(self)
    }
}

extension ClosurePeriod {
    /// `12 juillet 2026`, `juillet 2026`, `2026`.
    public func wording(in language: MessageLanguage) -> String {
        switch self {
        case .day(let day): day.wording(in: language)
        case .month(let year, let month): "\(DayWords(language).month(month)) \(year)"
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
