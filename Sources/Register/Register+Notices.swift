import Foundation
import GRDB
import Reception

extension Register {
    /// Keeps a notice; returns when it is on disk. The same id again is the same notice.
    ///
    /// Throws a `Refusal` when the notice it supersedes isn't there (`notice_unknown`) or was superseded by another
    /// (`notice_was_changed`), a `RegisterError` when it couldn't be written.
    public func announce(_ notice: Notice, recordedAt: Instant) throws {
        try writing { try NoticeTable.insert(notice, office: office, recordedAt: recordedAt, into: $0) }
    }

    /// Ends a notice at once, and returns the one that says so.
    ///
    /// Throws a `Refusal`: `notice_unknown`, `notice_is_over`, `notice_was_changed` (it isn't the one that is shown any
    /// more), or a `RegisterError` when it couldn't be written.
    @discardableResult
    public func endNotice(_ id: FactID, at: Instant) throws -> Notice {
        try writing { database in
            guard let notice = try NoticeTable.notice(id, in: database) else { throw Refusal.noticeUnknown }
            let end = try notice.ended(at: at, id: FactID(bornAt: at))
            try NoticeTable.insert(end, office: office, recordedAt: at, into: database)
            return end
        }
    }

    /// What is announced at `instant`, the gravest first.
    public func notices(at instant: Instant) throws -> [Notice] {
        try noticesToCome(at: instant).filter { $0.isShown(at: instant) }
    }

    /// What is announced at `instant` or will be later, if nothing more is written; the gravest first.
    public func noticesToCome(at instant: Instant) throws -> [Notice] {
        try pool.read { try NoticeTable.notOver(at: instant, office: office, in: $0) }.sorted()
    }

    /// Grows whenever a notice is written, by whatever program; 0 when there is none. A few microseconds.
    public func lastNotice() throws -> Int64 {
        try pool.read { try Int64.fetchOne($0.cachedStatement(sql: "SELECT max(seq) FROM notice")) ?? 0 }
    }
}

/// The one way notices are written and read.
private enum NoticeTable {
    static func insert(_ notice: Notice, office: String, recordedAt: Instant, into database: Database) throws {
        do {
            try database.execute(
                sql: """
                    INSERT INTO notice (uuid, office, level, hazard, texts, places, starts_ms, ends_ms, at_ms,
                        recorded_ms, supersedes)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uuid) DO NOTHING
                    """,
                arguments: [
                    notice.id.bytes, office, notice.level.rawValue, notice.hazard?.rawValue,
                    JSONText.of(
                        Dictionary(uniqueKeysWithValues: notice.texts.map { ($0.key.rawValue, $0.value) })),
                    JSONText.of(notice.places), notice.startsAt.milliseconds, notice.endsAt.milliseconds,
                    notice.at.milliseconds, recordedAt.milliseconds, notice.supersedes?.bytes,
                ])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw Refusal.noticeWasChanged
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            throw Refusal.noticeUnknown
        }
    }

    static func notice(_ id: FactID, in database: Database) throws -> Notice? {
        try Row.fetchOne(database, sql: "SELECT * FROM notice WHERE uuid = ?", arguments: [id.bytes]).flatMap(notice)
    }

    static func notOver(at instant: Instant, office: String, in database: Database) throws -> [Notice] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM notice WHERE office = ? AND ends_ms > ?
                    AND NOT EXISTS (SELECT 1 FROM notice AS newer WHERE newer.supersedes = notice.uuid)
                """,
            arguments: [office, instant.milliseconds]
        ).compactMap(notice)
    }

    /// Nil when a row says what this version doesn't know. A hazard it doesn't know is left out: the text says it all.
    private static func notice(_ row: Row) -> Notice? {
        guard let id = FactID(bytes: row["uuid"]), let level = Notice.Level(rawValue: row["level"]) else { return nil }
        let texts = JSONText.read(row["texts"], as: [String: String].self) ?? [:]
        return Notice(
            stored: id, level: level, hazard: (row["hazard"] as String?).flatMap(Notice.Hazard.init),
            texts: Dictionary(
                texts.compactMap { code, text in Language(rawValue: code).map { ($0, text) } }
            ) { first, _ in first },
            places: JSONText.read(row["places"], as: [String].self) ?? [],
            startsAt: Instant(milliseconds: row["starts_ms"]), endsAt: Instant(milliseconds: row["ends_ms"]),
            at: Instant(milliseconds: row["at_ms"]), supersedes: (row["supersedes"] as Data?).flatMap(FactID.init))
    }
}

/// JSON in a column: the same value always gives the same text.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ text: String, as type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

extension Refusal {
    fileprivate static var noticeUnknown: Refusal {
        Refusal(
            .noticeUnknown, fr: ("Aucun avis n'a ce numéro.", "« desk notices » les montre tous."),
            en: ("No notice has this id.", "“desk notices” shows them all."))
    }

    fileprivate static var noticeWasChanged: Refusal {
        Refusal(
            .noticeWasChanged,
            fr: (
                "Quelqu'un vient de changer cet avis, ou de l'arrêter.", "« desk notices » montre ce qu'il est devenu."
            ),
            en: ("Somebody has just changed or ended this notice.", "“desk notices” shows what became of it."))
    }
}
