import Foundation
import GRDB
import Reception
import Synchronization
import Testing

@testable import Register

@Suite struct RecordingTests {
    @Test func `what is recorded is read back as text by the sqlite3 shell`() async throws {
        let folder = try TemporaryFolder()
        let id = try #require(FactID("0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f"))
        let at = try #require(Instant(rfc3339: "2026-07-14T22:05:00.123Z"))
        try await folder.withRegister { register in
            let event = try Interaction.sample(id: id, at: at, kind: .feedback, value: .number(4))
            let recorded = try await register.record([event], receivedAt: at.advanced(byMilliseconds: 877))
            #expect(recorded == Recorded(accepted: 1, duplicates: 0, rejected: []))
            #expect(
                try folder.shell("SELECT * FROM interaction").hasSuffix(
                    """
                    |sommieres|1784066700123|2026-07-15|0|1784066701000|s-1|0|hall-1|feedback|pont-romain|heritage|fr|4\
                    ||0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f|2026-07-14T22:05:00.123Z|2026-07-14T22:05:01.000Z
                    """))
            let day = try #require(OfficeDay("2026-07-15"))
            #expect(
                try register.hourly(day: day) == [
                    HourlyCount(
                        day: day, hour: 0, screen: "hall-1", kind: "feedback", place: "pont-romain", theme: "heritage",
                        lang: "fr", count: 1)
                ])
        }
    }

    @Test func `times read in the shell are the times recorded, to the millisecond`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let now = Instant(milliseconds: 4_102_444_799_999)
            let events = try (0..<2_000).map { _ in
                try Interaction.sample(at: now.advanced(byMilliseconds: -Int64.random(in: 0..<60_000_000_000)))
            }
            _ = try await register.record(events, receivedAt: now)
            let read = try await register.pool.read {
                try String.fetchAll($0, sql: "SELECT at FROM interaction ORDER BY seq")
            }
            #expect(read == events.map(\.at.description))
        }
    }

    @Test(arguments: [1, 7, 8, 31, 32, 33, 200, 1_000])
    func `any number of events at once is recorded, raw and hourly`(count: Int) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let events = try Interaction.samples(count)
            #expect(try await register.record(events, receivedAt: .now).accepted == count)
            try expectHourlyMatchesRaw(folder, count: count)
            let ids = try await register.pool.read {
                try String.fetchAll($0, sql: "SELECT id FROM interaction ORDER BY seq")
            }
            #expect(ids == events.map(\.id.description))
        }
    }

    @Test func `the same ids again are accepted and counted once, in a call and across calls`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let events = try Interaction.samples(100)
            let first = try await register.record(events + events.prefix(30), receivedAt: .now)
            #expect(first == Recorded(accepted: 100, duplicates: 30, rejected: []))
            let more = try Interaction.samples(20)
            let second = try await register.record(Array(events.suffix(50)) + more, receivedAt: .now)
            #expect(second == Recorded(accepted: 20, duplicates: 50, rejected: []))
            try expectHourlyMatchesRaw(folder, count: 120)
        }
        try await folder.withRegister { register in
            let again = try await register.record(try Interaction.samples(1), receivedAt: .now)
            #expect(again.accepted == 1)
        }
    }

    @Test func `callers that share a commit each hear of their own duplicates`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let known = try Interaction.samples(3)
            _ = try await register.record(known, receivedAt: .now)
            let new = try Interaction.samples(60)
            let calls = [
                [new[0]], [known[0]], [new[1], known[1], new[2]], Array(new[3..<50]), [new[0]], [new[50], new[50]],
                [new[51]], known,
            ]
            let answers = Mutex([Int: Recorded]())
            // Nothing is written while this transaction lasts, so that all calls wait for the one after it.
            try register.writing { _ in
                for (index, call) in calls.enumerated() {
                    register.record(call, receivedAt: .now) { result in
                        answers.withLock { $0[index] = try? result.get() }
                    }
                }
            }
            try register.writing { _ in }
            #expect(register.health().counters.commits == 2)
            let duplicates = [0, 1, 1, 0, 1, 1, 0, 3]
            for (index, call) in calls.enumerated() {
                let own = duplicates[index]
                #expect(
                    answers.withLock { $0[index] }
                        == Recorded(accepted: call.count - own, duplicates: own, rejected: []),
                    "call \(index)")
            }
            #expect(try folder.shell("SELECT count(*), count(DISTINCT uuid) FROM interaction") == "55|55")
            #expect(try folder.shell("SELECT sum(count) FROM interaction_hourly") == "55")
        }
    }

    @Test func `many callers at once are all answered, and share commits`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        for _ in 0..<50 {
                            let recorded = try await register.record([.sample()], receivedAt: .now)
                            #expect(recorded.accepted == 1)
                        }
                    }
                }
                try await group.waitForAll()
            }
            try expectHourlyMatchesRaw(folder, count: 3_200)
            let health = register.health()
            #expect(health.counters.recorded == 3_200 && health.counters.grouped == 3_200)
            #expect(health.counters.commits < 3_200)
            #expect(health.counters.groupSizes.reduce(0, +) == health.counters.commits)
            #expect(health.queued == 0 && health.databaseBytes + health.walBytes > 0)
            #expect(health.counters.lastCommit != nil && health.diskFreeBytes != nil)
        }
    }

    @Test func `a bad fact rejects only itself, not those committed with it`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try folder.shell(
                """
                CREATE TRIGGER poison BEFORE INSERT ON interaction WHEN NEW.screen = 'poison'
                BEGIN SELECT RAISE(ABORT, 'poison'); END
                """)
            var events = try Interaction.samples(40)
            events[17] = try .sample(screen: "poison")
            events[18] = events[3]
            async let other = register.record(Interaction.samples(10), receivedAt: .now)
            let recorded = try await register.record(events, receivedAt: .now)
            #expect(try await other.accepted == 10)
            #expect((recorded.accepted, recorded.duplicates) == (38, 1))
            #expect(recorded.rejected.map(\.index) == [17])
            #expect(recorded.rejected.first?.refusal.code == .notRecordable)
            try expectHourlyMatchesRaw(folder, count: 48)
        }
    }

    @Test func `what doesn't fit in the queue is refused at once, the rest is recorded`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister(queueLimit: 100) { register in
            let events = try (0..<50).map { _ in try Interaction.samples(50) }
            let answers = await withTaskGroup(of: Result<Recorded, RegisterError>.self) { group in
                for batch in events {
                    group.addTask {
                        await withCheckedContinuation { continuation in
                            register.record(batch, receivedAt: .now) { continuation.resume(returning: $0) }
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let accepted = answers.compactMap { try? $0.get().accepted }.reduce(0, +)
            let refused = answers.count { $0 == .failure(.busy(retryAfter: 1)) }
            #expect(accepted + refused * 50 == 2_500)
            #expect(refused == register.health().counters.busy)
            try expectHourlyMatchesRaw(folder, count: accepted)
        }
    }

    @Test func `shutdown answers all that waits, then refuses, and leaves no log behind`() async throws {
        let folder = try TemporaryFolder()
        let register = try Register.open(at: folder.data, office: "sommieres")
        let accepted = Mutex(0)
        for _ in 0..<100 {
            register.record(try Interaction.samples(20), receivedAt: .now) { result in
                accepted.withLock { $0 += (try? result.get().accepted) ?? 0 }
            }
        }
        register.shutdown()
        #expect(accepted.withLock { $0 } == 2_000)
        await #expect(throws: RegisterError.closed) { try await register.record([.sample()], receivedAt: .now) }
        #expect(throws: RegisterError.closed) { try register.forgetRawInteractions(before: .now) }
        #expect(throws: (any Error).self) { try register.interactionCount() }
        register.shutdown()
        #expect(FileManager.default.fileExists(atPath: folder.database + "-wal") == false)
        try expectHourlyMatchesRaw(folder, count: 2_000)
    }

    @Test func `a program writing beside the server costs nobody a fact`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let shell = Task.detached {
                for _ in 0..<40 {
                    try folder.shell(
                        """
                        INSERT INTO interaction (uuid, office, at_ms, day, hour, recorded_ms, session, session_seq,
                            screen, kind, lang)
                        VALUES (randomblob(16), 'lunel', 0, '1970-01-01', 1, 0, 'shell', 0, 'shell', 'place', 'fr')
                        """)
                }
            }
            for _ in 0..<200 { _ = try await register.record(Interaction.samples(20), receivedAt: .now) }
            try await shell.value
            #expect(
                try folder.shell("SELECT office, count(*) FROM interaction GROUP BY 1") == "lunel|40\nsommieres|4000")
        }
    }
}

/// Raw rows are `count`, each once, and their sums are the hourly counts; the file is sound.
func expectHourlyMatchesRaw(_ folder: TemporaryFolder, count: Int, sourceLocation: SourceLocation = #_sourceLocation)
    throws
{
    let answer = try folder.shell(
        """
        SELECT count(*), count(DISTINCT id) FROM interaction;
        SELECT count(*) FROM (
            SELECT office, day, hour, screen, kind, ifnull(place, ''), ifnull(theme, ''), lang, count(*)
            FROM interaction GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
            EXCEPT SELECT * FROM interaction_hourly);
        SELECT ifnull(sum(count), 0) FROM interaction_hourly;
        PRAGMA integrity_check;
        """)
    #expect(answer == "\(count)|\(count)\n0\n\(count)\nok", sourceLocation: sourceLocation)
}
