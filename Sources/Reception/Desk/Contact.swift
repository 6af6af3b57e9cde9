/// Who came, as far as they said: what the desk line says of one contact at the desk. Nil is always "unknown"; nothing is assumed.
public struct Contact: Hashable, Sendable {
    /// How they came to the office.
    public var channel: Channel
    /// ISO 3166-1 alpha-2, upper case.
    public var country: String?
    /// INSEE's code, in France only: `01`–`95` with `2A` and `2B` but without `20`, `971`–`974`, `976`.
    public var departement: String?
    /// Five digits, in France only; its département is `departement`.
    public var postcode: String?
    /// 0 or more. Adults and children are both known or both unknown.
    public var adults: Int?
    /// 0 or more.
    public var children: Int?
    /// What kind of party.
    public var profile: Profile?
    /// Whether they sleep in the area.
    public var stay: Stay?
    /// Whether they had never been here.
    public var firstVisit: Bool?
    /// The language the conversation was held in, ISO 639-1, lower case.
    public var language: String?
    /// What they asked for, by the codes of the office's vocabulary: each once, at most three, as they were said.
    public var topics: [String]
    /// How long it took.
    public var duration: Duration?
    /// What came of it.
    public var outcome: Outcome?

    /// A contact of which nothing is known but that it was.
    public init(channel: Channel = .counter) {
        self.channel = channel
        topics = []
    }

    /// How many people; nil when that is unknown.
    public var people: Int? { adults.map { $0 + (children ?? 0) } }

    /// The most topics one contact has.
    public static let topicLimit = 3
    /// The most people one contact is: more is a slip of the fingers.
    public static let peopleLimit = 300

    /// How somebody came to the office.
    public enum Channel: String, Sendable, CaseIterable, Codable {
        case counter, phone, email, post, chat
        case offSite = "off-site"
    }

    /// What kind of party.
    public enum Profile: String, Sendable, CaseIterable, Codable {
        case solo, couple
        /// Children of 0 to 6.
        case familyYoung = "family-young"
        /// Children of 7 to 17.
        case family
        case friends, seniors, group, school, professional
    }

    /// UNWTO's terms: who sleeps here at least a night, who is here for the day, who lives here.
    public enum Stay: String, Sendable, CaseIterable, Codable {
        case tourist, excursionist, resident
    }

    /// Minutes.
    public enum Duration: String, Sendable, CaseIterable, Codable {
        case under2 = "<2"
        case from2to5 = "2-5"
        case from5to15 = "5-15"
        case over15 = ">15"
    }

    /// What came of a request.
    public enum Outcome: String, Sendable, CaseIterable, Codable {
        case answered, referred, unmet
    }
}

extension Contact: Codable {
    enum CodingKeys: String, CodingKey {
        case channel, country, departement, postcode, adults, children, profile, stay, language, topics, duration,
            outcome
        case firstVisit = "first_visit"
    }

    /// All keys always, unknown as null: programs needn't ask whether a key is there.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(channel, forKey: .channel)
        try values.encode(country, forKey: .country)
        try values.encode(departement, forKey: .departement)
        try values.encode(postcode, forKey: .postcode)
        try values.encode(adults, forKey: .adults)
        try values.encode(children, forKey: .children)
        try values.encode(profile, forKey: .profile)
        try values.encode(stay, forKey: .stay)
        try values.encode(firstVisit, forKey: .firstVisit)
        try values.encode(language, forKey: .language)
        try values.encode(topics, forKey: .topics)
        try values.encode(duration, forKey: .duration)
        try values.encode(outcome, forKey: .outcome)
    }
}
