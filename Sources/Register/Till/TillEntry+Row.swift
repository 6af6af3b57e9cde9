import Foundation
import GRDB
import Reception

extension TillEntry {
    /// The columns that `init(row:)` reads; `FROM till_entry` and a condition go after it.
    static let select = """
        SELECT uuid, office, till, number, kind, at_ms, day, counsellor, training, key, content, seal FROM till_entry

        """

    /// Throws `till_entry_invalid` when it says what this version doesn't know.
    init(row: Row) throws {
        let number: Int = row["number"]
        let text: String = row["content"]
        guard let id = FactID(bytes: row["uuid"]), let kind = TillContent.Kind(rawValue: row["kind"]),
            let day = OfficeDay(row["day"] as String),
            let content = try? TillContent(kind, text: text)
        else { throw Refusal.entryInvalid(till: row["till"], number: number) }
        self.init(
            id: id, office: row["office"], till: row["till"], number: number,
            at: Instant(milliseconds: row["at_ms"]), day: day, counsellor: row["counsellor"],
            training: row["training"], key: row["key"], content: content, text: text,
            seal: Hex.text(row["seal"] as Data))
    }

    /// Adds it to the register.
    func insert(into database: Database, sealedAs seal: [UInt8]) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO till_entry (uuid, office, till, number, version, kind, at_ms, day, counsellor, training, key,
                    content, seal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.bytes, office, till, number, Self.version, content.kind.rawValue, at.milliseconds, day.description,
            counsellor,
            training, key, text, Data(seal),
        ])
    }
}
