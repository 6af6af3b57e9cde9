import Foundation
import GRDB
import Reception
import Synchronization
import Testing

@testable import Register

@Suite struct TillTests {
    @Test func `a sale is sealed, numbered and on disk, after the set-up and the rates`() async throws {
        try await withShop { shop in
            try shop.add("miel", 850)
            let sale = try shop.sell("miel", 2)
            #expect(sale.content.ticket?.number == 1)
            #expect(sale.content.ticket?.total == Money(cents: 1_700))
            #expect(try shop.till.status().total == Money(cents: 1_700))
            #expect(try shop.sell("miel").content.ticket?.number == 2)
            #expect(try shop.till.products(archived: false).map(\.code) == ["miel"])
            let kinds = try shop.folder.shell(
                "SELECT group_concat(kind, ' ') FROM (SELECT kind FROM till_entry ORDER BY number)")
            #expect(kinds == "setup rate rate product sale sale")
        }
    }

    @Test func `the same request again gives the same entry`() async throws {
        try await withShop { shop in
            try shop.add("miel", 850)
            let request = TillRequest(
                id: shop.id(),
                order: .sale(SaleOrder(lines: [.init(product: "miel")], payments: [Tender(method: .card)])))
            let first = try shop.till.perform(request)
            #expect(try shop.till.perform(request) == first)
            #expect(try shop.till.status().tickets == 1)
        }
    }

    @Test func `a closed day takes nothing more, and its closure adds up its tickets`() async throws {
        try await withShop { shop in
            try shop.add("miel", 850)
            try shop.perform(.opening(float: Money(cents: 5_000)))
            try shop.sell("miel", 2)
            try shop.sell("miel", 1)
            guard case .closure(let closure) = try shop.perform(.closure(.day(TillShop.day))).content else {
                Issue.record("not a closure")
                return
            }
            #expect(closure.tickets == 2)
            #expect(closure.total == Money(cents: 2_550))
            #expect(closure.cashExpected == Money(cents: 7_550))
            #expect(closure.perpetualTotal == Money(cents: 2_550))
            expect(throws: .dayClosed) { try shop.sell("miel") }
            expect(throws: .periodClosed) { try shop.perform(.closure(.day(TillShop.day))) }
        }
    }

    /// The record couldn't be put in force after the commit, and the sale was said not to have been recorded: typed again, it was sold twice.
    @Test func `a sale whose head record can't be put in force is sold, and the next one says what is in the way`()
        async throws
    {
        try await withShop { shop in
            try shop.add("miel", 850)
            let head = shop.till.folder.head(of: "caisse")
            let (at, day) = shop.till.moment()
            let entry = try shop.till.sealing { database in
                var chain = try shop.till.chain(in: database, at: at, day: day)
                let entry = try chain.append(
                    .opening(TillOpening(float: Money(cents: 5_000))), id: shop.id(), at: at, day: day, counsellor: nil,
                    training: false)
                try FileManager.default.removeItem(atPath: head)
                try FileManager.default.createDirectory(atPath: head, withIntermediateDirectories: false)
                return (entry, chain)
            }
            #expect(try shop.register.pool.read { try shop.till.entry(entry.id, in: $0) } == entry)
            #expect(throws: (any Error).self) { try shop.sell("miel") }
            try FileManager.default.removeItem(atPath: head)
            expect(throws: .tillHeadMissing) { try shop.sell("miel") }
        }
    }

    @Test func `what is asked again is told from what is new whatever the clock says`() async throws {
        try await withShop { shop in
            try shop.add("miel", 850)
            let request = TillRequest(
                id: shop.id(),
                order: .sale(SaleOrder(lines: [.init(product: "miel")], payments: [Tender(method: .card)])))
            #expect(try shop.till.performed(request).isNew)
            shop.clock.move(minutes: -60)
            #expect(try !shop.till.performed(request).isNew)
        }
    }
}
