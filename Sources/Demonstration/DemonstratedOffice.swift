import Reception

/// What a demonstration takes from an office's content: its words and places, so that boards and screens know what they show.
public struct DemonstratedOffice: Sendable {
    /// A place, and which kind it is.
    public struct Place: Sendable {
        /// Its slug.
        public var slug: String
        /// Such as `hike`; also the theme that leads to it.
        public var kind: String

        /// A place out of its parts.
        public init(slug: String, kind: String) {
            self.slug = slug
            self.kind = kind
        }
    }

    /// By its own code; in the demonstration it gets another.
    public var code: String
    /// IANA name.
    public var timeZone: String
    /// Its own first.
    public var languages: [Language]
    /// The words of its desk.
    public var vocabulary: Vocabulary
    /// What its shop sells with.
    public var till: TillSetting
    /// Its places, the best liked first.
    public var places: [Place]
    /// How its statistics are told, and when schools are closed, as far as it knows.
    public var statistics: StatisticsSetting
    /// Its screens; at least one.
    public var screens: [String]

    /// An office out of its parts.
    public init(
        code: String, timeZone: String, languages: [Language], vocabulary: Vocabulary, till: TillSetting,
        places: [Place],
        statistics: StatisticsSetting, screens: [String]
    ) {
        self.code = code
        self.timeZone = timeZone
        self.languages = languages
        self.vocabulary = vocabulary
        self.till = till
        self.places = places
        self.statistics = statistics
        self.screens = screens.isEmpty ? ["ecran-1"] : screens
    }
}
