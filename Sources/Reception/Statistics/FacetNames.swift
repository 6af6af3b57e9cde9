/// An office's own words for what figures are broken down by.
public struct FacetNames: Hashable, Sendable {
    /// Topics, profiles and sites.
    public var vocabulary: Vocabulary
    /// How its region is called.
    public var origins: Origins
    /// What its seasons are called.
    public var seasons: [Season]
    /// What else has a code and a name: places, themes, screens, tills, products, depositors.
    public var others: [Facet: [String: Measure.Wording]]

    /// Names out of their parts; what has none is called by its code.
    public init(
        vocabulary: Vocabulary = Vocabulary(), origins: Origins = Origins(), seasons: [Season] = Season.standard,
        others: [Facet: [String: Measure.Wording]] = [:]
    ) {
        self.vocabulary = vocabulary
        self.origins = origins
        self.seasons = seasons
        self.others = others
    }
}

extension Facet {
    /// What one of its values is called: `Hérault`, `juillet 2026`, `14 h`, `lundi 14 h`, `inconnu`; the value itself when nobody has a name for it.
    ///
    /// Hours are written `0`–`23`, weekdays `1`–`7`, both together `1-14`, a season by its year and code, and the rest of time as periods are.
    public func valueName(_ value: String, names: FacetNames = FacetNames(), in language: MessageLanguage) -> String {
        if value == Origins.unknown { return language == .french ? "inconnu" : "unknown" }
        return named(value, names, language) ?? names.others[self]?[value]?[language] ?? value
    }

    private func named(_ value: String, _ names: FacetNames, _ language: MessageLanguage) -> String? {
        switch self {
        case .hour, .weekday, .weekdayHour, .day, .week, .month, .season, .year:
            time(value, seasons: names.seasons, DayWords(language))
        case .channel: Contact.Channel(rawValue: value).map { LineNames.builtIn(.channel($0), in: language) }
        case .stay: Contact.Stay(rawValue: value).map { LineNames.builtIn(.stay($0), in: language) }
        case .outcome: Contact.Outcome(rawValue: value).map { LineNames.builtIn(.outcome($0), in: language) }
        case .duration: DurationSpan(rawValue: value).map { LineNames.builtIn(.duration($0.duration), in: language) }
        case .firstVisit:
            ["yes", "no"].contains(value) ? LineNames.builtIn(.firstVisit(value == "yes"), in: language) : nil
        case .origin: Self.origin(value, names.origins, language)
        case .country: Countries.name(of: value, in: language)
        case .departement: Departements.name(of: value)
        case .language: SpokenLanguages.name(of: value, in: language)
        case .profile: names.vocabulary.profiles.first { $0.code == value }?.name(in: language)
        case .topic: names.vocabulary.topics.first { $0.code == value }?.name(in: language)
        case .site: names.vocabulary.sites.first { $0.code == value }?.name(in: language)
        case .face: Self.faces[value]?[language]
        case .category: VATCategory(rawValue: value)?.name(in: language)
        case .desk, .screen, .place, .theme, .till, .product, .depositor: nil
        }
    }

    private func time(_ value: String, seasons: [Season], _ words: DayWords) -> String? {
        switch self {
        case .hour: return Int(value).map { Self.hour($0, words.language) }
        case .weekday: return Int(value).flatMap { 1...7 ~= $0 ? words.weekday($0) : nil }
        case .weekdayHour:
            let parts = value.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2, 1...7 ~= parts[0] else { return nil }
            return "\(words.weekday(parts[0])) \(Self.hour(parts[1], words.language))"
        default:
            // Words for periods near today aren't values, so that any day will do.
            let period = try? Period(value, today: OfficeDay(daysSince1970: 0), seasons: seasons)
            return period.map(words.period)
        }
    }

    private static func hour(_ hour: Int, _ language: MessageLanguage) -> String {
        language == .french ? "\(hour)\u{A0}h" : "\(hour):00"
    }

    private static func origin(_ group: String, _ origins: Origins, _ language: MessageLanguage) -> String {
        let isFrench = language == .french
        switch group {
        case Origins.local: return isFrench ? "du territoire" : "from the territory"
        case Origins.restOfRegion:
            guard !origins.regionName.isEmpty else { return isFrench ? "reste de la région" : "rest of the region" }
            return isFrench ? "\(origins.regionName), ailleurs" : "elsewhere in \(origins.regionName)"
        case Origins.restOfFrance: return isFrench ? "reste de la France" : "rest of France"
        default:
            return group.hasPrefix("FR-")
                ? Departements.name(of: String(group.dropFirst(3))) : Countries.name(of: group, in: language)
        }
    }

    /// The answers to what a screen asks at the end: whether somebody found what they needed.
    private static let faces: [String: Measure.Wording] = [
        "1": .init(fr: "pas du tout", en: "not at all"),
        "2": .init(fr: "pas vraiment", en: "not really"),
        "3": .init(fr: "oui, plutôt", en: "yes, mostly"),
        "4": .init(fr: "oui, tout à fait", en: "yes, absolutely"),
    ]
}
