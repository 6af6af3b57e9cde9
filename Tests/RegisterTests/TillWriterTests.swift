import Foundation
import Reception
import Testing

@testable import Register

/// Several programs at the same till, and at several.
@Suite struct TillWriterTests {
    @Test func `two tills, two desks at each and the server sell at once: one strict sequence per till`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { server in
            try server.remember(languages: [.french])
            let shop = try TillShop(server, in: folder)
            try shop.add("carte", 120)
            let clock = shop.clock
            try await withThrowingTaskGroup(of: Void.self) { group in
                for code in ["caisse", "caisse", "musee", "musee"] {
                    group.addTask {
                        for _ in 0..<20 {
                            let desk = try Register.beside(folder.data, now: clock.now)
                            defer { desk.shutdown() }
                            try TillShop(desk, in: folder, code: code, clock: clock).sell("carte")
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<20 {
                        try shop.sell("carte")
                        _ = try await server.record(Interaction.samples(5), receivedAt: .now)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try shop.problem() == nil)
            #expect(try shop.till.status().tickets == 60)
            #expect(
                try folder.shell(
                    "SELECT till, count(*), min(ticket), max(ticket) FROM till_entry WHERE kind = 'sale' GROUP BY till")
                    == "caisse|60|1|60\nmusee|40|1|40")
        }
    }

    @Test func `the same request from eight desks at once is one entry`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { server in
            try server.remember(languages: [.french])
            let shop = try TillShop(server, in: folder)
            try shop.add("carte", 120)
            let request = TillRequest(
                id: shop.id(),
                order: .sale(SaleOrder(lines: [.init(product: "carte")], payments: [Tender(method: .cash)])))
            let clock = shop.clock
            let entries = try await withThrowingTaskGroup(of: TillEntry.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let desk = try Register.beside(folder.data, now: clock.now)
                        defer { desk.shutdown() }
                        return try TillShop(desk, in: folder, clock: clock).till.perform(request)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(entries).count == 1 && entries.count == 8)
            #expect(try shop.till.status().tickets == 1)
        }
    }

    @Test func `killed 50 times while it sells, every confirmed ticket is there, without a gap, and it sells on`()
        async throws
    {
        let folder = try TemporaryFolder()
        let confirmed = folder.path + "/confirmed"
        try await folder.withRegister { try TillShop($0, in: folder).add("carte", 120) }
        for _ in 0..<50 {
            let microseconds = Int.random(in: 20_000...120_000)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [data = folder.data as String, confirmed = confirmed as String, microseconds = microseconds as Int] in
                try Self.sellUntilKilled(in: data, noting: confirmed, after: microseconds)
            }
        }
        let noted = try String(contentsOfFile: confirmed, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(noted.count > 50)
        try await folder.withRegister { register in
            let shop = try TillShop(register, in: folder)
            #expect(try shop.problem() == nil)
            let last = try #require(try shop.till.status().lastTicket)
            let next = try shop.sell("carte")
            #expect(next.content.ticket?.number == last + 1)
            let kept = try folder.shell(
                "SELECT id || ' ' || ticket || ' ' || lower(hex(seal)) FROM till_entry WHERE kind = 'sale'")
            #expect(Set(noted).subtracting(kept.split(separator: "\n").map(String.init)).isEmpty)
        }
    }

    /// Sells without end, noting each ticket once it is confirmed, until it kills its own process.
    private static func sellUntilKilled(in data: String, noting path: String, after microseconds: Int) throws {
        let notes = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let register = try Register.open(at: data, office: "sommieres")
        let till = try register.till("caisse", setting: TillShop.setting)
        Thread.detachNewThread {
            usleep(UInt32(microseconds))
            kill(getpid(), SIGKILL)
        }
        while true {
            let entry = try till.perform(
                TillRequest(
                    id: FactID(bornAt: .now),
                    order: .sale(SaleOrder(lines: [.init(product: "carte")], payments: [Tender(method: .cash)]))))
            let line = Array("\(entry.id) \(entry.content.ticket?.number ?? 0) \(entry.seal)\n".utf8)
            _ = line.withUnsafeBytes { write(notes, $0.baseAddress, $0.count) }
        }
    }

    @Test func `on a full disk nothing is sold and it is said; with room again it sells on`() async throws {
        let folder = try TemporaryFolder()
        let mounted = try run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", folder.path)
        guard mounted.isEmpty else {
            Issue.record("No disk was tried: mounting one needs root. mount said: \(mounted)", severity: .warning)
            return
        }
        defer { _ = try? run("umount", "-l", folder.path) }
        try await folder.withRegister { register in
            let shop = try TillShop(register, in: folder)
            try shop.add("carte", 120)
            for ballast in [3_000_000, 8_000_000] {
                // Not all of it fits: what is left is less than a block.
                let file = folder.path + "/ballast"
                try Data().write(to: URL(fileURLWithPath: file))
                let bytes = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
                try? bytes.write(contentsOf: Data(count: ballast))
                try bytes.close()
                var sold = try shop.till.status().tickets
                #expect(throws: RegisterError.diskFull(path: folder.data)) {
                    do {
                        while true {
                            try shop.sell("carte")
                            sold += 1
                        }
                    } catch RegisterError.diskFull { throw RegisterError.diskFull(path: folder.data) }
                }
                #expect(try shop.till.status().tickets == sold)
                try FileManager.default.removeItem(atPath: file)
                #expect(try shop.sell("carte").content.ticket?.number == sold + 1)
                #expect(try shop.problem() == nil)
            }
        }
    }
}
