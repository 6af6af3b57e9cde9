import Reception

/// An office to read lines with: some words of the Pays de Sommières', on a Tuesday afternoon of July.
enum DeskOffice {
    static let vocabulary = Vocabulary(
        topics: [
            term("hiking", "randonnée", "hiking", "rando", "marche", "pedestre", "balade"),
            term("greenway", "voie verte", "greenway", "vv", "velo", "cyclo", "bike"),
            term("wine", "caveaux", "wine cellars", "caveau", "vin", "domaine", "degustation", "cave"),
            term("heritage", "patrimoine", "heritage", "patri", "chateau", "pont romain", "village"),
            term("agenda", "agenda", "events", "manif", "marche nocturne", "fete"),
            term("family", "activités enfants", "activities for children", "jeux", "loisirs", "kids"),
            term("lodging", "hébergement", "accommodation", "heb", "hotel", "camping", "gite", "chambre"),
            term("food", "restauration", "restaurants", "resto", "restau", "manger"),
        ],
        profiles: [
            term("solo", "seul", "alone", "solo"), term("couple", "couple", "couple", "cple", "cpl"),
            term("family-young", "jeune famille", "young family", "bebe", "poussette"),
            term("family", "famille", "family", "fam"), term("friends", "amis", "friends", "copains"),
            term("seniors", "seniors", "seniors", "sen", "retraites"), term("group", "groupe", "group", "grp"),
            term("school", "scolaire", "school", "scol", "ecole"),
            term("professional", "professionnel", "professional", "pro"),
        ],
        sites: [term("chapelle-castrale", "Chapelle castrale", "Castle chapel", "chapelle")],
        communes: [
            commune("Aspères", "30250"), commune("Calvisson", "30420"), commune("Cannes-et-Clairan", "30260"),
            commune("Congénies", "30111"), commune("Junas", "30250"), commune("Saint-Clément", "30260"),
            commune("Sommières", "30250"), commune("Villevieille", "30250"),
        ],
        towns: ["30250": "Sommières"])

    /// 2026-07-14, 16:00 on the office's wall.
    static let now = Instant(rfc3339: "2026-07-14T14:00:00Z")!
    static let clock = OfficeClock(
        timeZone: "Europe/Paris", from: Instant(rfc3339: "2024-01-01T00:00:00Z")!,
        to: Instant(rfc3339: "2028-01-01T00:00:00Z")!)!
    static let context = DeskLine.Context(vocabulary: vocabulary, clock: clock, now: now)

    static func read(_ line: String, at now: Instant = now) -> DeskLine {
        var context = context
        context.now = now
        return DeskLine(reading: line, in: context)
    }

    /// What a line says, as it is echoed.
    static func words(_ line: String, in language: MessageLanguage = .french) -> String {
        let read = read(line)
        return DeskLine.words(
            read.contact, at: read.saysWhen ? read.at : nil, vocabulary: vocabulary, clock: clock, now: now,
            in: language)
    }

    private static func term(_ code: String, _ fr: String, _ en: String, _ words: String...) -> Vocabulary.Term {
        Vocabulary.Term(code: code, fr: fr, en: en, words: words)
    }

    private static func commune(_ name: String, _ postcode: String) -> Vocabulary.Commune {
        Vocabulary.Commune(name: name, postcode: postcode)
    }
}
