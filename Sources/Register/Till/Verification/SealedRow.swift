import Foundation
import GRDB
import Reception

/// A row as it is on disk, nothing read into it: what was tampered with may be of any type and any length.
struct SealedRow: Sendable {
    let seq: Int
    let uuid: Data
    let office: String
    let till: String
    let number: Int
    let version: Int
    let kind: String
    let at: Int64
    let day: String
    let counsellor: String?
    let training: Int
    let key: Int
    let content: String
    let seal: String

    /// Texts as bytes: SQLite would end them at a zero.
    static let select = """
        SELECT seq, CAST(uuid AS BLOB), CAST(office AS BLOB), CAST(till AS BLOB), number, version, CAST(kind AS BLOB), at_ms,
            CAST(day AS BLOB), CAST(counsellor AS BLOB), training, key, CAST(content AS BLOB), CAST(seal AS BLOB)
        FROM till_entry ORDER BY seq
        """

    /// Whether the columns beside the content are what they can be: a seal doesn't tell nothing from an empty text.
    var isSound: Bool {
        uuid.count == 16 && version == TillEntry.version && 0...253_402_300_799_999 ~= at && OfficeDay(day) != nil
            && counsellor != "" && 0...1 ~= training
    }

    /// The bytes that were sealed.
    func message(previous: String) -> [UInt8] {
        SealedFields.message([
            "vitrine-till", "\(version)", office, till, "\(number)", kind, FactID(bytes: uuid)?.description ?? "",
            Instant(milliseconds: at).description, day, counsellor ?? "", "\(training)", "\(key)", content, previous,
        ])
    }
}

extension SealedRow {
    init(row: Row) {
        func text(_ index: Int) -> String { String(decoding: row[index] as Data? ?? Data(), as: UTF8.self) }
        func whole(_ index: Int) -> Int { row[index] as Int? ?? -1 }
        self.init(
            seq: whole(0), uuid: row[1] as Data? ?? Data(), office: text(2), till: text(3), number: whole(4),
            version: whole(5), kind: text(6), at: row[7] as Int64? ?? -1, day: text(8),
            counsellor: (row[9] as Data?).map { String(decoding: $0, as: UTF8.self) }, training: whole(10),
            key: whole(11),
            content: text(12), seal: Hex.text(row[13] as Data? ?? Data()))
    }
}
