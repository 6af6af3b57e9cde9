import Foundation
import GRDB
import Reception
import Synchronization
import Testing

@testable import Register

/// What the machine can do to the register: lose its power, or run out of disk.
@Suite(.serialized) struct FaultTests {
    @Test func `after SIGKILL under load, 20 times, every acknowledged event is there exactly once`() async throws {
        let folder = try TemporaryFolder()
        let acknowledged = folder.path + "/acknowledged"
        for _ in 0..<20 {
            let milliseconds = Int.random(in: 20...250)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [
                    data = folder.data as String, acknowledged = acknowledged as String,
                    milliseconds = milliseconds as Int
                ] in
                try await Self.recordUntilKilled(in: data, noting: acknowledged, after: milliseconds)
            }
        }
        let noted = try String(contentsOfFile: acknowledged, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(noted.count > 1_000)
        try await folder.withRegister { register in
            let ids = try await register.pool.read { try String.fetchAll($0, sql: "SELECT id FROM interaction") }
            #expect(Set(noted).subtracting(ids).isEmpty)
            try expectHourlyMatchesRaw(folder, count: Set(ids).count)
        }
    }

    /// Records without end, noting each event once it is acknowledged, until it kills its own process.
    private static func recordUntilKilled(in data: String, noting path: String, after milliseconds: Int) async throws {
        let notes = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let register = try Register.open(at: data, office: "sommieres")
        Thread.detachNewThread {
            usleep(UInt32(milliseconds) * 1_000)
            kill(getpid(), SIGKILL)
        }
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<16 {
                group.addTask {
                    while true {
                        guard let events = try? Interaction.samples(caller % 4 == 0 ? 1 : 20),
                            (try? await register.record(events, receivedAt: .now)) != nil
                        else { continue }
                        let lines = Array(events.map { "\($0.id)\n" }.joined().utf8)
                        _ = lines.withUnsafeBytes { write(notes, $0.baseAddress, $0.count) }
                    }
                }
            }
        }
    }

    @Test func `on a full disk everyone is told to come back, and writing resumes when there is room`() async throws {
        let folder = try TemporaryFolder()
        let mounted = try run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", folder.path)
        guard mounted.isEmpty else {
            Issue.record(
                "No full disk was tried: mounting a tmpfs needs root. mount said: \(mounted)", severity: .warning)
            return
        }
        defer { _ = try? run("umount", "-l", folder.path) }
        let ballast = folder.path + "/ballast"
        try Data(count: 1_500_000).write(to: URL(fileURLWithPath: ballast))
        try await folder.withRegister { register in
            var accepted = 0
            var failure: RegisterError?
            while failure == nil {
                do {
                    accepted += try await register.record(Interaction.samples(200), receivedAt: .now).accepted
                } catch {
                    failure = error as? RegisterError
                }
            }
            #expect(failure == .unavailable(retryAfter: 5))
            let answers = await withTaskGroup(of: RegisterError?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            _ = try await register.record(Interaction.samples(200), receivedAt: .now)
                            return nil
                        } catch {
                            return error as? RegisterError
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0 == .unavailable(retryAfter: 5) })
            #expect(try register.interactionCount() == accepted)
            #expect(register.health().counters.failures > 0)
            try FileManager.default.removeItem(atPath: ballast)
            #expect(try await register.record(Interaction.samples(200), receivedAt: .now).accepted == 200)
            try expectHourlyMatchesRaw(folder, count: accepted + 200)
        }
        try await folder.withRegister { #expect($0.health().counters.recorded == 0) }
    }
}
