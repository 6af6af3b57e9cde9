import Foundation
import Reception

/// A visit for programs: what the line said, flat, with null for what nobody knows.
struct VisitRow: Encodable {
    /// Nil when nothing was recorded.
    let id: FactID?
    let contact: Contact
    let occurredAt: Instant
    let entry: DeskFact.Entry

    init?(_ fact: DeskFact, isRecorded: Bool) {
        guard case .visit(let visit) = fact.content else { return nil }
        id = isRecorded ? fact.id : nil
        contact = visit.contact
        occurredAt = fact.at
        entry = fact.entry
    }

    enum CodingKeys: String, CodingKey {
        case id, entry
        case occurredAt = "occurred_at"
    }

    func encode(to encoder: any Encoder) throws {
        try contact.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(occurredAt, forKey: .occurredAt)
        try values.encode(entry, forKey: .entry)
    }
}

/// Prints JSON as every command does: one form, so that two outputs can be compared.
func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
