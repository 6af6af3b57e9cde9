/// The words of an office's desk, from `desk:` in `content/office.yaml`: what can be asked for, who comes, what is counted.
public struct Vocabulary: Hashable, Sendable, Codable {
    /// Something that has a code where facts are kept, and words where people type.
    public struct Term: Hashable, Sendable, Codable {
        /// What is kept: a slug.
        public var code: String
        /// What it is called in French.
        public var fr: String
        /// What it is called in English.
        public var en: String
        /// What it may be typed as besides, in any language.
        public var words: [String]

        /// A term out of its parts.
        public init(code: String, fr: String, en: String, words: [String]) {
            self.code = code
            self.fr = fr
            self.en = en
            self.words = words
        }

        /// What it is called.
        public func name(in language: MessageLanguage) -> String { language == .french ? fr : en }
    }

    /// A commune of the office's territory.
    public struct Commune: Hashable, Sendable, Codable {
        /// Its name.
        public var name: String
        /// Five digits; communes share them.
        public var postcode: String

        /// A commune out of its parts.
        public init(name: String, postcode: String) {
            self.name = name
            self.postcode = postcode
        }
    }

    /// What people ask for.
    public var topics: [Term]
    /// Kinds of parties; each code is a `Contact.Profile`.
    public var profiles: [Term]
    /// Where admissions are counted.
    public var sites: [Term]
    /// The territory's communes: whoever lives in one is local.
    public var communes: [Commune]
    /// The town that people mean by a postcode which several communes share, by that postcode.
    public var towns: [String: String]

    /// A vocabulary out of its parts.
    public init(
        topics: [Term] = [], profiles: [Term] = [], sites: [Term] = [], communes: [Commune] = [],
        towns: [String: String] = [:]
    ) {
        self.topics = topics
        self.profiles = profiles
        self.sites = sites
        self.communes = communes
        self.towns = towns
    }

    /// Whether a postcode is one of the territory's.
    public func isLocal(postcode: String) -> Bool { communes.contains { $0.postcode == postcode } }
}
