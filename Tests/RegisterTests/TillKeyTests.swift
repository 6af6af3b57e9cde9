import Foundation
import Reception
import Testing

@testable import Register

/// The keys are beside the database: without the right one nothing is sold, and everything else goes on.
@Suite struct TillKeyTests {
    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `keys are made once, for their owner only, and are not in the database`() async throws {
        try await withShop { shop in
            try shop.trade()
            let folder = shop.folder.data + "/till"
            #expect(try permissions(folder) == 0o700)
            for file in ["key-1", "archive-key", "caisse.head"] {
                #expect(try permissions("\(folder)/\(file)") == 0o600)
            }
            let key = try String(contentsOfFile: folder + "/key-1", encoding: .utf8).trimming()
            #expect(key.count == 64)
            #expect(try shop.folder.shell(".dump").contains(key) == false)
        }
    }

    @Test(arguments: ["missing", "wrong", "unreadable", "empty"])
    func `without the right key nothing is sold, and it isn't made again`(_ what: String) async throws {
        try await withShop { shop in
            try shop.trade()
            let path = shop.folder.data + "/till/key-1"
            let key = try Data(contentsOf: URL(fileURLWithPath: path))
            var code = Refusal.Code.tillKeyMissing
            try FileManager.default.removeItem(atPath: path)
            switch what {
            case "wrong":
                try Data(String(repeating: "ab", count: 32).utf8).write(to: URL(fileURLWithPath: path))
                code = .tillKeyWrong
            case "unreadable": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            case "empty":
                try Data().write(to: URL(fileURLWithPath: path))
                code = .tillKeyWrong
            default: break
            }
            expect(throws: code) { try shop.sell("carte") }
            expect(throws: code, "another till of the office") {
                try TillShop(shop.register, in: shop.folder, code: "musee", clock: shop.clock).sell("carte")
            }
            #expect(try shop.entryCount() == 18)
            #expect([.key, .seal].contains(try shop.problem()?.reason))
            #expect(try shop.register.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now) == [.recorded])
            try? FileManager.default.removeItem(atPath: path)
            try key.write(to: URL(fileURLWithPath: path))
            try shop.sell("carte")
        }
    }

    @Test func `another key seals after a change, and all of it is verified`() async throws {
        try await withShop { shop in
            try shop.trade()
            let entry = try shop.till.rotateKey(reason: "une clé USB perdue", counsellor: "marie")
            #expect(entry.key == 1)
            #expect(try shop.sell("carte").key == 2)
            #expect(try shop.problem() == nil)
            #expect(try permissions(shop.folder.data + "/till/key-2") == 0o600)
            let other = try TillShop(shop.register, in: shop.folder, code: "musee", clock: shop.clock)
            #expect(try other.sell("carte").key == 2)
            try FileManager.default.removeItem(atPath: shop.folder.data + "/till/key-1")
            try shop.sell("carte")
            let problem = try #require(try shop.problem())
            #expect(problem.reason == .key && problem.entry == 1, "what it sealed can't be verified without it")
        }
    }

    @Test func `a copy of the keys brings back those that are lost`() async throws {
        try await withShop { shop in
            try shop.trade()
            _ = try shop.till.rotateKey(reason: "essai", counsellor: nil)
            let copy = shop.folder.path + "/keys.txt"
            try shop.till.backUpKeys(to: copy)
            #expect(try permissions(copy) == 0o600)
            #expect(throws: RegisterError.self, "never over a file that is there") {
                try shop.till.backUpKeys(to: copy)
            }
            for key in ["key-1", "key-2", "archive-key"] {
                try FileManager.default.removeItem(atPath: "\(shop.folder.data)/till/\(key)")
            }
            expect(throws: .tillKeyMissing) { try shop.sell("carte") }
            #expect(try shop.till.restoreKeys(from: copy) == ["key-1", "key-2", "archive-key"])
            try shop.sell("carte")
            #expect(try shop.problem() == nil)
            #expect(try shop.till.restoreKeys(from: copy) == [])
            expect(throws: .tillKeyWrong) { try shop.till.restoreKeys(from: shop.folder.data + "/till/key-1") }
        }
    }
}
