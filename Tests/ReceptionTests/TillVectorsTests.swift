import Foundation
import Reception
import Testing

/// The bytes that are sealed, frozen: what was sealed years ago must verify for ever. `docs/till-format.md` tells them.
@Suite struct TillVectorsTests {
    private struct Vectors: Decodable {
        var entries: [Vector]
    }

    private struct Vector: Decodable {
        var id: FactID
        var office: String
        var till: String
        var number: Int
        var version: Int
        var kind: TillContent.Kind
        var at: Instant
        var day: OfficeDay
        var counsellor: String
        var training: Int
        var key: Int
        var text: String
        var message: String
        var seal: String
    }

    @Test func `what is sealed is, byte for byte, what it was`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/till-entries.json")
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file)).entries
        #expect(Set(vectors.map(\.kind)) == Set(TillContent.Kind.allCases))
        var previous = TillEntry.noSeal
        for vector in vectors {
            let content = try TillContent(vector.kind, text: vector.text)
            #expect(try content.text == vector.text, "entry \(vector.number)")
            let entry = TillEntry(
                id: vector.id, office: vector.office, till: vector.till, number: vector.number, at: vector.at,
                day: vector.day, counsellor: vector.counsellor.isEmpty ? nil : vector.counsellor,
                training: vector.training == 1, key: vector.key, content: content, text: vector.text, seal: vector.seal)
            let message = entry.sealedMessage(previous: previous).map {
                String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
            }
            #expect(message.joined() == vector.message && vector.version == TillEntry.version, "entry \(vector.number)")
            previous = vector.seal
        }
    }
}
