import Reception

/// Invents who comes to the desk: one contact after the other.
struct Visitors: Sendable {
    private let vocabulary: Vocabulary
    private let communes: Weighted<Vocabulary.Commune>
    private let home: String?
    private let neighbours = Weighted(Invented.neighbours)
    private let region = Weighted(Invented.region)
    private let elsewhere = Weighted(Invented.elsewhere)
    private let channels = Weighted(Invented.channels)
    private let durations = Weighted(Invented.durations)
    private let seasons: [Season]

    /// What differs by season.
    private struct Season: Sendable {
        let origins: Weighted<Invented.Origin>
        let countries: Weighted<String>
        let profiles: Weighted<Contact.Profile?>
        let familiesAway: Weighted<Contact.Profile?>
    }

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        communes = Weighted(vocabulary.communes.enumerated().map { ($1, 1 / Double($0 + 1)) })
        home = vocabulary.communes.lazy.compactMap { Departements.code(ofPostcode: $0.postcode) }.first
        seasons = Invented.Season.allCases.map(\.rawValue).map { season in
            Season(
                origins: Weighted(Invented.origins.map { ($0, $1[season]) }),
                countries: Weighted(Invented.countries.map { ($0, $1[season]) }),
                profiles: Weighted(Invented.profiles.map { ($0, $1[season]) }),
                familiesAway: Weighted(
                    Invented.profiles.map { profile, shares in
                        let isFamily = profile == .family || profile == .familyYoung
                        return (profile, shares[season] * (isFamily ? Invented.familiesInHolidays : 1))
                    }))
        }
    }

    /// A contact of a day; nil when the office has no such thing.
    func contact(on day: InventedDay, _ chance: inout Chance) -> Contact {
        let season = seasons[day.season.rawValue]
        var contact = Contact(channel: channels.pick(&chance) ?? .counter)
        let origin = season.origins.pick(&chance) ?? .unknown
        settle(&contact, origin, season, &chance)
        let profiles = day.schoolsClosed > 0 ? season.familiesAway : season.profiles
        contact.profile = profiles.pick(&chance) ?? nil
        if contact.profile == .school, day.schoolsClosed > 0 || day.day.weekday > 5 { contact.profile = .couple }
        if !chance.happens(Invented.noParty) {
            (contact.adults, contact.children) = Self.party(contact.profile, &chance)
        }
        contact.language = language(of: contact, &chance)
        contact.topics = topics(for: contact, on: day, &chance)
        if !chance.happens(Invented.noStay) { contact.stay = Self.stay(origin, &chance) }
        if !chance.happens(Invented.noFirstVisit) {
            contact.firstVisit = !chance.happens(Invented.cameBefore(origin))
        }
        if !chance.happens(Invented.noDuration) { contact.duration = durations.pick(&chance) }
        contact.outcome = outcome(of: contact, &chance)
        return contact
    }

    private func settle(_ contact: inout Contact, _ origin: Invented.Origin, _ season: Season, _ chance: inout Chance) {
        func france(_ departement: String?) { (contact.country, contact.departement) = ("FR", departement) }
        switch origin {
        case .local:
            let commune = communes.pick(&chance)
            france(commune.flatMap { Departements.code(ofPostcode: $0.postcode) })
            if contact.departement != nil { contact.postcode = commune?.postcode }
        case .home: france(home)
        case .neighbour: france(neighbours.pick(&chance))
        case .region: france(region.pick(&chance))
        case .elsewhere: france(elsewhere.pick(&chance))
        case .abroad: contact.country = season.countries.pick(&chance)
        case .franceOnly: contact.country = "FR"
        case .unknown: break
        }
    }

    private static func party(_ profile: Contact.Profile?, _ chance: inout Chance) -> (Int, Int) {
        switch profile {
        case .solo: (1, 0)
        case .couple: (2, 0)
        case .familyYoung, .family: (chance.happens(0.8) ? 2 : chance.whole(1...4), chance.whole(1...3))
        case .friends: (chance.whole(3...7), 0)
        case .seniors: (chance.happens(0.7) ? 2 : chance.whole(1...5), 0)
        case .group: (chance.whole(12...48), chance.happens(0.2) ? chance.whole(1...12) : 0)
        case .school: (chance.whole(2...5), chance.whole(15...32))
        case .professional: (chance.happens(0.8) ? 1 : 2, 0)
        case nil: (chance.happens(0.45) ? 1 : chance.whole(2...3), chance.happens(0.15) ? chance.whole(1...2) : 0)
        }
    }

    private func language(of contact: Contact, _ chance: inout Chance) -> String? {
        guard let country = contact.country else { return chance.happens(0.7) ? "fr" : nil }
        return Weighted(Invented.languages[country] ?? [("en", 1)]).pick(&chance)
    }

    private func topics(for contact: Contact, on day: InventedDay, _ chance: inout Chance) -> [String] {
        guard !chance.happens(Invented.noTopic) else { return [] }
        let favourites = contact.profile.flatMap { Invented.favourites[$0] } ?? []
        var left = Invented.topics.compactMap { code, shares -> (String, Double)? in
            guard vocabulary.topics.contains(where: { $0.code == code }) else { return nil }
            let rain = day.weather == .rain || day.weather == .storm ? Invented.indoors[code] ?? 1 : 1
            return (
                code, shares[day.season.rawValue] * rain * (favourites.contains(code) ? Invented.favouriteFactor : 1)
            )
        }
        var topics: [String] = []
        for _ in 0...chance.repeats(Invented.anotherTopic, limit: Contact.topicLimit - 1) {
            guard let topic = Weighted(left).pick(&chance) else { break }
            topics.append(topic)
            left.removeAll { $0.0 == topic }
        }
        return topics
    }

    private static func stay(_ origin: Invented.Origin, _ chance: inout Chance) -> Contact.Stay {
        switch origin {
        case .local: .resident
        case .home, .neighbour: chance.happens(0.85) ? .excursionist : .tourist
        default: chance.happens(0.8) ? .tourist : .excursionist
        }
    }

    private func outcome(of contact: Contact, _ chance: inout Chance) -> Contact.Outcome? {
        let unmet = contact.topics.compactMap { Invented.unmet[$0] }.max() ?? Invented.unmetOtherwise
        // What couldn't be met is noted more often than what could.
        if chance.happens(unmet) { return .unmet }
        guard !chance.happens(Invented.noOutcome) else { return nil }
        return chance.happens(Invented.referred) ? .referred : .answered
    }
}
