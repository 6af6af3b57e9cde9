import Foundation
import Reception
import Testing

@testable import Register

@Suite struct NoticeTests {
    private static let now = Instant(milliseconds: 1_784_066_700_000)
    private static func later(_ minutes: Int64) -> Instant { now.advanced(byMilliseconds: minutes * 60_000) }

    private static func notice(
        _ text: String = "Le Vidourle monte", level: Notice.Level = .info, starts: Int64 = 0, ends: Int64 = 60,
        supersedes: FactID? = nil
    ) throws -> Notice {
        try Notice(
            id: FactID(bornAt: now), level: level, hazard: .flood, texts: [.french: text, .english: "The river"],
            places: ["pont-romain"], startsAt: later(starts), endsAt: later(ends), at: now, supersedes: supersedes)
    }

    @Test func `what is announced is read back as it was written, the gravest first`() async throws {
        let folder = try TemporaryFolder()
        let (info, alert, future) = (
            try Self.notice("a \"b\" é 👋"), try Self.notice(level: .alert), try Self.notice(level: .warning, starts: 30)
        )
        try await folder.withRegister { register in
            #expect(try register.lastNotice() == 0)
            for notice in [info, alert, future] { try register.announce(notice, recordedAt: Self.now) }
        }
        try await folder.withRegister { register in
            let shown = try register.notices(at: Self.now)
            #expect(shown == [alert, info])
            #expect(try register.noticesToCome(at: Self.now) == [alert, future, info])
            #expect(try register.notices(at: Self.later(30)) == [alert, future, info])
            #expect(try register.notices(at: Self.later(60)) == [])
            #expect(try register.lastNotice() == 3)
        }
        #expect(
            try folder.shell("SELECT id, starts_at, json_extract(texts, '$.en'), places FROM notice WHERE seq = 2")
                == "\(alert.id)|2026-07-14T22:05:00.000Z|The river|[\"pont-romain\"]")
    }

    @Test func `one that supersedes another takes its place, and each is superseded once`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let first = try Self.notice()
            let second = try Self.notice("Le Vidourle descend", supersedes: first.id)
            try register.announce(first, recordedAt: Self.now)
            try register.announce(second, recordedAt: Self.now)
            try register.announce(second, recordedAt: Self.now)
            #expect(try register.notices(at: Self.now) == [second])
            for (notice, code) in [
                (try Self.notice(supersedes: first.id), Refusal.Code.noticeWasChanged),
                (try Self.notice(supersedes: FactID(bornAt: Self.now)), .noticeUnknown),
            ] {
                #expect { try register.announce(notice, recordedAt: Self.now) } throws: {
                    ($0 as? Refusal)?.code == code
                }
            }
            #expect(try register.notices(at: Self.now) == [second])
        }
    }

    @Test func `ending one leaves both rows and shows neither`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let (now, future) = (try Self.notice(), try Self.notice(starts: 30))
            for notice in [now, future] {
                try register.announce(notice, recordedAt: Self.now)
                let end = try register.endNotice(notice.id, at: Self.later(5))
                #expect(end.supersedes == notice.id)
                #expect { try register.endNotice(notice.id, at: Self.later(6)) } throws: {
                    ($0 as? Refusal)?.code == .noticeWasChanged
                }
            }
            #expect { try register.endNotice(FactID(bornAt: Self.now), at: Self.now) } throws: {
                ($0 as? Refusal)?.code == .noticeUnknown
            }
            for minute: Int64 in [5, 30, 45] { #expect(try register.notices(at: Self.later(minute)) == []) }
            #expect(try register.notices(at: Self.now).map(\.supersedes) == [now.id], "it was shown until it was ended")
            #expect(try folder.shell("SELECT count(*) FROM notice") == "4")
        }
    }

    @Test(arguments: [
        "UPDATE notice SET ends_ms = 0", "DELETE FROM notice", "REPLACE INTO notice SELECT * FROM notice",
        "INSERT INTO notice SELECT 9, x'00', office, level, hazard, texts, places, 0, 1, 0, 0, NULL FROM notice",
        """
        INSERT INTO notice (uuid, office, level, texts, places, starts_ms, ends_ms, at_ms, recorded_ms)
        VALUES (randomblob(16), 'o', 'panic', '{"fr":"a"}', '[]', 0, 1, 0, 0)
        """,
        """
        INSERT INTO notice (uuid, office, level, texts, places, starts_ms, ends_ms, at_ms, recorded_ms)
        VALUES (randomblob(16), 'o', 'info', '{}', '[]', 0, 1, 0, 0)
        """,
        """
        INSERT INTO notice (uuid, office, level, texts, places, starts_ms, ends_ms, at_ms, recorded_ms)
        VALUES (randomblob(16), 'o', 'info', '{"fr":"a"}', '[]', 1, 0, 0, 0)
        """,
    ])
    func `the schema itself refuses to change, drop or spoil a notice`(sql: String) async throws {
        let folder = try TemporaryFolder()
        let notice = try Self.notice()
        try await folder.withRegister { try $0.announce(notice, recordedAt: Self.now) }
        let told = try folder.shell("PRAGMA recursive_triggers = ON; \(sql)")
        #expect(told.lowercased().contains("error"))
        let kept = try await folder.withRegister { try $0.noticesToCome(at: Self.now) }
        #expect(kept == [notice])
    }

    @Test func `a program beside knows the office the server left word of, and both see what either writes`()
        async throws
    {
        let folder = try TemporaryFolder()
        #expect(throws: RegisterError.noRegister(folder: folder.data)) {
            try Register.beside(folder.data, now: Self.now)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.data))
        try await folder.withRegister { server in
            #expect(throws: RegisterError.noRegister(folder: folder.data)) {
                try Register.beside(folder.data, now: Self.now)
            }
            try server.remember(languages: [.french, .english])
            let beside = try Register.beside(folder.data, now: Self.now)
            defer { beside.shutdown() }
            #expect((beside.office, beside.clock.timeZone) == ("sommieres", "Europe/Paris"))
            #expect(try beside.languages() == [.french, .english])
            let notice = try Self.notice()
            try beside.announce(notice, recordedAt: Self.now)
            #expect(try server.lastNotice() == 1)
            #expect(try server.notices(at: Self.now) == [notice])
            try server.endNotice(notice.id, at: Self.now)
            #expect(try beside.notices(at: Self.now) == [])
        }
    }

    @Test func `another office's notices in the same file aren't this one's`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { try $0.announce(Self.notice(), recordedAt: Self.now) }
        let other = try Register.open(at: folder.data, office: "lunel")
        defer { other.shutdown() }
        #expect(try other.noticesToCome(at: Self.now) == [])
    }
}
