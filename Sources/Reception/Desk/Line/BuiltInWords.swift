/// The words that every office's desk knows: how people came, how long they stay, what came of it. Topics, profiles and communes are an
/// office's own (`Vocabulary`).
enum BuiltInWords {
    /// A thing with its names, and the words for it, the usual one first.
    struct Entry: Sendable {
        var value: LineValue
        var fr: String
        var en: String
        var words: [String]
    }

    static let all: [Entry] = [
        Entry(
            value: .channel(.counter), fr: "au comptoir", en: "at the counter",
            words: ["comptoir", "accueil", "guichet", "counter"]),
        Entry(
            value: .channel(.phone), fr: "téléphone", en: "phone", words: ["tel", "telephone", "phone", "appel"]),
        Entry(
            value: .channel(.email), fr: "courriel", en: "email", words: ["mail", "courriel", "email", "e mail", "mel"]),
        Entry(
            value: .channel(.post), fr: "courrier", en: "post", words: ["courrier", "lettre", "post", "letter"]),
        Entry(
            value: .channel(.chat), fr: "messagerie", en: "chat",
            words: ["chat", "messagerie", "messenger", "whatsapp"]),
        Entry(
            value: .channel(.offSite), fr: "hors les murs", en: "off-site",
            words: ["salon", "hors les murs", "stand", "foire", "off site", "fair"]),
        Entry(
            value: .stay(.tourist), fr: "séjour", en: "staying overnight",
            words: ["nuit", "nuits", "sejour", "touriste", "night", "tourist", "overnight"]),
        Entry(
            value: .stay(.excursionist), fr: "à la journée", en: "day trip",
            words: ["journee", "excursion", "excursionniste", "a la journee", "day", "day trip", "excursionist"]),
        Entry(
            value: .stay(.resident), fr: "résident", en: "resident",
            words: ["resident", "residente", "habitant", "habitante"]),
        Entry(
            value: .firstVisit(true), fr: "première visite", en: "first visit",
            words: [
                "1ere", "1re", "1er", "premiere", "premiere fois", "premiere visite", "1ere fois", "1ere visite",
                "first", "first time", "first visit",
                "1st",
            ]),
        Entry(
            value: .firstVisit(false), fr: "déjà venu", en: "been here before",
            words: [
                "deja", "deja venus", "deja venue", "revient", "reviennent", "habitue", "habitues", "returning",
                "been before",
            ]),
        Entry(
            value: .outcome(.answered), fr: "répondu", en: "answered", words: ["repondu", "repondue", "ok", "answered"]),
        Entry(
            value: .outcome(.referred), fr: "orienté ailleurs", en: "referred",
            words: ["oriente", "orientes", "renvoye", "renvoyes", "referred"]),
        Entry(
            value: .outcome(.unmet), fr: "demande non satisfaite", en: "unmet",
            words: ["non satisfait", "insatisfait", "sans reponse", "pas trouve", "unmet", "not found"]),
    ]

    static let durations: [(value: Contact.Duration, fr: String, en: String, typed: String)] = [
        (.under2, "moins de 2 min", "under 2 min", "1min"), (.from2to5, "2 à 5 min", "2 to 5 min", "2-5"),
        (.from5to15, "5 à 15 min", "5 to 15 min", "5-15"), (.over15, "plus de 15 min", "over 15 min", "20min"),
    ]

    /// Short words of French and English sentences: never the beginning of a country's name, or `les caveaux` would come from Lesotho.
    static let small: Set<String> = [
        "and", "aux", "avec", "but", "dans", "des", "elle", "elles", "for", "from", "ils", "les", "mes", "mon", "not",
        "our", "par", "pas",
        "per", "pour", "que", "qui", "sans", "ses", "some", "son", "sur", "the", "tous", "tout", "une", "with",
    ]
}
