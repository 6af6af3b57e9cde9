/// What a desk must know of its office before anything is typed: the register keeps it, a server tells it.
public struct DeskSetting: Hashable, Sendable, Codable {
    /// The office's code.
    public var office: String
    /// IANA name.
    public var timeZone: String
    /// The office's languages, its own first.
    public var languages: [Language]
    /// Its words.
    public var vocabulary: Vocabulary

    /// A setting out of its parts.
    public init(office: String, timeZone: String, languages: [Language], vocabulary: Vocabulary) {
        self.office = office
        self.timeZone = timeZone
        self.languages = languages
        self.vocabulary = vocabulary
    }

    enum CodingKeys: String, CodingKey {
        case office, languages, vocabulary
        case timeZone = "time_zone"
    }
}
