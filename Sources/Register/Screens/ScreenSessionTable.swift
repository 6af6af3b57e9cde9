import GRDB
import Reception

/// The one way sessions are written, in the transaction it is given.
struct ScreenSessionTable {
    /// A session of an office.
    struct Key: Hashable, Sendable {
        let office: String
        let session: String
    }

    /// What was heard of a session, and which step of all the last of it was.
    private struct Heard {
        var steps: [ScreenSession.Step] = []
        var last = 0

        mutating func hear(_ step: ScreenSession.Step, _ number: Int) {
            steps.append(step)
            last = number
        }
    }

    private var heard: [Key: Heard] = [:]
    private var count = 0

    mutating func add(_ step: ScreenSession.Step, of session: Key) {
        count += 1
        heard[session, default: Heard()].hear(step, count)
    }

    /// Writes what became of the sessions, and counts it.
    mutating func finish(in database: Database, counting counts: inout ScreenCounts) throws {
        var changed: [(key: Key, session: ScreenSession)] = []
        // As they ended: the same interactions leave the same lengths behind, whichever of them are committed together.
        for (key, heard) in heard.sorted(by: { $0.value.last < $1.value.last }) {
            let before = try Self.read(key, in: database)
            var after = before
            for step in heard.steps { after.add(step) }
            guard before != after else { continue }
            changed.append((key, after))
            counts.count(from: before, to: after, office: key.office)
        }
        heard = [:]
        var rest = changed[...]
        while let piece = MultiRowInsert.nextPiece(of: &rest) {
            try Self.sessions.insert(piece, into: database) { $0.session.arguments(of: $0.key) }
        }
    }

    private static func read(_ key: Key, in database: Database) throws -> ScreenSession {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT day, hour, screen, started_ms, ended_ms, idle, langs, family FROM screen_session
                    WHERE office = ? AND session = ?
                    """), arguments: [key.office, key.session])
        return row.map(ScreenSession.init) ?? ScreenSession()
    }

    private static let sessions = MultiRowInsert(
        into: "screen_session",
        columns: [
            "office", "session", "day", "hour", "screen", "started_ms", "ended_ms", "idle", "langs", "family",
        ],
        then: """
            ON CONFLICT (office, session) DO UPDATE SET day = excluded.day, hour = excluded.hour, screen = excluded.screen,
                started_ms = excluded.started_ms, ended_ms = excluded.ended_ms, idle = excluded.idle, langs = excluded.langs,
                family = excluded.family
            """)
}

extension ScreenSession {
    fileprivate init(_ row: Row) {
        if let day = OfficeDay(row["day"] as String? ?? "") {
            beginning = Beginning(
                day: day, hour: row["hour"], screen: row["screen"], at: Instant(milliseconds: row["started_ms"]))
        }
        if let at = row["ended_ms"] as Int64? { end = End(at: Instant(milliseconds: at), isIdle: row["idle"]) }
        langs = Set(CodeList.read(row["langs"]))
        isFamily = row["family"]
    }

    fileprivate func arguments(of key: ScreenSessionTable.Key) -> StatementArguments {
        [
            key.office, key.session, beginning?.day.description, beginning?.hour, beginning?.screen,
            beginning?.at.milliseconds, end?.at.milliseconds, end?.isIdle, CodeList.json(langs.sorted()), isFamily,
        ]
    }
}
