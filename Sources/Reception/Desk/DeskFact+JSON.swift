/// As it travels between desks and server, and waits in a spool:
/// `{"id", "revises"?, "voided"?, "at", "entry", "desk", "counsellor"?, "kind", <content under the name of its kind>}`.
extension DeskFact: Codable {
    enum CodingKeys: String, CodingKey {
        case id, revises, voided, at, entry, desk, counsellor, kind
    }

    private enum ContentKey: String, CodingKey {
        case visit, tally, door, attendance, opening, annotation
    }

    /// Writes a fact.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encodeIfPresent(revises, forKey: .revises)
        try values.encodeIfPresent(voided, forKey: .voided)
        try values.encode(at, forKey: .at)
        try values.encode(entry, forKey: .entry)
        try values.encode(desk, forKey: .desk)
        try values.encodeIfPresent(counsellor, forKey: .counsellor)
        try values.encode(content.kind, forKey: .kind)
        var said = encoder.container(keyedBy: ContentKey.self)
        switch content {
        case .visit(let visit): try said.encode(visit, forKey: .visit)
        case .tally(let tally): try said.encode(tally, forKey: .tally)
        case .door(let count): try said.encode(count, forKey: .door)
        case .attendance(let attendance): try said.encode(attendance, forKey: .attendance)
        case .opening(let hours): try said.encode(hours, forKey: .opening)
        case .annotation(let annotation): try said.encode(annotation, forKey: .annotation)
        }
    }

    /// Reads a fact; what its rules say is checked by `checked()`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let said = try decoder.container(keyedBy: ContentKey.self)
        let content: Content =
            switch try values.decode(Kind.self, forKey: .kind) {
            case .visit: .visit(try said.decode(Visit.self, forKey: .visit))
            case .tally: .tally(try said.decode(Tally.self, forKey: .tally))
            case .door: .door(try said.decode(DoorCount.self, forKey: .door))
            case .attendance: .attendance(try said.decode(Attendance.self, forKey: .attendance))
            case .opening: .opening(try said.decode(OpeningHours.self, forKey: .opening))
            case .annotation: .annotation(try said.decode(Annotation.self, forKey: .annotation))
            }
        self.init(
            id: try values.decode(FactID.self, forKey: .id),
            revises: try values.decodeIfPresent(FactID.self, forKey: .revises),
            voided: try values.decodeIfPresent(String.self, forKey: .voided),
            at: try values.decode(Instant.self, forKey: .at),
            entry: try values.decode(Entry.self, forKey: .entry), desk: try values.decode(String.self, forKey: .desk),
            counsellor: try values.decodeIfPresent(String.self, forKey: .counsellor), content: content)
    }

    /// What a fact is about.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case visit, tally, door, attendance, opening, annotation
    }
}

extension DeskFact.Content {
    /// What it is about.
    public var kind: DeskFact.Kind {
        switch self {
        case .visit: .visit
        case .tally: .tally
        case .door: .door
        case .attendance: .attendance
        case .opening: .opening
        case .annotation: .annotation
        }
    }
}

extension FactID: Codable {
    /// Writes `019f8a2c-…`.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(description)
    }

    /// Reads a UUID.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let id = FactID(try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "It is not a UUID.")
        }
        self = id
    }
}

extension Instant: Codable {
    /// Writes RFC 3339 in UTC.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(description)
    }

    /// Reads RFC 3339.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let instant = Instant(rfc3339: try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "It is not an RFC 3339 time.")
        }
        self = instant
    }
}
