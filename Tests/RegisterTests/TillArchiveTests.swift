import Foundation
import Reception
import Testing

@testable import Register

/// An archive says all that was sealed, and can be believed by itself.
@Suite struct TillArchiveTests {
    @Test func `an archive is verified by itself, elsewhere, and sealed in the till`() async throws {
        try await withShop { shop in
            try shop.trade()
            try shop.close(.day(shop.till.status().day))
            let archive = try shop.till.archive(.year(2026), in: shop.folder.path, counsellor: "marie")
            #expect(archive.path.hasSuffix("/till-archive-sommieres-caisse-2026"))
            #expect(archive.entries == 19 && archive.entry.number == 20)
            let elsewhere = shop.folder.path + "/elsewhere"
            try FileManager.default.moveItem(atPath: archive.path, toPath: elsewhere)
            let report = try Register.verifyArchive(elsewhere)
            #expect(report.problem == nil && report.entries == 19 && !report.sealsChecked)
            #expect(report.archiveKey == archive.publicKey)
            let withKeys = try Register.verifyArchive(elsewhere, keys: shop.folder.data)
            #expect(withKeys.problem == nil && withKeys.sealsChecked)
            #expect(try shop.problem() == nil)
            let notice = try String(contentsOfFile: elsewhere + "/LISEZMOI.txt", encoding: .utf8)
            #expect(notice.contains("Office de tourisme") && notice.contains(archive.publicKey))
            #expect(
                try Set(FileManager.default.contentsOfDirectory(atPath: elsewhere)) == [
                    "LISEZMOI.txt", "closures.csv", "entries.csv", "entries.jsonl", "lines.csv", "manifest.json",
                    "manifest.sig", "payments.csv", "products.csv",
                ])
            for file in [
                "LISEZMOI.txt", "closures.csv", "entries.csv", "entries.jsonl", "manifest.json", "products.csv",
                "manifest.sig",
            ] {
                let path = elsewhere + "/" + file
                let content = try Data(contentsOf: URL(fileURLWithPath: path))
                var changed = content
                changed[content.count / 2] ^= 1
                try changed.write(to: URL(fileURLWithPath: path))
                let problem = try? Register.verifyArchive(elsewhere).problem
                #expect(problem == nil || problem?.reason == .archive, "\(file): \(String(describing: problem))")
                #expect((try? Register.verifyArchive(elsewhere))?.problem != nil || file == "manifest.json")
                try FileManager.default.removeItem(atPath: path)
                #expect(
                    (try? Register.verifyArchive(elsewhere))?.problem != nil || file == "manifest.json",
                    "without \(file)")
                try content.write(to: URL(fileURLWithPath: path))
            }
            #expect(try Register.verifyArchive(elsewhere).problem == nil)
        }
    }

    @Test func `the next year's archive goes on where the one before ended`() async throws {
        try await withShop { shop in
            try shop.trade()
            try shop.close(.day(shop.till.status().day))
            try shop.sell("carte", training: true)
            shop.clock.move(days: 200)
            try shop.sell("carte", 2)
            try shop.close(.month(year: 2026, month: 7))
            try shop.close(.year(2026))
            try shop.perform(
                .refund(RefundOrder(ticket: 2, method: .cash, reason: "rendu")))
            try shop.close(.day(shop.till.status().day))
            _ = try shop.till.rotateKey(reason: "nouvelle année", counsellor: nil)
            try shop.sell("carte", training: true)
            let first = try shop.till.archive(.year(2026), in: shop.folder.path, counsellor: nil)
            let second = try shop.till.archive(.year(2027), in: shop.folder.path, counsellor: nil)
            for archive in [first, second] {
                for keys in [nil, shop.folder.data] {
                    let problem = try Register.verifyArchive(archive.path, keys: keys).problem
                    #expect(problem == nil, "\(archive.path): \(problem?.message(in: .english) ?? "")")
                }
            }
            #expect(throws: RegisterError.self, "it is there already") {
                try shop.till.archive(.year(2027), in: shop.folder.path, counsellor: nil)
            }
            expect(throws: .periodInvalid) { try shop.till.archive(.year(2025), in: shop.folder.path, counsellor: nil) }
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `another's signature over a changed archive is seen by its key`() async throws {
        try await withShop { shop in
            try shop.trade()
            let archive = try shop.till.archive(.year(2026), in: shop.folder.path, counsellor: nil)
            try await withShop { other in
                try other.trade()
                let forged = try other.till.archive(.year(2026), in: other.folder.path, counsellor: nil)
                #expect(forged.publicKey != archive.publicKey)
                for file in ["manifest.json", "manifest.sig"] {
                    try FileManager.default.removeItem(atPath: "\(archive.path)/\(file)")
                    try FileManager.default.copyItem(
                        atPath: "\(forged.path)/\(file)", toPath: "\(archive.path)/\(file)")
                }
            }
            #expect(try Register.verifyArchive(archive.path).problem?.reason == .archive)
        }
    }
}
