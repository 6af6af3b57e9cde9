/// As a server tells it: `{"fact", "seq", "recorded_at", "day", "revised_by"|null, "origin", "counts"}`.
extension KeptFact: Codable {
    enum CodingKeys: String, CodingKey {
        case fact, seq, day, origin, counts
        case recordedAt = "recorded_at"
        case revisedBy = "revised_by"
    }

    /// All keys always. `counts` follows from the others, so that no program has to know the rule.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(fact, forKey: .fact)
        try values.encode(seq, forKey: .seq)
        try values.encode(recordedAt, forKey: .recordedAt)
        try values.encode(day.description, forKey: .day)
        try values.encode(revisedBy, forKey: .revisedBy)
        try values.encode(origin, forKey: .origin)
        try values.encode(counts, forKey: .counts)
    }

    /// Reads a kept fact; what else stands beside it is left.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        guard let day = OfficeDay(try values.decode(String.self, forKey: .day)) else {
            throw DecodingError.dataCorruptedError(forKey: .day, in: values, debugDescription: "It is not a day.")
        }
        self.init(
            fact: try values.decode(DeskFact.self, forKey: .fact), seq: try values.decode(Int64.self, forKey: .seq),
            recordedAt: try values.decode(Instant.self, forKey: .recordedAt), day: day,
            revisedBy: try values.decodeIfPresent(FactID.self, forKey: .revisedBy),
            origin: try values.decode(FactID.self, forKey: .origin))
    }
}
