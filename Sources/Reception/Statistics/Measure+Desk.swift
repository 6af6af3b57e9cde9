/// The figures of the desk: who came, who called, who counted.
extension Measure {
    var deskDefinition: Definition? {
        switch self {
        case .contacts:
            .sum(
                of: .contact, "contacts", "contacts",
                fr: "Les contacts au comptoir, par téléphone, par courrier, hors les murs… : un groupe est un contact.",
                en: "Contacts at the counter, by phone, by mail, off-site…: a party is one contact.",
                leftOut: "Les saisies annulées ou corrigées ; les personnes comptées sans question.",
                "What was voided or corrected; people tallied without questions.")
        case .counterContacts:
            .sum(
                of: .contact, "contacts au comptoir", "counter contacts",
                fr: "Les contacts de personnes venues au comptoir.",
                en: "Contacts with people who came to the counter.",
                leftOut: "Les contacts à distance et hors les murs.",
                "Remote and off-site contacts.")
        case .remoteContacts:
            .sum(
                of: .contact, "contacts à distance", "remote contacts",
                fr: "Les contacts par téléphone, courriel, courrier ou messagerie.",
                en: "Contacts by phone, email, post or chat.",
                leftOut: "Les contacts au comptoir et hors les murs.", "Counter and off-site contacts.")
        case .offSiteContacts:
            .sum(
                of: .contact, "contacts hors les murs", "off-site contacts",
                fr: "Les contacts pris hors de l’office : un salon, un marché.",
                en: "Contacts made away from the office: a fair, a market.",
                leftOut: "Tous les autres canaux.", "All other channels.")
        case .partiesUnknown:
            .sum(
                of: .contact, "groupes de taille inconnue", "parties of unknown size",
                fr: "Les contacts au comptoir dont personne n’a noté le nombre de personnes.",
                en: "Counter contacts whose number of people nobody noted.",
                leftOut: "Les contacts dont le nombre est connu.", "Contacts whose number is known.")
        case .outcomesKnown:
            .sum(
                of: .contact, "contacts dont la suite est connue", "contacts of known outcome",
                fr: "Les contacts dont on sait s’ils ont reçu une réponse.",
                en: "Contacts of which it is known whether they were answered.",
                leftOut: "Les contacts sans suite notée.", "Contacts without an outcome noted.")
        case .unmet:
            .sum(
                of: .contact, "demandes sans réponse", "unmet requests",
                fr: "Les contacts auxquels l’office n’a pas pu répondre.",
                en: "Contacts that the office couldn’t help.",
                leftOut: "Les contacts orientés ailleurs ; ceux dont la suite n’est pas notée.",
                "Contacts referred elsewhere; those without an outcome noted.")
        case .unmetShare:
            .share(
                .unmet, of: .outcomesKnown, "part sans réponse", "unmet share",
                fr: "Les demandes sans réponse, parmi les contacts dont la suite est connue.",
                en: "Unmet requests, among contacts of known outcome.")
        case .visitors:
            .sum(
                of: .party, "visiteurs", "visitors",
                fr:
                    "Les personnes venues au comptoir, celles comptées sans question comprises : qui est entré à l’office, pas qui est venu dans la région.",
                en:
                    "People who came to the counter, those tallied without questions included: who came to the office, not who came to the area.",
                leftOut:
                    "Les groupes de taille inconnue ; les contacts à distance et hors les murs ; qui détaille un comptage n’y est pas deux fois.",
                "Parties of unknown size; remote and off-site contacts; a sample of a tally isn’t counted twice.")
        case .tallied:
            .sum(
                of: .party, "visiteurs comptés sans question", "visitors tallied",
                fr: "Parmi les visiteurs, ceux dont rien n’est connu que leur nombre.",
                en: "Of the visitors, those of whom nothing is known but their number.",
                leftOut: "Les personnes d’un comptage qu’une visite détaille.",
                "People of a tally whom a visit tells more of.")
        case .originsKnown:
            .sum(
                of: .party, "visiteurs d’origine connue", "visitors of known origin",
                fr: "Les visiteurs dont le pays est connu.",
                en: "Visitors whose country is known.", leftOut: "Les origines inconnues, les comptages sans question.",
                "Unknown origins, tallies without questions.")
        case .foreigners:
            .sum(
                of: .party, "visiteurs de l’étranger", "visitors from abroad",
                fr: "Les visiteurs venus d’un autre pays que la France.",
                en: "Visitors from a country other than France.",
                leftOut: "Les origines inconnues : elles ne sont ni d’ici ni d’ailleurs.",
                "Unknown origins: they are neither from here nor from elsewhere.")
        case .foreignShare:
            .share(
                .foreigners, of: .originsKnown, "part de l’étranger", "foreign share",
                fr: "Les visiteurs de l’étranger, parmi ceux dont l’origine est connue.",
                en: "Visitors from abroad, among those of known origin.")
        case .returnsKnown:
            .sum(
                of: .party, "visiteurs dont le retour est connu", "visitors asked whether they came before",
                fr: "Les visiteurs dont on sait s’ils étaient déjà venus.",
                en: "Visitors of whom it is known whether they had been here.",
                leftOut: "Ceux à qui personne ne l’a demandé.", "Those whom nobody asked.")
        case .returns:
            .sum(
                of: .party, "visiteurs déjà venus", "returning visitors", fr: "Les visiteurs qui étaient déjà venus.",
                en: "Visitors who had been here before.", leftOut: "Ceux à qui personne ne l’a demandé.",
                "Those whom nobody asked.")
        case .returnShare:
            .share(
                .returns, of: .returnsKnown, "part déjà venue", "return share",
                fr: "Les visiteurs déjà venus, parmi ceux dont on le sait.",
                en: "Returning visitors, among those of whom it is known.")
        case .door:
            .sum(
                of: .doorHour, "passages à la porte", "people at the door",
                fr: "Les personnes vues par le compteur de la porte.",
                en: "People whom the counter at the door saw.",
                leftOut: "Les heures sans comptage, qui ne sont pas des zéros.",
                "Hours without a count, which aren’t zeros.")
        case .coverage:
            .share(
                .visitors, of: .door, "couverture", "coverage",
                fr: "Les visiteurs saisis, parmi les passages à la porte.",
                en: "Visitors recorded, among the people at the door.")
        case .openMinutes:
            .sum(
                .minutes, of: .openDay, "temps d’ouverture", "time open",
                fr: "Le temps pendant lequel l’office a vraiment été ouvert.",
                en: "How long the office was really open.", leftOut: "Les jours dont l’ouverture n’est pas saisie.",
                "Days whose opening isn’t recorded.")
        case .visitorsPerHour:
            .ratio(
                .visitors, per: .openMinutes, of: .party, "visiteurs par heure d’ouverture",
                "visitors per opening hour",
                fr: "Les visiteurs pour une heure d’ouverture, les jours dont l’ouverture est saisie.",
                en: "Visitors for an hour of opening, on days whose opening is recorded.")
        default: nil
        }
    }
}

extension Measure.Definition {
    static func sum(
        _ unit: Measure.Unit = .count, of subject: Subject, _ frenchName: String, _ name: String, fr: String,
        en: String, leftOut french: String, _ english: String
    ) -> Self {
        .init(
            name: .init(fr: frenchName, en: name), meaning: .init(fr: fr, en: en),
            leftOut: .init(fr: french, en: english), formula: .sum(unit), subject: subject)
    }

    static func share(
        _ part: Measure, of whole: Measure, _ frenchName: String, _ name: String, fr: String, en: String
    ) -> Self {
        let (above, below) = (part.definition, whole.definition)
        return .init(
            name: .init(fr: frenchName, en: name), meaning: .init(fr: fr, en: en),
            leftOut: .both(above.leftOut, below.leftOut), formula: .share(part, of: whole), subject: above.subject)
    }

    static func ratio(
        _ part: Measure, per whole: Measure, of subject: Subject, _ frenchName: String, _ name: String, fr: String,
        en: String
    ) -> Self {
        .init(
            name: .init(fr: frenchName, en: name), meaning: .init(fr: fr, en: en),
            leftOut: .both(part.definition.leftOut, whole.definition.leftOut), formula: .ratio(part, per: whole),
            subject: subject)
    }
}

extension Measure.Wording {
    fileprivate static func both(_ one: Self, _ other: Self) -> Self {
        one == other ? one : .init(fr: "\(one.fr) \(other.fr)", en: "\(one.en) \(other.en)")
    }
}
