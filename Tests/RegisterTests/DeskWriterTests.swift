import Foundation
import GRDB
import Reception
import Synchronization
import Testing

@testable import Register

/// Several programs at one file.
@Suite struct DeskWriterTests {
    @Test func `eight desks and the server write at once: nothing is lost, doubled or refused`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { server in
            try server.remember(languages: [.french])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for desk in 0..<8 {
                    group.addTask { try Self.write(in: folder.data, desk: "desk-\(desk)", times: 20) }
                }
                group.addTask {
                    for _ in 0..<50 {
                        _ = try await server.record(Interaction.samples(5), receivedAt: .now)
                        _ = try server.record([DeskFactTests.visit(desk: "server")], recordedAt: DeskFactTests.now)
                    }
                }
                try await group.waitForAll()
            }
            let kept = try server.facts(from: DeskFactTests.today, to: DeskFactTests.today)
            let seqs = kept.map(\.seq).sorted()
            #expect(seqs == Array(1...530), "eight times twenty times three, and fifty of the server")
            #expect(Set(kept.map(\.fact.id)).count == 530)
            #expect(try server.interactionCount() == 250)
        }
    }

    @Test func `desks that come and go without a server leave all they wrote in one sound file`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { try $0.remember(languages: [.french]) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for desk in 0..<8 {
                group.addTask { try Self.write(in: folder.data, desk: "desk-\(desk)", times: 20) }
            }
            try await group.waitForAll()
        }
        #expect(try folder.shell("SELECT count(DISTINCT uuid), max(seq) FROM desk_fact") == "480|480")
        #expect(try folder.shell("PRAGMA integrity_check") == "ok")
    }

    /// As a `desk` process does: opens, records, lets go.
    private static func write(in data: String, desk: String, times: Int) throws {
        for _ in 0..<times {
            let register = try Register.beside(data, now: DeskFactTests.now)
            defer { register.shutdown() }
            let facts = (0..<3).map { _ in DeskFactTests.visit(desk: desk) }
            let receipts = try register.record(facts, recordedAt: DeskFactTests.now)
            #expect(receipts == [.recorded, .recorded, .recorded])
            let again = try register.record(facts, recordedAt: DeskFactTests.now)
            #expect(again == [.known, .known, .known])
        }
    }

    @Test func `a visit that eight desks correct at once is corrected once`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { server in
            try server.remember(languages: [.french])
            let visit = DeskFactTests.visit()
            _ = try server.record([visit], recordedAt: DeskFactTests.now)
            let codes = try await withThrowingTaskGroup(of: Refusal.Code?.self) { group in
                for desk in 0..<8 {
                    group.addTask {
                        let beside = try Register.beside(folder.data, now: DeskFactTests.now)
                        defer { beside.shutdown() }
                        do {
                            _ = try beside.record(
                                [visit.revised { $0.adults = desk }], recordedAt: DeskFactTests.now)
                            return nil
                        } catch let refusal as Refusal {
                            return refusal.code
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.filter { $0 == nil }.count == 1)
            #expect(codes.filter { $0 == .factWasRevised }.count == 7)
            #expect(try server.history(of: visit.id.description).count == 2)
        }
    }

    @Test func `whoever waits for another program is served when it is done, and told when it takes too long`()
        async throws
    {
        let folder = try TemporaryFolder()
        try await folder.withRegister { server in
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: folder.database, configuration: configuration)
            func shell(_ sql: String) throws { try other.writeWithoutTransaction { try $0.execute(sql: sql) } }
            func record() throws -> [FactReceipt] {
                try server.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now)
            }
            try shell("BEGIN IMMEDIATE")
            let waiting = Task.detached { try record() }
            try await Task.sleep(for: .milliseconds(300))
            try shell("COMMIT")
            #expect(try await waiting.value == [.recorded])

            try shell("BEGIN IMMEDIATE")
            #expect(throws: RegisterError.unavailable(retryAfter: 5)) { try record() }
            try shell("ROLLBACK")
            #expect(try server.latestSeq() == 1)
            #expect(try record() == [.recorded])
        }
    }

    @Test func `a full disk is said, keeps what was there, and is written again when there is room`() async throws {
        try await withDisk(size: "4m") { folder in
            let ballast = folder.path + "/ballast"
            try await folder.withRegister { register in
                try Data(count: 2_000_000).write(to: URL(fileURLWithPath: ballast))
                var count = 0
                var failure: RegisterError?
                while failure == nil {
                    do {
                        let visits = (0..<200).map { _ in DeskFactTests.visit() }
                        count += try register.record(visits, recordedAt: DeskFactTests.now).count
                    } catch {
                        failure = error as? RegisterError
                    }
                }
                #expect(failure == .diskFull(path: folder.data))
                let kept = try register.statistics(from: DeskFactTests.today, to: DeskFactTests.today).contacts
                #expect(kept == count)
                try FileManager.default.removeItem(atPath: ballast)
                let receipts = try register.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now)
                #expect(receipts == [.recorded])
            }
        }
    }

    @Test func `a disk that can't be written to is said, when opening and when recording`() async throws {
        try await withDisk(size: "8m") { folder in
            try await folder.withRegister { try $0.remember(languages: [.french]) }
            #expect(try run("mount", "-o", "remount,ro", folder.path) == "")
            #expect(throws: RegisterError.readOnly(path: folder.database)) {
                try Register.beside(folder.data, now: DeskFactTests.now)
            }
            #expect(throws: RegisterError.readOnly(path: folder.database)) {
                try Register.open(at: folder.data, office: "sommieres")
            }
        }
    }

    /// Runs `body` in a folder that is a small disk of its own; says so when it can't be made.
    private func withDisk(size: String, _ body: (TemporaryFolder) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let mounted = try run("mount", "-t", "tmpfs", "-o", "size=\(size),mode=700", "tmpfs", folder.path)
        guard mounted.isEmpty else {
            Issue.record("No disk was tried: mounting one needs root. mount said: \(mounted)", severity: .warning)
            return
        }
        defer { _ = try? run("umount", "-l", folder.path) }
        try await body(folder)
    }
}
