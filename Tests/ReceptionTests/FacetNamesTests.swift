import Reception
import Testing

/// What values of a breakdown are called.
@Suite struct FacetNamesTests {
    private static let names = FacetNames(
        vocabulary: Vocabulary(
            topics: [.init(code: "hiking", fr: "randonnée", en: "hikes", words: [])],
            profiles: [.init(code: "family", fr: "famille", en: "family", words: [])],
            sites: [.init(code: "chapelle", fr: "Chapelle castrale", en: "Castle chapel", words: [])]),
        origins: Origins(apart: ["34"], region: ["11", "34"], regionName: "Occitanie"),
        others: [.product: ["miel-500": .init(fr: "Miel 500 g", en: "Honey 500 g")]])

    @Test(arguments: [
        (Facet.hour, "9", "9\u{A0}h", "9:00"),
        (.weekday, "1", "lundi", "Monday"),
        (.weekdayHour, "7-14", "dimanche 14\u{A0}h", "Sunday 14:00"),
        (.day, "2026-07-14", "mardi 14 juillet 2026", "Tuesday 14 July 2026"),
        (.week, "2026-W29", "semaine 29 de 2026 (13 au 19 juillet 2026)", "week 29 of 2026 (13 to 19 July 2026)"),
        (.month, "2026-07", "juillet 2026", "July 2026"),
        (.season, "2026-wings", "ailes de saison 2026", "wings of the season 2026"),
        (.year, "2026", "2026", "2026"),
        (.channel, "off-site", "hors les murs", "off-site"),
        (.origin, "local", "du territoire", "from the territory"),
        (.origin, "FR-34", "Hérault", "Hérault"),
        (.origin, "region", "Occitanie, ailleurs", "elsewhere in Occitanie"),
        (.origin, "FR", "reste de la France", "rest of France"),
        (.origin, "NL", "Pays-Bas", "Netherlands"),
        (.country, "FR", "France", "France"),
        (.departement, "2A", "Corse-du-Sud", "Corse-du-Sud"),
        (.profile, "family", "famille", "family"),
        (.stay, "excursionist", "à la journée", "day trip"),
        (.firstVisit, "no", "déjà venu", "been here before"),
        (.language, "nl", "néerlandais", "Dutch"),
        (.topic, "hiking", "randonnée", "hikes"),
        (.duration, "over-15", "plus de 15 min", "over 15 min"),
        (.outcome, "unmet", "demande non satisfaite", "unmet"),
        (.face, "4", "oui, tout à fait", "yes, absolutely"),
        (.site, "chapelle", "Chapelle castrale", "Castle chapel"),
        (.product, "miel-500", "Miel 500 g", "Honey 500 g"),
        (.category, "reduced", "TVA réduite", "reduced VAT"),
    ])
    func `a value is told in words`(facet: Facet, value: String, fr: String, en: String) {
        #expect(facet.valueName(value, names: Self.names, in: .french) == fr)
        #expect(facet.valueName(value, names: Self.names, in: .english) == en)
    }

    @Test(arguments: Facet.allCases)
    func `the unknown and what has no name stay what they are`(facet: Facet) {
        #expect(facet.valueName("unknown", in: .french) == "inconnu")
        #expect(facet.valueName("unknown", in: .english) == "unknown")
        #expect(facet.valueName("hors-liste", in: .french) == "hors-liste")
    }
}
