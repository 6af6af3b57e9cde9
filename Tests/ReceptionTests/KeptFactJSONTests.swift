import Foundation
import Reception
import Testing

@Suite struct KeptFactJSONTests {
    private static let now = Instant(milliseconds: 1_784_066_700_000)

    private static func kept(revisedBy: FactID? = nil, voided: String? = nil) -> KeptFact {
        KeptFact(
            fact: DeskFact(
                id: FactID(high: 1, low: 2), revises: voided.map { _ in FactID(high: 1, low: 1) }, voided: voided,
                at: now, desk: "comptoir", content: .visit(Visit(contact: Contact()))),
            seq: 7, recordedAt: now, day: OfficeDay(daysSince1970: 20_648), revisedBy: revisedBy,
            origin: FactID(high: 1, low: 2))
    }

    private static func object(_ value: some Encodable) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any])
    }

    @Test func `a kept fact reads back the same, whatever stands beside it`() throws {
        for kept in [Self.kept(), Self.kept(revisedBy: FactID(high: 3, low: 4)), Self.kept(voided: "doublon")] {
            var json = try Self.object(kept)
            json["words"] = "34 · 2 adultes"
            let read = try JSONDecoder().decode(KeptFact.self, from: JSONSerialization.data(withJSONObject: json))
            #expect(read == kept)
        }
    }

    @Test func `every key is there, with null for what isn't, and whether it counts`() throws {
        let json = try Self.object(Self.kept())
        #expect(
            Set(json.keys) == ["fact", "seq", "recorded_at", "day", "revised_by", "origin", "counts"])
        #expect(json["revised_by"] is NSNull && json["day"] as? String == "2026-07-14")
        #expect(json["counts"] as? Bool == true)
        #expect(try Self.object(Self.kept(voided: "doublon"))["counts"] as? Bool == false)
        #expect(try Self.object(Self.kept(revisedBy: FactID(high: 3, low: 4)))["counts"] as? Bool == false)
    }

    @Test func `a day that isn't one isn't read`() throws {
        var json = try Self.object(Self.kept())
        json["day"] = "2026-02-30"
        let data = try JSONSerialization.data(withJSONObject: json)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(KeptFact.self, from: data) }
    }

    @Test func `a notice reads back the same; a hazard of a later version is left out`() throws {
        let notice = try Notice(
            id: FactID(high: 1, low: 2), level: .alert, hazard: .flood, texts: [.french: "Crue", .english: "Flood"],
            places: ["pont-romain"], endsAt: Self.now.advanced(byMilliseconds: 60_000), at: Self.now,
            supersedes: FactID(high: 1, low: 1))
        #expect(try JSONDecoder().decode(Notice.self, from: JSONEncoder().encode(notice)) == notice)
        var json = try Self.object(notice)
        #expect(json["texts"] as? [String: String] == ["fr": "Crue", "en": "Flood"])
        json["hazard"] = "meteor"
        let later = try JSONDecoder().decode(Notice.self, from: JSONSerialization.data(withJSONObject: json))
        #expect(later.hazard == nil && later.texts == notice.texts)
    }
}
