import Foundation
import GRDB
import Reception
import Testing

@testable import Register

@Suite struct OpeningTests {
    @Test func `a missing folder is made, for its owner alone`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ = try await $0.record([.sample()], receivedAt: .now) }
        for (path, mode) in [(folder.data, 0o700), (folder.database, 0o600), (folder.data + "/vitrine.lock", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
        }
    }

    @Test func `the writer syncs fully, in WAL mode, with foreign keys, and triggers that REPLACE can't avoid`()
        async throws
    {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let pragmas = try register.pool.writeWithoutTransaction { database in
                try ["synchronous", "journal_mode", "foreign_keys", "recursive_triggers"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(pragmas == ["2", "wal", "1", "1"])
        }
    }

    @Test func `a second server is refused, and told which process holds the folder`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ in
            #expect { try Register.open(at: folder.data, office: "sommieres") } throws: { error in
                guard case .alreadyServed(folder.data, getpid()) = error as? RegisterError else { return false }
                return "\(error)".contains("\(getpid())")
            }
        }
        #expect(try await folder.withRegister { try $0.interactionCount() } == 0)
    }

    @Test func `a server that failed to open lets go of the folder`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ in }
        let good = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        try folder.shell("DROP TABLE interaction_hourly; DELETE FROM grdb_migrations; PRAGMA user_version = 0")
        #expect(throws: RegisterError.self) { try Register.open(at: folder.data, office: "sommieres") }
        try good.write(to: URL(fileURLWithPath: folder.database))
        #expect(try await folder.withRegister { try $0.interactionCount() } == 0)
    }

    @Test func `another program opens the database beside the server, and both write`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { server in
            let beside = try Register.open(at: folder.data, office: "sommieres", mode: .beside)
            defer { beside.shutdown() }
            _ = try await server.record(Interaction.samples(10), receivedAt: .now)
            _ = try await beside.record(Interaction.samples(10), receivedAt: .now)
            #expect(try server.interactionCount() == 20)
        }
    }

    @Test func `a program beside makes the database when there is no server yet`() async throws {
        let folder = try TemporaryFolder()
        let beside = try Register.open(at: folder.data, office: "sommieres", mode: .beside)
        defer { beside.shutdown() }
        #expect(try await folder.withRegister { try $0.interactionCount() } == 0)
    }

    @Test func `a program beside doesn't migrate under a server that runs`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ in
            try folder.shell("DELETE FROM grdb_migrations; PRAGMA user_version = 0")
            #expect(throws: RegisterError.migrationPending(path: folder.database)) {
                try Register.open(at: folder.data, office: "sommieres", mode: .beside)
            }
        }
    }

    @Test(arguments: [
        "PRAGMA user_version = 9999", "INSERT INTO grdb_migrations VALUES ('9999-from-the-future')",
    ])
    func `a newer version's database is refused and left as it is, byte for byte`(change: String) async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ = try await $0.record([.sample()], receivedAt: .now) }
        try folder.shell(change)
        let before = try contents(of: folder.data)
        for mode in [Register.Mode.server, .beside] {
            #expect(throws: RegisterError.newerDatabase(path: folder.database)) {
                try Register.open(at: folder.data, office: "sommieres", mode: mode)
            }
        }
        #expect(try contents(of: folder.data) == before)
    }

    @Test func `a newer version is seen in a write-ahead log left by a crash, too`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { _ in }
        let copy = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: copy.data, withIntermediateDirectories: true)
        let open = try DatabasePool(path: folder.database)
        try await open.write { try $0.execute(sql: "PRAGMA user_version = 9999") }
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: copy.database + suffix)
        }
        try open.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: copy.database))
        #expect(throws: RegisterError.newerDatabase(path: copy.database)) {
            try Register.open(at: copy.data, office: "sommieres")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy.database)) == before)
    }

    @Test func `a file that isn't a database is refused and left as it is`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.data, withIntermediateDirectories: true)
        let text = Data(String(repeating: "This is no database. ", count: 1_000).utf8)
        try text.write(to: URL(fileURLWithPath: folder.database))
        #expect(throws: RegisterError.notADatabase(path: folder.database)) {
            try Register.open(at: folder.data, office: "sommieres")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == text)
    }

    @Test func `a folder that can't be made and a zone that doesn't exist are said`() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.data))
        #expect { try Register.open(at: folder.data, office: "sommieres") } throws: {
            ($0 as? RegisterError)?.code == "cannot_open"
        }
        #expect(throws: RegisterError.unknownTimeZone("Mars/Olympus")) {
            try Register.open(at: folder.path + "/other", office: "sommieres", timeZone: "Mars/Olympus")
        }
    }

    private func contents(of folder: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "vitrine.lock" {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return contents
    }
}
