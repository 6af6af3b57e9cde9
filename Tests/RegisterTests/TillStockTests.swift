import Foundation
import GRDB
import Reception
import Testing

@testable import Register

/// What is left of a product is known at once, and is what the entries say.
@Suite struct TillStockTests {
    @Test func `stock follows every kind of entry, and is what all of them add up to`() async throws {
        try await withShop { shop in
            try shop.trade()
            try shop.add("bol", 3_000, stocked: true)
            #expect(
                try shop.till.stock(of: ["miel", "bol", "carte", "inconnu"]) == ["miel": 50 - 2 - 4 + 1 - 1, "bol": 0])
            try shop.perform(.stock(StockMove(product: "bol", kind: .receipt, quantity: 3)))
            try shop.perform(.stock(StockMove(product: "bol", kind: .loss, quantity: 1, reason: "fêlé")))
            try shop.sell("bol", 5)
            #expect(try shop.till.stock(of: ["bol"]) == ["bol": -3])
            let last = try #require(try shop.till.ticket(nil, training: false).content.ticket)
            for (index, restocks) in [(0, true), (0, false)] {
                try shop.perform(
                    .refund(
                        RefundOrder(
                            ticket: last.number, lines: [.init(index: index, quantity: 1)], method: .cash,
                            reason: "rendu",
                            restocks: restocks)))
            }
            #expect(try shop.till.stock(of: ["bol"]) == ["bol": -2])
            try shop.sell("bol", 7, training: true)
            try shop.perform(.stock(StockMove(product: "bol", kind: .stockTake, quantity: 12)))
            try shop.sell("bol", 2)
            #expect(try shop.till.stock() == ["miel": 44, "bol": 10])
            #expect(try shop.levels("stock_level") == shop.levels("stock_current"))
            expect(throws: .productUnknown) { try shop.sell("vase") }
            #expect(try shop.till.stock(of: ["bol"]) == ["bol": 10], "what is refused takes nothing")
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `a level that was changed is found and named, and a stock-take puts it right`() async throws {
        try await withShop { shop in
            try shop.trade()
            for change in [
                "UPDATE stock_level SET quantity = quantity + 1 WHERE product = 'miel'",
                "DELETE FROM stock_level WHERE product = 'miel'",
                "INSERT INTO stock_level VALUES ('abricot', 7)",
            ] {
                try shop.folder.shell("CREATE TABLE kept AS SELECT * FROM stock_level; \(change)")
                let problem = try #require(try shop.problem(), "\(change)")
                #expect(problem.reason == .stock)
                #expect(problem.message(in: .english).contains(change.contains("abricot") ? "abricot" : "miel"))
                try shop.folder.shell(
                    "DELETE FROM stock_level; INSERT INTO stock_level SELECT * FROM kept; DROP TABLE kept")
                #expect(try shop.problem() == nil)
            }
            try shop.folder.shell("UPDATE stock_level SET quantity = 0 WHERE product = 'miel'")
            try shop.perform(.stock(StockMove(product: "miel", kind: .stockTake, quantity: 44)))
            #expect(try shop.problem() == nil)
            try shop.folder.shell("DROP TABLE stock_level")
            #expect(try shop.problem()?.reason == .schema)
        }
    }

    @Test func `a register of before is brought up to date with what was sold in it`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            try TillShop(register, in: folder).trade()
        }
        try folder.shell(
            "DROP TABLE stock_level; DELETE FROM grdb_migrations WHERE identifier = '0010-stock-level'; PRAGMA user_version = 9"
        )
        try await folder.withRegister { register in
            let shop = try TillShop(register, in: folder)
            #expect(try shop.till.stock(of: ["miel"]) == ["miel": 44])
            #expect(try shop.problem() == nil)
        }
    }
}

extension TillShop {
    fileprivate func levels(_ table: String) throws -> [String: Int] {
        try register.pool.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT product, quantity FROM \(table)")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["product"], $0["quantity"]) })
        }
    }
}
