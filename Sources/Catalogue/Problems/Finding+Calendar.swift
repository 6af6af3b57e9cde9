import Reception

/// What can be wrong with the school holidays.
extension Finding {
    static func breakOutOfYear(_ holiday: SchoolCalendar.Holiday, _ year: String) -> Finding {
        Finding(
            "break-out-of-year",
            fr: (
                "« \(holiday.rawValue) » ne commence pas dans l'année scolaire \(year).",
                "Vérifiez « from » : l'année scolaire va de « start » à l'été suivant."
            ),
            en: (
                "\"\(holiday.rawValue)\" doesn't begin in the school year \(year).",
                "Check \"from\": the school year runs from \"start\" to the next summer."
            ))
    }

    static func breakEndsEarly(_ holiday: SchoolCalendar.Holiday) -> Finding {
        Finding(
            "break-ends-early",
            fr: (
                "« \(holiday.rawValue) » finit avant d'avoir commencé.",
                "« from » est le premier jour sans école, « back » celui de la reprise."
            ),
            en: (
                "\"\(holiday.rawValue)\" ends before it begins.",
                "\"from\" is the first day without school, \"back\" the one on which it begins again."
            ))
    }

    static let summerHasNoEnd = Finding(
        "summer-has-no-end",
        fr: (
            "L'été n'a pas de « back » : il dure jusqu'à la rentrée suivante.",
            "Retirez-le, et écrivez la rentrée dans « start » de l'année suivante."
        ),
        en: (
            "Summer has no \"back\": it lasts until the next school year.",
            "Remove it, and write that year's first day as its \"start\"."
        ))

    static func breaksMeet(
        _ holiday: SchoolCalendar.Holiday, _ other: SchoolCalendar.Holiday, line: Int
    ) -> Finding {
        Finding(
            "breaks-meet",
            fr: (
                "« \(holiday.rawValue) » revient, ou tombe en même temps que « \(other.rawValue) » (ligne \(line)).",
                "Corrigez l'une des deux lignes, ou dites de quelle zone elles sont."
            ),
            en: (
                "\"\(holiday.rawValue)\" comes again, or at the same time as \"\(other.rawValue)\" (line \(line)).",
                "Correct one of the two lines, or say which zone they are of."
            ))
    }

    static func breakMissing(
        _ holiday: SchoolCalendar.Holiday, _ zones: [SchoolCalendar.Zone], _ year: String
    ) -> Finding {
        let list = zones.map(\.rawValue).joined(separator: ", ")
        return Finding(
            "break-missing",
            fr: (
                "Il manque « \(holiday.rawValue) » en \(year), zone \(list).",
                "Recopiez-le du calendrier officiel, ou retirez l'année entière : une année à moitié connue trompe."
            ),
            en: (
                "\"\(holiday.rawValue)\" is missing in \(year), zone \(list).",
                "Copy it from the official calendar, or remove the whole year: one half known misleads."
            ))
    }
}
