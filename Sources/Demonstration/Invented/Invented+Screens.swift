import Reception

// MARK: What people do on the screens. Invented, as all of this folder.

extension Invented {
    /// Sessions for each contact at the counter, on all screens together.
    static let sessionsPerContact = 1.9

    /// The first of the office's screens stands in the way of everybody, the others less.
    static let firstScreen = 3.0

    /// How many things are done in a session after it began: another, and another.
    static let anotherStep = 0.93
    static let mostSteps = 60
    /// Seconds between two of them.
    static let secondsBetween = 2..<22

    /// What is done next.
    static let steps: [(Interaction.Kind, Double)] = [
        (.theme, 22), (.place, 44), (.filter, 9), (.search, 4), (.map, 6), (.nearby, 4), (.takeAway, 4),
        (.trackDownload, 1.5),
        (.basket, 4), (.print, 0.7), (.language, 0.6),
    ]

    /// How much likelier a kind of place is, by season, and when it rains.
    static let kindsOfPlaces: [(String, [Double])] = [
        ("hike", [24, 30, 22]), ("greenway", [12, 20, 18]), ("cellar", [16, 22, 26]), ("heritage", [40, 36, 40]),
    ]
    static let kindsInRain = ["hike": 0.5, "greenway": 0.4, "cellar": 1.4, "heritage": 1.3]
    /// Of places that follow each other in how much they are liked, the next is so much less.
    static let nextPlace = 0.93

    /// The language that is chosen, by season; those that an office doesn't have are passed over.
    static let screenLanguages: [(String, [Double])] = [
        ("fr", [88, 74, 66]), ("en", [7, 12, 13]), ("nl", [1, 6, 10]), ("de", [2, 6, 7]), ("es", [2, 2, 4]),
    ]

    static let filters = [
        "oneHour", "twoHours", "halfDay", "fullDay", "foot", "bicycle", "children", "dog", "open", "free", "shade",
        "easy", "loop",
    ]

    /// What is typed in each language, with how many places it finds, the commonest first.
    static let searches: [String: [(String, Int)]] = [
        "fr": [
            ("pont romain", 1), ("château", 4), ("vin", 10), ("balade", 12), ("piscine", 0), ("vélo", 5), ("marché", 0),
            ("moulin", 2),
            ("distributeur", 0), ("chapelle", 3), ("canoë", 0), ("dégustation", 6), ("laverie", 0), ("restaurant", 0),
        ],
        "en": [
            ("roman bridge", 1), ("castle", 4), ("wine", 10), ("walk", 12), ("swimming", 0), ("parking", 0),
            ("market", 0), ("bike", 5),
        ],
        "nl": [("wijn", 10), ("fietsen", 5), ("zwembad", 0), ("kasteel", 4), ("markt", 0), ("wandelen", 12)],
        "de": [("wein", 10), ("burg", 4), ("wandern", 12), ("schwimmbad", 0), ("parkplatz", 0)],
        "es": [("castillo", 4), ("vino", 10), ("puente romano", 1), ("piscina", 0)],
    ]
    /// How much rarer the next of them is.
    static let nextSearch = 0.9

    /// Of those who are shown a code to take along, those who open it on their phone.
    static let scans = 0.36
    /// The share of sessions that end with a face, and the faces, unhappy first.
    static let faces = 0.07
    static let satisfaction: [(Int, Double)] = [(1, 3), (2, 7), (3, 31), (4, 59)]
    /// The share of sessions that somebody ends, rather than walk away.
    static let ended = 0.28
}
