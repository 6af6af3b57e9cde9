import Reception

/// A recorded fact for programs: a visit flat, as `desk visit --json` prints it, anything else under the name of its kind.
struct FactRow: Encodable {
    let kept: KeptFact

    init(_ kept: KeptFact) { self.kept = kept }

    enum CodingKeys: String, CodingKey {
        case kind, day, desk, counsellor, revises, voided, origin, counts
        case recordedAt = "recorded_at"
        case sampleOf = "sample_of"
        case id, entry
        case occurredAt = "occurred_at"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        let fact = kept.fact
        try values.encode(fact.id, forKey: .id)
        try values.encode(fact.content.kind, forKey: .kind)
        try values.encode(fact.at, forKey: .occurredAt)
        try values.encode(fact.entry, forKey: .entry)
        try values.encode(kept.day.description, forKey: .day)
        try values.encode(kept.recordedAt, forKey: .recordedAt)
        try values.encode(fact.desk, forKey: .desk)
        try values.encode(fact.counsellor, forKey: .counsellor)
        try values.encode(fact.revises, forKey: .revises)
        try values.encode(fact.voided, forKey: .voided)
        try values.encode(kept.origin, forKey: .origin)
        try values.encode(kept.counts, forKey: .counts)
        if case .visit(let visit) = fact.content {
            try VisitRow(fact, isRecorded: true)?.encode(to: encoder)
            try values.encode(visit.sampleOf, forKey: .sampleOf)
        } else {
            try fact.content.encode(under: encoder)
        }
    }
}

extension DeskFact.Content {
    private enum CodingKeys: String, CodingKey {
        case visit, tally, door, attendance, opening, annotation
    }

    /// What a fact says, under the name of its kind.
    func encode(under encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .visit(let visit): try values.encode(visit, forKey: .visit)
        case .tally(let tally): try values.encode(tally, forKey: .tally)
        case .door(let count): try values.encode(count, forKey: .door)
        case .attendance(let attendance): try values.encode(attendance, forKey: .attendance)
        case .opening(let hours): try values.encode(hours, forKey: .opening)
        case .annotation(let annotation): try values.encode(annotation, forKey: .annotation)
        }
    }
}
