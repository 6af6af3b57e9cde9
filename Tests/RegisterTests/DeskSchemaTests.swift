import Foundation
import GRDB
import Reception
import Testing

@testable import Register

@Suite struct DeskSchemaTests {
    private static let tables = ["desk_fact", "visit", "tally", "door_count", "attendance", "opening", "annotation"]
    private static let head =
        "INSERT INTO desk_fact (uuid, office, kind, origin, at_ms, day, hour, recorded_ms, entry, desk, revises, voided)"

    @Test(
        arguments: tables.flatMap { table in
            [
                "UPDATE \(table) SET seq = seq + 100", "DELETE FROM \(table)",
                "REPLACE INTO \(table) SELECT * FROM \(table)",
            ]
        }
            + [
                "UPDATE desk_fact SET desk = 'other'", "UPDATE visit SET adults = 9", "UPDATE tally SET people = 9",
                "UPDATE door_count SET people = 9", "UPDATE attendance SET paid = 0",
                "UPDATE opening SET periods = '[]'",
                "UPDATE annotation SET text = 'x'",
                // No content of another kind than its head's, none twice, none without a head.
                "INSERT INTO tally (seq, people) SELECT seq, 1 FROM visit",
                "INSERT INTO tally (seq, people) VALUES (99, 1)",
                "INSERT INTO tally (seq, people) SELECT seq, 1 FROM tally",
                // Heads.
                "\(head) SELECT uuid, office, kind, origin, 0, day, 0, 0, 'live', 'd', NULL, NULL FROM desk_fact LIMIT 1",
                "\(head) SELECT x'00', office, kind, x'00', 0, day, 0, 0, 'live', 'd', NULL, NULL FROM desk_fact LIMIT 1",
                "\(head) VALUES (randomblob(16), 'o', 'visit', randomblob(16), 0, '2026-07-14', 0, 0, 'live', 'd', NULL, NULL)",
                // Revisions: of the same office, kind and origin; of a fact that is there, once, and not of a voided one.
                "\(head) SELECT randomblob(16), office, 'tally', origin, 0, day, 0, 0, 'live', 'd', uuid, NULL FROM desk_fact WHERE seq = 8",
                "\(head) SELECT randomblob(16), 'o', kind, origin, 0, day, 0, 0, 'live', 'd', uuid, NULL FROM desk_fact WHERE seq = 8",
                "\(head) SELECT randomblob(16), office, kind, uuid, 0, day, 0, 0, 'live', 'd', uuid, NULL FROM desk_fact WHERE seq = 8",
                "\(head) SELECT randomblob(16), office, kind, origin, 0, day, 0, 0, 'live', 'd', uuid, NULL FROM desk_fact WHERE seq = 1",
                "\(head) SELECT randomblob(16), office, kind, origin, 0, day, 0, 0, 'live', 'd', uuid, NULL FROM desk_fact WHERE seq = 9",
                "\(head) SELECT randomblob(16), office, kind, origin, 0, day, 0, 0, 'live', 'd', randomblob(16), NULL FROM desk_fact WHERE seq = 8",
                // Nothing is voided without naming it, or without a reason.
                "\(head) SELECT uuid, office, kind, uuid, 0, day, 0, 0, 'live', 'd', NULL, 'x' FROM (SELECT randomblob(16) AS uuid, office, kind, day FROM desk_fact)",
                "\(head) SELECT randomblob(16), office, kind, origin, 0, day, 0, 0, 'live', 'd', uuid, '' FROM desk_fact WHERE seq = 8",
            ])
    func `the schema itself refuses to change, drop, part or knot facts`(sql: String) async throws {
        let folder = try TemporaryFolder()
        let facts = try DeskFactTests.oneOfEachKind()
        let amended = facts[0].revised { $0.adults = 3 }
        try await folder.withRegister {
            _ = try $0.record(facts + [amended, facts[2].voided()], recordedAt: DeskFactTests.now)
        }
        let before = try folder.shell(Self.dump)
        let told = try folder.shell("PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON; \(sql)")
        #expect(told.lowercased().contains("error"), "\(told)")
        #expect(try folder.shell(Self.dump) == before)
    }

    @Test(arguments: [
        ("channel", "'pigeon'"), ("channel", "NULL"), ("country", "'fr'"), ("departement", "'20'"),
        ("departement", "'96'"),
        ("departement", "'975'"), ("departement", "'1'"), ("postcode", "'3025'"), ("adults", "-1"), ("adults", "NULL"),
        ("adults", "299"), ("children", "'two'"), ("stay", "'forever'"), ("first_visit", "2"), ("language", "'FR'"),
        ("topics", "'hiking'"), ("topics", "'[1,2,3,4]'"), ("duration", "'6'"), ("outcome", "'well'"),
        ("country", "'NL'"), ("departement", "NULL"), ("sample_of", "randomblob(16)"),
        ("sample_of", "(SELECT uuid FROM desk_fact WHERE seq = 1)"), ("profile", "''"),
    ])
    func `the schema takes no visit that nobody could have made`(column: String, value: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister {
            _ = try $0.record([DeskFactTests.visit { $0.postcode = "34400" }], recordedAt: DeskFactTests.now)
        }
        let columns = [
            "channel", "country", "departement", "postcode", "adults", "children", "profile", "stay", "first_visit",
            "language", "topics", "duration", "outcome", "sample_of",
        ]
        func insert(_ columns: [String], _ values: [String]) throws -> String {
            try folder.shell(
                """
                PRAGMA foreign_keys = ON; BEGIN;
                \(Self.head) VALUES (x'00112233445566778899aabbccddeeff', 'o', 'visit',
                    x'00112233445566778899aabbccddeeff', 0, '2026-07-14', 0, 0, 'live', 'd', NULL, NULL);
                INSERT INTO visit (seq, \(columns.joined(separator: ", ")))
                    SELECT 2, \(values.joined(separator: ", ")) FROM visit;
                SELECT 'taken'; ROLLBACK;
                """)
        }
        #expect(try insert(columns, columns) == "taken", "the sound one is taken, or nothing is proved")
        #expect(try insert(columns, columns.map { $0 == column ? value : $0 }).lowercased().contains("error"))
    }

    @Test func `a database of the version before is brought up to date with all that is in it`() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.data, withIntermediateDirectories: true)
        let old = try DatabasePool(path: folder.database)
        try Migrations.migrator.migrate(old, upTo: "0004-search-terms")
        try await old.write { database in
            try database.execute(
                sql: """
                    INSERT INTO office (only, code, time_zone, languages) VALUES (1, 'sommieres', 'Europe/Paris', '["fr"]');
                    INSERT INTO notice (uuid, office, level, texts, places, starts_ms, ends_ms, at_ms, recorded_ms)
                    VALUES (randomblob(16), 'sommieres', 'info', '{"fr":"a"}', '[]', 0, 4102444800000, 0, 0);
                    INSERT INTO search_term VALUES ('sommieres', 'dolmen', 'fr', 3, 0, '2026-07-14', '2026-07-14');
                    INSERT INTO interaction (uuid, office, at_ms, day, hour, recorded_ms, session, session_seq, screen, kind, lang)
                    VALUES (randomblob(16), 'sommieres', 1784023200000, '2026-07-14', 12, 1784023200000, 's', 0, 'ecran-1', 'session-start', 'fr');
                    """)
        }
        try old.close()
        let beside = try Register.beside(folder.data, now: DeskFactTests.now)
        #expect(try beside.setting() == nil, "no server of this version has left word yet")
        #expect(try beside.languages() == [.french])
        #expect(try beside.noticesToCome(at: DeskFactTests.now).count == 1)
        #expect(try beside.searchedTerms().map(\.term) == ["dolmen"])
        #expect(try beside.interactionCount() == 1)
        #expect(try folder.shell("SELECT count(*) FROM screen_session") == "1", "counted as if it came now")
        #expect(try beside.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now) == [.recorded])
        beside.shutdown()
        #expect(
            try folder.shell("PRAGMA user_version; PRAGMA integrity_check; PRAGMA foreign_key_check")
                == "\(Migrations.version)\nok")
    }

    @Test func `the guide to the data knows every view, and its questions are answered`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister {
            _ = try $0.record(try DeskFactTests.oneOfEachKind(), recordedAt: DeskFactTests.now)
        }
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized
        let guide = try String(contentsOf: root.appending(path: "docs/guide/data.md"), encoding: .utf8)
        let views = try folder.shell(
            "SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'desk_fact_current' AND name NOT GLOB '*_code'"
        )
        #expect(guide.contains("`…_code`"), "how sheets of days are written is told once for all of them")
        for view in views.split(separator: "\n") { #expect(guide.contains("`\(view)`")) }
        let indented = guide.split(separator: "\n").filter { $0.hasPrefix("    ") && !$0.contains("sqlite3") }
        let sql = indented.joined(separator: "\n")
        #expect(sql.contains("SELECT"))
        #expect(try folder.shell(sql).contains("hiking|1"))
    }

    private static let dump = tables.map { "SELECT * FROM \($0)" }.joined(separator: "; ")
}
