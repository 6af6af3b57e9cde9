/// As it travels between desks and server: `{"id", "level", "hazard"|null, "texts", "places", "starts_at", "ends_at", "at", "supersedes"|null}`.
extension Notice: Codable {
    enum CodingKeys: String, CodingKey {
        case id, level, hazard, texts, places, at, supersedes
        case startsAt = "starts_at"
        case endsAt = "ends_at"
    }

    /// All keys always.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(level.rawValue, forKey: .level)
        try values.encode(hazard?.rawValue, forKey: .hazard)
        try values.encode(
            Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) }), forKey: .texts)
        try values.encode(places, forKey: .places)
        try values.encode(startsAt, forKey: .startsAt)
        try values.encode(endsAt, forKey: .endsAt)
        try values.encode(at, forKey: .at)
        try values.encode(supersedes, forKey: .supersedes)
    }

    /// Reads a notice that was checked when it was written. A hazard this version doesn't know is left out: the text says it all.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard let level = Level(rawValue: try values.decode(String.self, forKey: .level)) else {
            throw DecodingError.dataCorruptedError(forKey: .level, in: values, debugDescription: "It is not a level.")
        }
        let texts = try values.decode([String: String].self, forKey: .texts)
        self.init(
            stored: try values.decode(FactID.self, forKey: .id), level: level,
            hazard: try values.decodeIfPresent(String.self, forKey: .hazard).flatMap(Hazard.init),
            texts: Dictionary(texts.compactMap { code, text in Language(rawValue: code).map { ($0, text) } }) {
                first, _ in first
            },
            places: try values.decode([String].self, forKey: .places),
            startsAt: try values.decode(Instant.self, forKey: .startsAt),
            endsAt: try values.decode(Instant.self, forKey: .endsAt), at: try values.decode(Instant.self, forKey: .at),
            supersedes: try values.decodeIfPresent(FactID.self, forKey: .supersedes))
    }
}
