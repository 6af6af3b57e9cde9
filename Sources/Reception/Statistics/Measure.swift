/// The figures a manager can ask for. Each is defined once, in `definition`.
public enum Measure: String, CaseIterable, Sendable, Codable {
    // At the desk.
    case contacts
    case counterContacts = "counter-contacts"
    case remoteContacts = "remote-contacts"
    case offSiteContacts = "off-site-contacts"
    case partiesUnknown = "parties-unknown"
    case outcomesKnown = "outcomes-known"
    case unmet
    case unmetShare = "unmet-share"
    case visitors
    case tallied
    case originsKnown = "origins-known"
    case foreigners
    case foreignShare = "foreign-share"
    case returnsKnown = "returns-known"
    case returns
    case returnShare = "return-share"
    case door
    case coverage
    case openMinutes = "open-minutes"
    case visitorsPerHour = "visitors-per-hour"
    // On the screens.
    case sessions
    case sessionMedian = "session-median"
    case sessionP90 = "session-p90"
    case idleSessions = "idle-sessions"
    case idleShare = "idle-share"
    case familySessions = "family-sessions"
    case familySessionShare = "family-session-share"
    case placesOpened = "places-opened"
    case trackDownloads = "track-downloads"
    case takeAways = "take-aways"
    case scans
    case searches
    case emptySearches = "empty-searches"
    case emptySearchShare = "empty-search-share"
    case screenMinutes = "screen-minutes"
    case faces
    case happyFaces = "happy-faces"
    case satisfaction
    // In the shop.
    case turnover
    case turnoverNet = "turnover-net"
    case tickets
    case averageBasket = "average-basket"
    case conversion
    case turnoverPerVisitor = "turnover-per-visitor"
    case depositorSales = "depositor-sales"
    case depositorShare = "depositor-share"
    case ownTakings = "own-takings"
    case budget
    case selfFinancing = "self-financing"
    // At sites, tastings, exhibitions.
    case admissions, tastings, tasters
    case exhibitionVisitors = "exhibition-visitors"

    /// What it is called.
    public func name(in language: MessageLanguage) -> String { definition.name[language] }

    /// How it is made out of what was recorded.
    public enum Formula: Hashable, Sendable {
        /// A sum over rows, in a unit: what a period's days add up to.
        case sum(Unit)
        /// So much of another figure, as a percentage. None on a base under `Answer.smallBase`.
        case share(Measure, of: Measure)
        /// So much for each one of another figure.
        case ratio(Measure, per: Measure)
        /// What so many percent of the rows don't exceed.
        case percentile(Int, Unit)
    }

    /// What a figure counts.
    public enum Unit: String, Sendable, Codable {
        /// Whole things: contacts, people, tickets.
        case count
        /// Cents of the office's currency.
        case cents
        /// Seconds.
        case seconds
        /// Minutes.
        case minutes
    }

    /// A text in both languages.
    public struct Wording: Hashable, Sendable, Codable {
        /// French.
        public let fr: String
        /// English.
        public let en: String

        /// Both texts.
        public init(fr: String, en: String) {
            self.fr = fr
            self.en = en
        }

        /// In one of them.
        public subscript(language: MessageLanguage) -> String { language == .french ? fr : en }
    }

    /// What a figure is, so that every surface tells the same.
    public struct Definition: Sendable {
        /// What it is called.
        public let name: Wording
        /// What it counts.
        public let meaning: Wording
        /// What it doesn't count, and why.
        public let leftOut: Wording
        /// How it is made.
        public let formula: Formula
        /// What its rows are; of a share or a ratio, those above the line.
        public let subject: Subject
    }

    /// What it is.
    public var definition: Definition {
        deskDefinition ?? screenDefinition ?? shopDefinition ?? siteDefinition
    }

    /// What it can be broken down by: of a share or a ratio, what both of its figures can.
    public var facets: [Facet] {
        switch definition.formula {
        case .sum, .percentile: definition.subject.facets
        case .share(let one, let other), .ratio(let one, let other):
            one.facets.filter(other.facets.contains)
        }
    }

    /// Whether the parts of a breakdown add up to the whole: a visit has up to three topics, a ratio adds up to nothing.
    public func addsUp(by facet: Facet) -> Bool {
        guard case .sum = definition.formula else { return false }
        return !definition.subject.overlaps(by: facet)
    }
}
