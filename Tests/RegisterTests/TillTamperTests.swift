import Foundation
import GRDB
import Reception
import Testing

@testable import Register

/// Whatever somebody does to the file is found, and named.
@Suite struct TillTamperTests {
    @Test func `nothing is found in a till that nobody touched`() async throws {
        try await withShop { shop in
            try shop.trade()
            let report = try shop.register.verifyTills()
            #expect(report.problem == nil)
            #expect(try report.entries == shop.entryCount())
            #expect(report.chains.map(\.till) == ["caisse"])
        }
    }

    @Test func `another value in any column of any entry is found and named`() async throws {
        try await withShop { shop in
            try shop.trade()
            let tamperer = try Tamperer(shop.folder)
            let changes = [
                "uuid": "CAST(substr(uuid, 1, 15) || iif(substr(uuid, 16) = x'7f', x'7e', x'7f') AS BLOB)",
                "office": "office || 'x'", "till": "till || 'x'",
                "number": "number + 100", "version": "version + 1", "kind": "kind || 'x'", "at_ms": "at_ms + 1",
                "day": "'2026-07-13'", "counsellor": "coalesce(counsellor, '') || 'x'",
                "training": "CASE WHEN ticket IS NULL THEN 1 - training ELSE 2 END",
                "key": "key + 1", "content": "replace(content, '}', ' }')",
                "seal": "CAST(substr(seal, 1, 31) || iif(substr(seal, 32) = x'7f', x'7e', x'7f') AS BLOB)",
                "seq": "seq + 100",
            ]
            let columns = try shop.folder.shell("SELECT group_concat(name) FROM pragma_table_info('till_entry')")
            #expect(Set(columns.split(separator: ",").map(String.init)) == Set(changes.keys), "all that are stored")
            for seq in [1, 4, 8, 12, 16, 18] {
                for (column, change) in changes.sorted(by: { $0.key < $1.key }) {
                    let was = try tamperer.value(of: column, seq: seq)
                    try tamperer.write("UPDATE till_entry SET \(column) = \(change) WHERE seq = \(seq)")
                    let problem = try #require(try shop.problem(), "\(column) of \(seq)")
                    switch column {
                    case "seq": #expect(problem.reason == .sequence)
                    case "number": #expect([.sequence, .content].contains(problem.reason))
                    default: #expect(problem.entry == seq, "\(column) of \(seq): \(problem)")
                    }
                    let now = column == "seq" ? seq + 100 : seq
                    try tamperer.write {
                        try $0.execute(
                            sql: "UPDATE till_entry SET \(column) = ? WHERE seq = ?", arguments: [was, now])
                        try $0.execute(sql: "UPDATE sqlite_sequence SET seq = 18 WHERE name = 'till_entry'")
                    }
                }
            }
            #expect(try shop.problem()?.reason == .schema, "all values are back; only the triggers' trace is left")
        }
    }

    /// Some changes leave no JSON, which the table's own indexes refuse to write.
    @Test func `any byte of a ticket's and of a closure's content is found`() async throws {
        try await withShop { shop in
            try shop.trade()
            let tamperer = try Tamperer(shop.folder)
            for seq in [8, 16] {
                let content: Data = try #require(
                    Data.fromDatabaseValue(tamperer.value(of: "CAST(content AS BLOB)", seq: seq)))
                var found = 0
                for position in content.indices {
                    var changed = content
                    changed[position] ^= 1
                    guard (try? tamperer.set(content: changed, seq: seq)) != nil else { continue }
                    let problem = try #require(try shop.problem(), "byte \(position) of \(seq)")
                    #expect(problem.reason == .seal && problem.entry == seq)
                    found += 1
                }
                #expect(found > content.count / 2)
                try tamperer.set(content: content + [0, 65], seq: seq)
                #expect(try shop.problem()?.entry == seq, "what is behind a zero")
                try tamperer.set(content: content, seq: seq)
            }
        }
    }

    @Test(arguments: [
        ("a deleted tail", "DELETE FROM till_entry WHERE seq > 16", TillProblem.Reason.older, 18),
        (
            "a deleted tail with SQLite's own count set back",
            "DELETE FROM till_entry WHERE seq > 16; UPDATE sqlite_sequence SET seq = 16 WHERE name = 'till_entry'",
            .older, 18
        ),
        ("all of it deleted", "DELETE FROM till_entry; DELETE FROM sqlite_sequence", .older, 18),
        ("a deleted middle", "DELETE FROM till_entry WHERE seq IN (9, 10)", .sequence, 11),
        (
            "a deleted middle, renumbered",
            """
            DELETE FROM till_entry WHERE seq = 9;
            UPDATE till_entry SET seq = -seq WHERE seq > 9; UPDATE till_entry SET seq = -seq - 1 WHERE seq < 0;
            UPDATE till_entry SET number = -number WHERE number > 9; UPDATE till_entry SET number = -number - 1 WHERE number < 0;
            """, .seal, 9
        ),
        (
            "two entries swapped",
            """
            UPDATE till_entry SET seq = -1, number = -1 WHERE seq = 9;
            UPDATE till_entry SET seq = 9, number = 9 WHERE seq = 10;
            UPDATE till_entry SET seq = 10, number = 10 WHERE seq = -1;
            """, .seal, 9
        ),
        (
            "two entries' places swapped",
            """
            UPDATE till_entry SET seq = -1 WHERE seq = 9; UPDATE till_entry SET seq = 9 WHERE seq = 10;
            UPDATE till_entry SET seq = 10 WHERE seq = -1;
            """, .sequence, 10
        ),
        (
            "a payment method changed",
            "UPDATE till_entry SET content = replace(content, '\"cash\"', '\"card\"') WHERE seq = 8", .seal, 8
        ),
        ("a label changed", "UPDATE till_entry SET content = replace(content, 'Miel', 'Miam') WHERE seq = 8", .seal, 8),
        (
            "a closure changed",
            "UPDATE till_entry SET content = replace(content, '\"tickets\":3', '\"tickets\":2') WHERE kind = 'closure'",
            .seal, 16
        ),
    ])
    func `is found and named`(_ what: String, _ sql: String, _ reason: TillProblem.Reason, _ entry: Int) async throws {
        try await withShop { shop in
            try shop.trade()
            #expect(try shop.entryCount() == 18)
            try Tamperer(shop.folder).write(sql)
            let problem = try #require(try shop.problem(), "\(what)")
            #expect(problem.reason == reason, "\(what): \(problem)")
            #expect(problem.entry == entry, "\(what): \(problem)")
            #expect(problem.till == "caisse")
            #expect(
                !problem.message(in: .french).isEmpty && problem.message(in: .french) != problem.message(in: .english))
        }
    }

    @Test(arguments: [
        "DROP TRIGGER till_entry_is_never_changed", "DROP TRIGGER till_entry_is_kept_for_ever",
        "DROP TRIGGER till_entry_follows_the_last", "DROP INDEX till_entry_by_ticket", "DROP VIEW ticket",
        "CREATE TRIGGER more AFTER INSERT ON till_entry BEGIN SELECT 1; END",
        """
        DROP TRIGGER till_entry_is_never_changed;
        CREATE TRIGGER till_entry_is_never_changed BEFORE UPDATE ON till_entry BEGIN SELECT 1; END
        """,
    ])
    func `a schema that isn't what was made is found`(_ sql: String) async throws {
        try await withShop { shop in
            try shop.trade()
            try Tamperer(shop.folder).execute(sql)
            #expect(try shop.problem()?.reason == .schema)
        }
    }

    @Test func `triggers dropped and put back are found`() async throws {
        try await withShop { shop in
            try shop.trade()
            try Tamperer(shop.folder).write("SELECT 1")
            #expect(try shop.problem()?.reason == .schema)
            try shop.sell("carte")
            #expect(try shop.problem()?.reason == .schema, "selling on doesn't wipe it out")
            try shop.folder.shell("VACUUM")
            #expect(try shop.problem()?.reason == .schema, "nor does VACUUM")
        }
    }

    @Test func `what tools do to a file of their own accord isn't taken for tampering`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { try TillShop($0, in: folder).trade() }
        for sql in ["VACUUM", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)", ".backup '\(folder.path)/copy'"] {
            try folder.shell(sql)
            let problem = try await folder.withRegister { try TillShop($0, in: folder).problem() }
            #expect(problem == nil, "\(sql)")
        }
        #expect(try Register.verifyTills(inCopy: folder.path + "/copy", keys: folder.data).problem == nil)
    }

    @Test func `a row added by hand is found, and nothing is sold after it`() async throws {
        for seal in ["randomblob(32)", "seal"] {
            try await withShop { shop in
                try shop.trade()
                try Tamperer(shop.folder).execute(
                    """
                    INSERT INTO till_entry (uuid, office, till, number, version, kind, at_ms, day, counsellor, training, key, content, seal)
                    SELECT randomblob(16), office, till, 19, version, kind, at_ms, day, counsellor, training, key,
                        replace(content, '"number":6', '"number":7'), \(seal) FROM till_entry WHERE number = 18
                    """)
                let problem = try #require(try shop.problem())
                #expect(problem.reason == .seal && problem.entry == 19)
                expect(throws: .tillIsBroken) { try shop.sell("carte") }
                #expect(try shop.entryCount() == 19)
            }
        }
    }

    @Test func `without the head record nothing is sold, all else goes on, and a restore is sealed`() async throws {
        try await withShop { shop in
            try shop.trade()
            let path = shop.folder.data + "/till/caisse.head"
            try FileManager.default.removeItem(atPath: path)
            #expect(try shop.problem()?.reason == .head)
            expect(throws: .tillHeadMissing) { try shop.sell("carte") }
            let receipts = try shop.register.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now)
            #expect(receipts == [.recorded])
            _ = try shop.till.restore(reason: "repère perdu", counsellor: "marie")
            expect(throws: .restoreNotNeeded) { try shop.till.restore(reason: "encore", counsellor: nil) }
            try shop.sell("carte")
            #expect(try shop.problem() == nil)

            try Data("{}".utf8).write(to: URL(fileURLWithPath: path))
            #expect(try shop.problem()?.reason == .head)
            expect(throws: .tillHeadMissing) { try shop.sell("carte") }
        }
    }

    @Test func `yesterday's file put back is noticed, all else goes on, and a restore is sealed`() async throws {
        let folder = try TemporaryFolder()
        let (copy, clock) = (folder.path + "/yesterday.sqlite", TillClock(0))
        try await folder.withRegister { register in
            clock.move(minutes: Int(register.clock.instant(day: TillShop.day, minute: 600).milliseconds / 60_000))
            try TillShop(register, in: folder, clock: clock).trade()
        }
        try FileManager.default.copyItem(atPath: folder.database, toPath: copy)
        try await folder.withRegister { register in
            let shop = try TillShop(register, in: folder, clock: clock)
            for _ in 0..<3 { try shop.sell("carte") }
        }
        for file in [folder.database, folder.database + "-wal", folder.database + "-shm"] {
            try? FileManager.default.removeItem(atPath: file)
        }
        try FileManager.default.copyItem(atPath: copy, toPath: folder.database)
        try await folder.withRegister { register in
            let shop = try TillShop(register, in: folder, clock: clock)
            let problem = try #require(try shop.problem())
            #expect(problem.reason == .older && problem.entry == 21)
            expect(throws: .tillIsOlder) { try shop.sell("carte") }
            #expect(try shop.till.status().head == 18, "it can still be looked at")
            let receipts = try register.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now)
            #expect(receipts == [.recorded])
            let entry = try shop.till.restore(reason: "disque remplacé", counsellor: "marie")
            #expect(entry.content == .restore(RestoreRecord(lostHead: 21, from: 18, reason: "disque remplacé")))
            try shop.sell("carte")
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `an empty register put in place of a till's is noticed`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { try TillShop($0, in: folder).trade() }
        for file in [folder.database, folder.database + "-wal", folder.database + "-shm"] {
            try? FileManager.default.removeItem(atPath: file)
        }
        try await folder.withRegister { register in
            let shop = try TillShop(register, in: folder)
            expect(throws: .tillIsOlder) { try shop.add("miel", 850) }
            #expect(try shop.problem()?.reason == .older)
            _ = try shop.till.restore(reason: "base perdue", counsellor: "marie")
            try shop.add("miel", 850)
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `a copy is verified without being written to, and a copy that was changed is found`() async throws {
        try await withShop { shop in
            try shop.trade()
            let copy = shop.folder.path + "/backup.sqlite"
            try shop.folder.shell("VACUUM INTO '\(copy)'")
            let before = try Data(contentsOf: URL(fileURLWithPath: copy))
            let report = try Register.verifyTills(inCopy: copy, keys: shop.folder.data)
            #expect(report.problem == nil && report.entries == 18 && report.sealsChecked)
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
            let withoutKeys = try Register.verifyTills(inCopy: copy, keys: nil)
            #expect(withoutKeys.problem == nil && !withoutKeys.sealsChecked)
            try DatabaseQueue(path: copy).write { database in
                let trigger = try String.fetchOne(
                    database, sql: "SELECT sql FROM sqlite_schema WHERE name = 'till_entry_is_never_changed'")
                try database.execute(
                    sql: """
                        DROP TRIGGER till_entry_is_never_changed;
                        UPDATE till_entry SET content = replace(content, '"total":360', '"total":361') WHERE seq = 9;
                        \(trigger ?? "")
                        """)
            }
            let problem = try Register.verifyTills(inCopy: copy, keys: shop.folder.data).problem
            #expect(problem?.entry == 9 && problem?.reason == .seal)
            #expect(try Register.verifyTills(inCopy: copy, keys: nil).problem?.reason == .sums)
        }
    }
}
