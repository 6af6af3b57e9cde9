/// What the rows are that a figure counts.
public enum Subject: String, CaseIterable, Sendable, Codable {
    case contact, party, doorHour = "door-hour", openDay = "open-day"
    case session, gesture, search, screenHour = "screen-hour", face
    case ticket, line, day
    case attendance

    /// What one row is.
    public var row: Measure.Wording {
        switch self {
        case .contact:
            .init(
                fr: "un contact saisi au comptoir, dans sa dernière version",
                en: "a contact recorded at the desk, as last corrected")
        case .party:
            .init(
                fr: "un groupe venu au comptoir, ou un comptage sans question",
                en: "a party that came to the counter, or a tally without questions")
        case .doorHour: .init(fr: "une heure comptée à la porte", en: "an hour counted at the door")
        case .openDay:
            .init(
                fr: "un jour dont les heures vraiment ouvertes sont saisies",
                en: "a day whose real opening hours are recorded")
        case .session:
            .init(fr: "une session sur un écran, jamais une personne", en: "a session on a screen, never a person")
        case .gesture: .init(fr: "un geste sur un écran", en: "a thing done on a screen")
        case .search: .init(fr: "une recherche sur un écran", en: "a search on a screen")
        case .screenHour: .init(fr: "une heure d’un écran", en: "an hour of a screen")
        case .face: .init(fr: "un visage touché sur un écran", en: "a face touched on a screen")
        case .ticket: .init(fr: "un ticket scellé par une caisse", en: "a ticket sealed by a till")
        case .line: .init(fr: "une ligne de ticket", en: "a line of a ticket")
        case .day: .init(fr: "une année dont le chiffre est saisi", en: "a year whose figure was entered")
        case .attendance:
            .init(
                fr: "des personnes comptées sur un site, à une dégustation ou à une exposition",
                en: "people counted at a site, a tasting or an exhibition")
        }
    }

    /// What its rows know of themselves.
    public var facets: [Facet] {
        switch self {
        case .contact:
            Facet.time + [
                .channel, .origin, .country, .departement, .profile, .stay, .firstVisit, .language, .topic, .duration,
                .outcome, .desk,
            ]
        case .party:
            Facet.time + [
                .origin, .country, .departement, .profile, .stay, .firstVisit, .language, .topic, .outcome, .desk,
            ]
        case .doorHour: Facet.time
        case .openDay: Facet.calendar
        case .session, .search: Facet.time + [.screen, .language]
        case .gesture: Facet.time + [.screen, .language, .place, .theme]
        case .screenHour: Facet.time + [.screen]
        case .face: Facet.time + [.screen, .language, .face]
        case .ticket: Facet.time + [.till]
        case .line: Facet.time + [.till, .product, .category, .depositor]
        case .day: [.year]
        case .attendance: Facet.time + [.site]
        }
    }

    /// Whether a row may have several values of a facet, so that the parts add up to more than the whole.
    func overlaps(by facet: Facet) -> Bool {
        switch self {
        case .contact, .party: facet == .topic
        case .session: facet == .language
        default: false
        }
    }
}
