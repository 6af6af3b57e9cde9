/// What a figure can be broken down by, and what can be left out of it.
public enum Facet: String, CaseIterable, Sendable, Codable {
    // When.
    case hour, weekday
    case weekdayHour = "weekday-hour"
    case day, week, month, season, year
    // Of a contact at the desk.
    case channel, origin, country, departement, profile, stay
    case firstVisit = "first-visit"
    case language, topic, duration, outcome, desk
    // Of what a visitor does on a screen.
    case screen, place, theme, face
    // Of people at a site, a tasting, an exhibition.
    case site
    // Of what the shop sells.
    case till, product, category, depositor

    /// What it is called, without an article: `département`, `jour de la semaine`.
    public func name(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .hour: ("heure", "hour")
            case .weekday: ("jour de la semaine", "weekday")
            case .weekdayHour: ("jour et heure", "weekday and hour")
            case .day: ("jour", "day")
            case .week: ("semaine", "week")
            case .month: ("mois", "month")
            case .season: ("saison", "season")
            case .year: ("année", "year")
            case .channel: ("canal", "channel")
            case .origin: ("origine", "origin")
            case .country: ("pays", "country")
            case .departement: ("département", "département")
            case .profile: ("profil", "profile")
            case .stay: ("séjour", "stay")
            case .firstVisit: ("première visite", "first visit")
            case .language: ("langue", "language")
            case .topic: ("sujet", "topic")
            case .duration: ("durée", "duration")
            case .outcome: ("suite", "outcome")
            case .desk: ("comptoir", "desk")
            case .screen: ("écran", "screen")
            case .place: ("lieu", "place")
            case .theme: ("thème", "theme")
            case .face: ("visage", "face")
            case .site: ("site", "site")
            case .till: ("caisse", "till")
            case .product: ("article", "product")
            case .category: ("catégorie de TVA", "VAT category")
            case .depositor: ("déposant", "depositor")
            }
        return language == .french ? fr : en
    }

    /// Whether it says when something was.
    public var isTime: Bool { Self.time.contains(self) }

    /// Whether a figure can be asked for some of its values only. Days, weeks, months… are the period's.
    public var isFilter: Bool { !isTime || self == .hour || self == .weekday }

    static let time: [Facet] = [.hour, .weekdayHour] + calendar
    /// When, of what is known of a whole day only.
    static let calendar: [Facet] = [.weekday, .day, .week, .month, .season, .year]

    /// Whether a text is one of its values, or `unknown` for what nobody said.
    public func takes(_ value: String) -> Bool {
        switch self {
        case .hour: Self.number(value, 0...23)
        case .weekday: Self.number(value, 1...7)
        case .weekdayHour, .day, .week, .month, .season, .year: false
        case .channel: Contact.Channel(rawValue: value) != nil
        case .origin: value == Origins.unknown || Origins.isGroup(value)
        case .country: value == Origins.unknown || Countries.isKnown(value)
        case .departement: value == Origins.unknown || Departements.isKnown(value)
        case .profile: value == Origins.unknown || Contact.Profile(rawValue: value) != nil
        case .stay: value == Origins.unknown || Contact.Stay(rawValue: value) != nil
        case .firstVisit: [Origins.unknown, "yes", "no"].contains(value)
        case .language: value == Origins.unknown || Language.isKnown(value)
        case .duration: value == Origins.unknown || DurationSpan(rawValue: value) != nil
        case .outcome: value == Origins.unknown || Contact.Outcome(rawValue: value) != nil
        case .face: Self.number(value, 1...4)
        case .category: VATCategory(rawValue: value) != nil
        case .topic, .place, .theme, .site, .product, .depositor: Names.isSlug(value)
        case .desk, .screen, .till: Names.isCode(value)
        }
    }

    /// Its values when they are few and the same everywhere; else none.
    var valuesKnown: [String] {
        switch self {
        case .hour: ["0", "…", "23"]
        case .weekday: ["1", "…", "7"]
        case .face: ["1", "2", "3", "4"]
        case .channel: Contact.Channel.allCases.map(\.rawValue)
        case .profile: Contact.Profile.allCases.map(\.rawValue) + [Origins.unknown]
        case .stay: Contact.Stay.allCases.map(\.rawValue) + [Origins.unknown]
        case .outcome: Contact.Outcome.allCases.map(\.rawValue) + [Origins.unknown]
        case .duration: DurationSpan.allCases.map(\.rawValue) + [Origins.unknown]
        case .firstVisit: ["yes", "no", Origins.unknown]
        case .category: VATCategory.allCases.map(\.rawValue)
        default: []
        }
    }

    private static func number(_ text: String, _ range: ClosedRange<Int>) -> Bool {
        Int(text).map { range ~= $0 && "\($0)" == text } ?? false
    }
}

/// How long a contact took, written for an address: `Contact.Duration` has signs that would have to be escaped there.
public enum DurationSpan: String, CaseIterable, Sendable, Codable {
    case under2 = "under-2"
    case from2to5 = "2-5"
    case from5to15 = "5-15"
    case over15 = "over-15"

    /// As it is recorded.
    public var duration: Contact.Duration {
        switch self {
        case .under2: .under2
        case .from2to5: .from2to5
        case .from5to15: .from5to15
        case .over15: .over15
        }
    }
}
