import Reception
import Terminal

/// Days, months and years as somebody types them.
enum TypedPeriod {
    /// `2026-07-14`, `hier`, `aujourd'hui`. Throws what isn't a day.
    static func day(_ typed: String, today: OfficeDay) throws -> OfficeDay {
        switch typed.lowercased() {
        case "aujourd'hui", "aujourd’hui", "today": return today
        case "hier", "yesterday": return today.adding(days: -1)
        case let text:
            if let day = OfficeDay(text) { return day }
            // As a French spreadsheet writes it.
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            if parts.count == 3, parts[2].count == 4, parts[0].count <= 2, parts[1].count <= 2,
                let year = Int(parts[2]),
                let month = Int(parts[1]), let dayOfMonth = Int(parts[0]),
                let day = OfficeDay(year: year, month: month, day: dayOfMonth)
            {
                return day
            }
            throw Refused.byPerson(
                say(
                    "« \(typed) » n'est pas un jour. Écrivez 2026-07-14 ou hier. Rien n'a été enregistré.",
                    "“\(typed)” isn't a day. Write 2026-07-14 or yesterday. Nothing was recorded."))
        }
    }

    /// `2026-07`. Throws what isn't a month.
    static func month(_ typed: String) throws -> ClosurePeriod {
        if let period = ClosurePeriod(typed), case .month = period { return period }
        throw Refused.byPerson(
            say(
                "« \(typed) » n'est pas un mois. Écrivez 2026-07. Rien n'a été enregistré.",
                "“\(typed)” isn't a month. Write 2026-07. Nothing was recorded."))
    }

    /// `2026`. Throws what isn't a year.
    static func year(_ typed: String) throws -> ClosurePeriod {
        if let period = ClosurePeriod(typed), case .year = period { return period }
        throw Refused.byPerson(
            say(
                "« \(typed) » n'est pas une année. Écrivez 2026. Rien n'a été enregistré.",
                "“\(typed)” isn't a year. Write 2026. Nothing was recorded."))
    }
}
