import Foundation
import GRDB
import Reception
import Testing

@testable import Register

@Suite struct RetentionTests {
    @Test(arguments: [
        "UPDATE interaction SET lang = 'en'", "UPDATE interaction SET seq = seq + 1", "DELETE FROM interaction",
        "UPDATE OR REPLACE interaction SET screen = 'x'", "UPDATE interaction_hourly SET count = count - 1",
        "UPDATE interaction_hourly SET lang = 'en', count = 100", "DELETE FROM interaction_hourly",
        "INSERT OR REPLACE INTO interaction SELECT seq, uuid, 'x', at_ms, day, hour, recorded_ms, session, session_seq, screen, kind, place, theme, lang, value, skew_ms FROM interaction",
    ])
    func `what is recorded can't be changed or deleted`(sql: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            _ = try await register.record(Interaction.samples(10), receivedAt: .now)
            let everything = "SELECT * FROM interaction; SELECT * FROM interaction_hourly"
            let before = try folder.shell(everything)
            let answer = try folder.shell("PRAGMA recursive_triggers = ON; " + sql)
            #expect(answer.contains("(19)"), "\(answer)")
            #expect(throws: DatabaseError.self) { try register.pool.write { try $0.execute(sql: sql) } }
            #expect(try folder.shell(everything) == before)
        }
    }

    @Test(arguments: [
        "lang = 'french'", "hour = 24", "session_seq = -1", "uuid = x'00'", "day = '14/07'", "place = ''",
        "at_ms = 'yesterday'", "kind = NULL", "value = '\(String(repeating: "x", count: 201))'", "office = ''",
    ])
    func `the schema itself refuses what is no interaction`(change: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ = try await $0.record([.sample()], receivedAt: .now) }
        let answer = try folder.shell(
            """
            CREATE TEMP TABLE other AS SELECT * FROM interaction; UPDATE other SET uuid = randomblob(16), seq = NULL;
            UPDATE other SET \(change);
            INSERT INTO interaction SELECT seq, uuid, office, at_ms, day, hour, recorded_ms, session, session_seq, screen,
                kind, place, theme, lang, value, skew_ms FROM other
            """)
        #expect(answer.contains("(19)"), "\(answer)")
    }

    @Test func `raw interactions past 25 months go, hourly counts stay, and numbers aren't given again`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let limit = Instant.now.subtracting(months: 25)
            let old = limit.advanced(byMilliseconds: -1_000)
            _ = try await register.record(Interaction.samples(12_000, at: old), receivedAt: old)
            // An hour is longer than this test can take beside others.
            let young = limit.advanced(byMilliseconds: 3_600_000)
            _ = try await register.record([.sample(at: young)], receivedAt: young)
            #expect(try register.forgetRawInteractions(before: limit) == 12_000)
            #expect(throws: RegisterError.keptFor25Months) { try register.forgetRawInteractions(before: .now) }
            #expect(try register.interactionCount() == 1)
            #expect(try folder.shell("SELECT sum(count) FROM interaction_hourly") == "12001")
            _ = try await register.record([.sample()], receivedAt: .now)
            #expect(try folder.shell("SELECT group_concat(seq) FROM interaction") == "12001,12002")
        }
    }

    @Test func `numbers aren't given again when the newest row is the one that goes`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let old = Instant.now.subtracting(months: 26)
            _ = try await register.record(Interaction.samples(5, at: old), receivedAt: old)
            #expect(try register.forgetRawInteractions(before: .now) == 5)
            _ = try await register.record([.sample()], receivedAt: .now)
            #expect(try folder.shell("SELECT seq FROM interaction") == "6")
        }
    }

    @Test func `25 months are the same for the schema and for the values`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ in }
        for _ in 0..<200 {
            let at = Instant(milliseconds: Int64.random(in: 0..<4_102_444_800) * 1_000)
            let read = try folder.shell(
                "SELECT strftime('%s', \(at.milliseconds / 1_000), 'unixepoch', '-25 months') * 1000")
            #expect(read == "\(at.subtracting(months: 25).milliseconds)")
        }
    }
}
