import Reception

// MARK: Who comes. Invented, as all of this folder; rows of three are winter, spring and autumn, summer.

extension Invented {
    /// Where somebody is from, as far as the counsellor learnt it.
    enum Origin: Sendable {
        case local, home, neighbour, region, elsewhere, abroad, franceOnly, unknown
    }

    static let origins: [(Origin, [Double])] = [
        (.local, [34, 16, 8]), (.home, [18, 14, 10]), (.neighbour, [13, 13, 10]), (.region, [4, 5, 5]),
        (.elsewhere, [13, 22, 30]), (.abroad, [6, 19, 25]), (.franceOnly, [3, 3, 4]), (.unknown, [9, 8, 8]),
    ]

    /// Départements beside the office's own, of the rest of the region, and of the rest of France.
    static let neighbours = weights("34 60, 13 18, 84 10, 07 5, 48 3, 12 2")
    static let region = weights("31 8, 11 6, 66 5, 81 3, 82 2, 65 2, 09 1, 32 1, 46 1")
    static let elsewhere = weights(
        """
        75 9, 69 9, 38 7, 59 6, 92 5, 33 4, 44 4, 78 4, 67 4, 74 4, 42 4, 26 4, 06 3, 35 3, 63 3, 91 3, 94 3, 93 3, 77 3, 95 3, 76 3, \
        62 3, 83 3, 68 3, 57 3, 54 2, 21 2, 71 2, 01 2, 73 2, 49 2, 29 2, 56 2, 37 2, 45 2, 14 2, 51 2, 25 2, 60 2, 80 1, 87 1, 86 1, \
        17 1, 64 1, 22 1, 72 1, 89 1, 10 1, 03 1, 43 1, 15 1, 19 1, 24 1, 47 1, 40 1, 85 1, 79 1, 16 1, 18 1, 36 1, 41 1, 28 1, 27 1, \
        50 1, 61 1, 53 1, 02 1, 08 1, 55 1, 88 1, 52 1, 70 1, 39 1, 58 1, 23 0.5, 90 0.5, 05 1, 04 1, 2A 0.5, 2B 0.5, 974 0.5
        """)

    static let countries: [(String, [Double])] = [
        ("BE", [16, 18, 22]), ("NL", [8, 18, 24]), ("DE", [16, 22, 18]), ("GB", [18, 16, 10]), ("CH", [12, 12, 8]),
        ("ES", [10, 4, 4]),
        ("IT", [6, 3, 4]), ("US", [5, 5, 3]), ("DK", [1, 3, 2]), ("SE", [1, 2, 1]), ("LU", [2, 2, 1]),
        ("CA", [2, 2, 1]),
        ("IE", [1, 2, 1]), ("AT", [1, 2, 1]), ("AU", [1, 1, 0.5]), ("PL", [1, 1, 1]), ("PT", [1, 0.5, 0.5]),
        ("CZ", [0, 0.5, 0.5]),
        ("NO", [0, 0.5, 0.3]), ("JP", [0.5, 0.5, 0.2]),
    ]

    /// The language that people of a country speak at the counter, most often first; others speak English.
    static let languages: [String: [(String, Double)]] = [
        "FR": [("fr", 1)], "BE": [("fr", 6), ("nl", 3), ("en", 1)], "CH": [("fr", 6), ("de", 3)],
        "LU": [("fr", 3), ("de", 1)],
        "CA": [("fr", 3), ("en", 2)], "NL": [("en", 5), ("fr", 2), ("nl", 2)], "DE": [("en", 4), ("de", 4), ("fr", 2)],
        "AT": [("de", 4), ("en", 3)], "ES": [("es", 5), ("fr", 3), ("en", 2)], "IT": [("fr", 4), ("en", 3), ("es", 1)],
    ]

    static let channels: [(Contact.Channel, Double)] = [
        (.counter, 84), (.phone, 9), (.email, 5), (.post, 0.4), (.chat, 0.4), (.offSite, 1.2),
    ]

    static let profiles: [(Contact.Profile?, [Double])] = [
        (.solo, [20, 13, 8]), (.couple, [26, 30, 26]), (.familyYoung, [5, 7, 12]), (.family, [6, 9, 24]),
        (.friends, [7, 10, 11]),
        (.seniors, [18, 18, 7]), (.group, [3, 5, 2]), (.school, [2, 3, 0]), (.professional, [6, 3, 1]),
        (nil, [7, 5, 6]),
    ]

    /// How much likelier families are when children have no school.
    static let familiesInHolidays = 1.8

    /// How much likelier a topic is, by season, and for some profiles; topics that an office doesn't have are passed over.
    static let topics: [(String, [Double])] = [
        ("hiking", [12, 18, 12]), ("greenway", [7, 13, 11]), ("wine", [8, 12, 14]), ("heritage", [12, 17, 18]),
        ("agenda", [12, 12, 18]),
        ("family", [4, 5, 12]), ("lodging", [5, 6, 7]), ("food", [7, 8, 9]), ("transport", [7, 5, 5]),
        ("shop", [6, 6, 7]),
        ("practical", [18, 12, 14]),
    ]
    static let favourites: [Contact.Profile: [String]] = [
        .family: ["family", "greenway"], .familyYoung: ["family", "greenway"], .seniors: ["heritage", "wine"],
        .friends: ["wine", "agenda"],
        .group: ["heritage", "wine"], .school: ["heritage"], .solo: ["practical", "hiking"],
    ]
    static let favouriteFactor = 2.5
    /// What rain does to what people ask for.
    static let indoors = ["wine": 1.6, "heritage": 1.5, "hiking": 0.4, "greenway": 0.3]

    /// The share of parties that ask for a second thing, and of those for a third.
    static let anotherTopic = 0.38
    /// The share of contacts of which no topic, no party, no length was noted.
    static let noTopic = 0.06
    static let noParty = 0.05
    static let noDuration = 0.55
    static let noStay = 0.30
    static let noFirstVisit = 0.45
    static let noOutcome = 0.35

    /// The share of requests that couldn't be met, by topic: elsewhere `otherwise`.
    static let unmet = ["transport": 0.14, "lodging": 0.09, "family": 0.06, "food": 0.05]
    static let unmetOtherwise = 0.015
    static let referred = 0.12

    /// People who had been here before, by origin: neighbours come back.
    static func cameBefore(_ origin: Origin) -> Double {
        switch origin {
        case .local: 0.97
        case .home, .neighbour: 0.75
        case .abroad: 0.22
        default: 0.35
        }
    }

    static let durations: [(Contact.Duration, Double)] = [
        (.under2, 22), (.from2to5, 42), (.from5to15, 28), (.over15, 8),
    ]

    /// How contacts are written down: some after the rush, some mended, some taken back.
    static let late = 0.05
    static let amended = 0.012
    static let voided = 0.006
    static let voidReasons = ["saisi deux fois", "erreur de ligne", "essai"]

    /// Who writes them down: a desk and a counsellor, by code.
    static let desks: [(String, Double)] = [("comptoir-1", 7), ("comptoir-2", 3)]
    static let counsellors: [(String?, Double)] = [("c1", 5), ("c2", 4), ("c3", 2), (nil, 1)]

    /// On a market's morning in summer: people clicked in while nobody has time to ask.
    static let peopleOfARush = 24.0
    static let rushesOnAMarketDay = 0.7
    static let samplesOfARush = 3

    /// Of the people who come through the door, those who come to the counter.
    static let coverage = 0.62

    private static func weights(_ text: String) -> [(String, Double)] {
        text.split { ",\n".contains($0) }.map { $0.split(separator: " ") }.map { (String($0[0]), Double($0[1]) ?? 0) }
    }
}

// MARK: Sites, tastings, exhibitions

extension Invented {
    /// People a day at a site that counts its entries, by season, at scale 1; the children among them.
    static let admissions = [0.0, 14.0, 32.0]
    static let childrenAmongThem = 0.22
    /// A tasting each week in summer, on that weekday, and how many come.
    static let tastingWeekday = 4
    static let peopleAtATasting = 18.0
    /// Months with an exhibition, and its visitors a day.
    static let exhibitionMonths = [5, 6, 9, 10]
    static let peopleAtAnExhibition = 9.0
}
