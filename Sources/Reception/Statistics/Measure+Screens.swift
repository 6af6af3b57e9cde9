/// The figures of the screens. Their sessions are never called visitors: one person may start several, a family one.
extension Measure {
    var screenDefinition: Definition? {
        switch self {
        case .sessions:
            .sum(
                of: .session, "sessions", "sessions",
                fr: "Les sessions commencées sur les écrans, chacune au jour et à l’heure où elle commence.",
                en: "Sessions begun on the screens, each on the day and hour it begins.",
                leftOut: "Ce qui se lit ensuite sur un téléphone.", "What is read on a phone afterwards.")
        case .sessionMedian:
            .percentile(
                50, "durée médiane d’une session", "median session length",
                fr: "La moitié des sessions ne durent pas plus longtemps.",
                en: "Half of the sessions last no longer.")
        case .sessionP90:
            .percentile(
                90, "durée de neuf sessions sur dix", "length of nine sessions in ten",
                fr: "Neuf sessions sur dix ne durent pas plus longtemps.",
                en: "Nine sessions in ten last no longer.")
        case .idleSessions:
            .sum(
                of: .session, "sessions abandonnées", "idle sessions",
                fr: "Les sessions que l’écran a closes lui-même, faute de geste.",
                en: "Sessions that the screen ended itself because nobody touched it.",
                leftOut: "Celles qu’un visiteur a terminées ; celles dont la fin n’est pas arrivée.",
                "Those that a visitor ended; those whose end never came.")
        case .idleShare:
            .share(
                .idleSessions, of: .sessions, "part abandonnée", "idle share",
                fr: "Les sessions abandonnées, parmi toutes.",
                en: "Idle sessions, among all.")
        case .familySessions:
            .sum(
                of: .session, "sessions avec un filtre famille", "sessions with a family filter",
                fr: "Les sessions où quelqu’un a demandé ce qui convient à des enfants ou à une poussette.",
                en: "Sessions in which somebody asked for what suits children or a pushchair.",
                leftOut: "Les familles qui ne l’ont pas demandé.", "Families who didn’t ask.")
        case .familySessionShare:
            .share(
                .familySessions, of: .sessions, "part avec un filtre famille", "family filter share",
                fr: "Les sessions avec un filtre famille, parmi toutes.",
                en: "Sessions with a family filter, among all.")
        case .placesOpened:
            .sum(
                of: .gesture, "lieux ouverts", "places opened",
                fr: "Les fiches de lieux ouvertes ; la même, ouverte deux fois, compte deux fois.",
                en: "Pages of places opened; the same one opened twice counts twice.",
                leftOut: "Les lieux vus dans une liste ou sur la carte sans être ouverts.",
                "Places seen in a list or on the map but not opened.")
        case .trackDownloads:
            .sum(
                of: .gesture, "traces téléchargées", "tracks downloaded", fr: "Les traces GPX téléchargées.",
                en: "GPX tracks downloaded.",
                leftOut: "Les parcours seulement regardés.", "Routes that were only looked at.")
        case .takeAways:
            .sum(
                of: .gesture, "fiches à emporter", "take-aways",
                fr: "Les codes montrés pour emporter une fiche sur son téléphone.",
                en: "Codes shown to take a page away on a phone.", leftOut: "Les codes imprimés.", "Printed codes.")
        case .scans:
            .sum(
                of: .gesture, "fiches ouvertes sur un téléphone", "pages opened on a phone",
                fr: "Les fiches ouvertes depuis un code.",
                en: "Pages opened from a code.", leftOut: "Les fiches ouvertes autrement.", "Pages opened otherwise.")
        case .searches:
            .sum(
                of: .search, "recherches", "searches", fr: "Les recherches faites sur les écrans.",
                en: "Searches made on the screens.",
                leftOut: "Ce qui a été tapé : seuls les nombres sont gardés ici.",
                "What was typed: only numbers are kept here.")
        case .emptySearches:
            .sum(
                of: .search, "recherches sans résultat", "searches that found nothing",
                fr: "Les recherches qui n’ont rien trouvé.",
                en: "Searches that found nothing.", leftOut: "Celles qui ont trouvé, même autre chose.",
                "Those that found something, even something else.")
        case .emptySearchShare:
            .share(
                .emptySearches, of: .searches, "part sans résultat", "share that found nothing",
                fr: "Les recherches sans résultat, parmi toutes.",
                en: "Searches that found nothing, among all.")
        case .screenMinutes:
            .sum(
                .minutes, of: .screenHour, "temps de marche des écrans", "screens’ time up",
                fr: "Le temps pendant lequel les écrans ont donné signe de vie.",
                en: "How long the screens gave a sign of life.",
                leftOut: "Les heures sans signe, que l’écran soit éteint ou coupé du réseau.",
                "Hours without a sign, whether the screen was off or cut off.")
        case .faces:
            .sum(
                of: .face, "avis", "answers", fr: "Les visages touchés à la fin d’une session.",
                en: "Faces touched at the end of a session.",
                leftOut: "Les sessions sans avis.", "Sessions without an answer.")
        case .happyFaces:
            .sum(
                of: .face, "avis satisfaits", "happy answers",
                fr: "Les avis donnés par les deux visages contents, le troisième et le quatrième de quatre.",
                en: "Answers by the two happy faces, the third and the fourth of four.",
                leftOut: "Les deux autres visages.", "The two other faces.")
        case .satisfaction:
            .share(
                .happyFaces, of: .faces, "satisfaction", "satisfaction", fr: "Les avis satisfaits, parmi tous.",
                en: "Happy answers, among all.")
        default: nil
        }
    }
}

extension Measure.Definition {
    fileprivate static func percentile(_ percent: Int, _ frenchName: String, _ name: String, fr: String, en: String)
        -> Self
    {
        .init(
            name: .init(fr: frenchName, en: name), meaning: .init(fr: fr, en: en),
            leftOut: .init(fr: "Les sessions dont la fin n’est pas arrivée.", en: "Sessions whose end never came."),
            formula: .percentile(percent, .seconds), subject: .session)
    }
}
