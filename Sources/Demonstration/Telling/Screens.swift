import Reception

/// What one visitor did on a screen, as the screen handed it in.
struct ScreenSession {
    var interactions: [Interaction]
    var receivedAt: Instant
}

/// Invents what people do on the screens.
struct Screens: Sendable {
    private let seed: Int
    private let clock: OfficeClock
    private let own: String
    private let screens: Weighted<String>
    private let languages: [Weighted<String>]
    private let kinds: [[Weighted<String>]]
    private let places: [String: Weighted<String>]
    private let tracks: Weighted<String>
    private let steps = Weighted(Invented.steps)
    private let faces = Weighted(Invented.satisfaction)
    private let searches = Invented.searches.mapValues { searches in
        Weighted(searches.enumerated().map { ($1, power(Invented.nextSearch, $0)) })
    }

    init(_ office: DemonstratedOffice, seed: Int, clock: OfficeClock) {
        (self.seed, self.clock) = (seed, clock)
        own = office.languages.first?.rawValue ?? "fr"
        screens = Weighted(office.screens.enumerated().map { ($1, $0 == 0 ? Invented.firstScreen : 1) })
        let spoken = Set(office.languages.map(\.rawValue))
        let byKind = Dictionary(grouping: office.places, by: \.kind)
        places = byKind.mapValues { places in
            Weighted(places.enumerated().map { ($1.slug, power(Invented.nextPlace, $0)) })
        }
        let ways = (byKind["hike"] ?? []) + (byKind["greenway"] ?? [])
        tracks = Weighted(ways.enumerated().map { ($1.slug, power(Invented.nextPlace, $0)) })
        languages = Invented.Season.allCases.map { season in
            Weighted(Invented.screenLanguages.filter { spoken.contains($0.0) }.map { ($0, $1[season.rawValue]) })
        }
        kinds = Invented.Season.allCases.map { season in
            [false, true].map { isWet in
                Weighted(
                    Invented.kindsOfPlaces.filter { byKind[$0.0] != nil }.map { kind, shares in
                        (kind, shares[season.rawValue] * (isWet ? Invented.kindsInRain[kind] ?? 1 : 1))
                    })
            }
        }
    }

    /// A day's sessions, in the order in which they were handed in; none when the office was closed.
    func told(_ day: InventedDay) throws -> [ScreenSession] {
        var chance = Chance(seed: seed, Purpose.screens, day.day.daysSince1970)
        var sessions: [ScreenSession] = []
        for _ in 0..<chance.count(around: day.contacts * Invented.sessionsPerContact) {
            sessions += try session(day, &chance)
        }
        return sessions.sorted { ($0.receivedAt, $0.interactions[0].id) < ($1.receivedAt, $1.interactions[0].id) }
    }

    /// What one visitor does, and what they open on their phone afterwards.
    private func session(_ day: InventedDay, _ chance: inout Chance) throws -> [ScreenSession] {
        let isWet = day.weather == .rain || day.weather == .storm
        let kinds = kinds[day.season.rawValue][isWet ? 1 : 0]
        let language = languages[day.season.rawValue].pick(&chance) ?? own
        var session = SessionTelling(
            screen: screens.pick(&chance) ?? "", lang: language, at: day.moment(clock, &chance), &chance)
        var phones: [ScreenSession] = []
        try session.add(.sessionStart, &chance)
        try session.add(.language, &chance)
        for _ in 0..<chance.repeats(Invented.anotherStep, limit: Invented.mostSteps) {
            let kind = steps.pick(&chance) ?? .theme
            let theme = kinds.pick(&chance)
            let place = theme.flatMap { places[$0]?.pick(&chance) }
            switch kind {
            case .theme, .map: try session.add(kind, theme: theme, &chance)
            case .filter:
                let filter = Invented.filters[chance.whole(0...Invented.filters.count - 1)]
                try session.add(.filter, theme: theme, value: .text(filter), &chance)
            case .search:
                let search = searches[language]?.pick(&chance)
                try session.add(.search, value: .number(Double(search?.1 ?? 0)), term: search?.0, &chance)
            case .trackDownload: try session.add(kind, place: tracks.pick(&chance) ?? place, &chance)
            case .basket: try session.add(kind, place: place, value: .text("add"), &chance)
            case .takeAway:
                try session.add(kind, place: place, &chance)
                if chance.happens(Invented.scans) {
                    var phone = SessionTelling(screen: "phone", lang: language, at: session.next, &chance)
                    try phone.add(.scan, place: place, &chance)
                    phones.append(phone.told)
                }
            case .language: try session.add(kind, &chance)
            default: try session.add(kind, place: place, &chance)
            }
        }
        let ends = chance.happens(Invented.ended)
        if ends || chance.happens(Invented.faces), chance.happens(ends ? Invented.faces * 2 : 0.2) {
            try session.add(.feedback, value: .number(Double(faces.pick(&chance) ?? 4)), &chance)
        }
        try session.add(.sessionEnd, value: .text(ends ? "done" : "idle"), &chance)
        return [session.told] + phones
    }
}

/// One session as it goes.
private struct SessionTelling {
    private let screen: String
    private let lang: String
    private let session: String
    private(set) var next: Instant
    private var interactions: [Interaction] = []

    init(screen: String, lang: String, at: Instant, _ chance: inout Chance) {
        (self.screen, self.lang, next) = (screen, lang, at)
        session = String(chance.next() | 1 << 63, radix: 16) + String(chance.next() >> 32 | 1 << 31, radix: 16)
    }

    mutating func add(
        _ kind: Interaction.Kind, theme: String? = nil, place: String? = nil, value: Interaction.Value? = nil,
        term: String? = nil, _ chance: inout Chance
    ) throws {
        interactions.append(
            try Interaction(
                id: FactID(bornAt: next, using: &chance), at: next, session: session, seq: interactions.count,
                screen: screen, kind: kind, place: place, theme: theme, lang: lang, value: value, term: term,
                clock: ScreenClock(receivedAt: next)))
        let seconds = Invented.secondsBetween
        next = next.advanced(
            byMilliseconds: chance.milliseconds(seconds.lowerBound * 1_000..<seconds.upperBound * 1_000))
    }

    var told: ScreenSession { ScreenSession(interactions: interactions, receivedAt: next) }
}

private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
}
