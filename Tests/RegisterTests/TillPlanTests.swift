import GRDB
import Reception
import Synchronization
import Testing

@testable import Register

/// What is asked of the register on the way of a sale is looked up: it takes as long on the day a till begins as after fifty thousand tickets.
@Suite struct TillPlanTests {
    /// What SQLite is asked on the one connection that writes, with the values.
    private static func asked(of shop: TillShop, _ body: () throws -> Void) throws -> [String] {
        let asked = Mutex<[String]>([])
        shop.register.pool.writeWithoutTransaction { database in
            database.trace(options: .statement) { event in
                asked.withLock { $0.append(event.expandedDescription) }
            }
        }
        try body()
        shop.register.pool.writeWithoutTransaction { $0.trace(options: []) }
        return asked.withLock(\.self).filter { $0.contains("till_entry") && !$0.hasPrefix("--") }
    }

    /// The queries that would walk through the entries.
    private static func walks(_ queries: [String], in shop: TillShop) throws -> [String] {
        try shop.register.pool.read { database in
            try queries.filter { query in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + query).contains {
                    ($0["detail"] as String).hasPrefix("SCAN till_entry")
                }
            }
        }
    }

    @Test func `products, rates, tickets, refunds, the day's state and the last entry are looked up`() async throws {
        try await withShop { shop in
            try shop.trade()
            try shop.perform(
                .product(Product(code: "savon", labels: ["fr": "Savon"], price: Money(cents: 500), barcode: "37600123"))
            )
            let queries = try Self.asked(of: shop) {
                try shop.sell("miel", 2)
                try shop.sell("37600123")
                try shop.sell("miel", training: true)
                expect(throws: .productUnknown) { try shop.sell("mielle") }
                try shop.perform(.refund(RefundOrder(ticket: 6, method: .cash, reason: "rendu")))
                try shop.perform(.reprint(ticket: 6))
                try shop.perform(.opening(float: .zero))
                try shop.perform(.movement(CashMovement(amount: Money(cents: 100), reason: "monnaie")))
                try shop.perform(.count(CashCount(counted: .zero)))
            }
            #expect(queries.filter { $0.hasPrefix("SELECT") }.count > 40 && queries.contains { $0.hasPrefix("INSERT") })
            #expect(try Self.walks(queries, in: shop) == [])
        }
    }

    @Test func `what a desk shows between two sales is looked up too`() async throws {
        try await withShop { shop in
            try shop.trade()
            let till = shop.till
            let queries = try Self.asked(of: shop) {
                try shop.register.pool.write { database in
                    let catalogue = TillCatalogue(database: database)
                    let ledger = TillLedger(database: database, office: till.office, till: till.code)
                    #expect(try StockLevels(database: database).level(of: "miel") == 50 - 2 - 4 + 1 - 1)
                    #expect(try catalogue.products(archived: false).count == 2 && catalogue.rates().count == 2)
                    #expect(try till.lastTicket(training: false, in: database) == 6)
                    #expect(try till.ticket(nil, training: false, in: database).number == 18)
                    #expect(try till.refunds(of: 1, training: false, in: database).count == 1)
                    #expect(try ledger.closure(of: TillShop.day) == .day(TillShop.day))
                    #expect(try ledger.sums(of: TillShop.day).tickets == 3)
                    #expect(
                        try ledger.unclosedDays(from: OfficeDay(daysSince1970: 0), to: TillShop.day.adding(days: 9))
                            .count
                            == 1)
                    _ = try TillChain(database, folder: till.folder, office: till.office, till: till.code)
                }
            }
            #expect(queries.count > 20)
            #expect(try Self.walks(queries, in: shop) == [])
            #expect(
                try Self.walks(["SELECT sum(at_ms) FROM till_entry"], in: shop).count == 1, "a walk would be seen")
        }
    }

    @Test func `the stock of one product is what the stock of all says of it`() async throws {
        try await withShop { shop in
            try shop.trade()
            try shop.add("pain", 210, stocked: true)
            let moves = [
                StockMove(product: "pain", kind: .receipt, quantity: 12),
                StockMove(product: "miel", kind: .stockTake, quantity: 7),
                StockMove(product: "miel", kind: .loss, quantity: 2, reason: "cassé"),
            ]
            for move in moves {
                try shop.perform(.stock(move))
                try shop.sell("pain", 2)
                try shop.sell("miel", training: true)
                try shop.sell("miel", 3)
                for restocks in [true, false] {
                    let last = try shop.till.status().lastTicket ?? 0
                    try shop.perform(
                        .refund(
                            RefundOrder(
                                ticket: last - (restocks ? 0 : 1), lines: [.init(index: 0, quantity: 1)], method: .cash,
                                reason: "rendu", restocks: restocks)))
                }
                let all = try shop.till.stock()
                #expect(try shop.till.stock(of: ["miel", "pain", "carte"]) == all && all.count == 2)
            }
            #expect(try shop.till.stock(of: ["rien"]) == [:])
        }
    }
}
