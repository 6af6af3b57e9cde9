import Foundation
import GRDB
import Reception
import Testing

@testable import Register

/// What a till takes, refuses and adds up.
@Suite struct TillRuleTests {
    @Test func `a month is closed after its days, a year after its months, and totals are never reset`() async throws {
        try await withShop { shop in
            try shop.trade()
            let today = TillShop.day.adding(days: 1)
            let (july, year) = (ClosurePeriod.month(year: 2026, month: 7), ClosurePeriod.year(2026))
            expect(throws: .periodInvalid, "it isn't over") { try shop.close(july) }
            shop.clock.move(days: 30)
            expect(throws: .periodInvalid, "a day of it is open") { try shop.close(july) }
            #expect(try shop.till.status().unclosedDays == [today])
            try shop.close(.day(today))
            let month = try shop.close(july)
            #expect(month.number == 1 && month.tickets == 5 && month.refunds == 1)
            #expect(month.total == Money(cents: 1_700 + 360 + 3_400 - 850 + 1_200 + 850))
            try shop.sell("carte", 2)
            shop.clock.move(days: 200)
            expect(throws: .periodInvalid, "August is open") { try shop.close(year) }
            try shop.close(.day(OfficeDay(daysSince1970: TillShop.day.daysSince1970 + 31)))
            expect(throws: .periodInvalid, "August is open") { try shop.close(year) }
            try shop.close(.month(year: 2026, month: 8))
            let closed = try shop.close(year)
            #expect(closed.total == month.total + Money(cents: 240))
            #expect(closed.yearTotal == closed.total && closed.perpetualTotal == closed.total)
            try shop.sell("carte")
            let next = try shop.close(.day(shop.till.status().day))
            #expect(next.yearTotal == Money(cents: 120))
            #expect(next.perpetualTotal == closed.total + Money(cents: 120))
            expect(throws: .periodClosed) {
                try shop.close(.day(OfficeDay(daysSince1970: TillShop.day.daysSince1970 + 40)))
            }
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `a day's closure is the sum of its tickets, rate by rate and method by method`() async throws {
        try await withShop { shop in
            try shop.trade()
            let tickets = try shop.till.entries(from: TillShop.day, to: TillShop.day, kinds: [.sale, .refund])
                .filter { !$0.training }.compactMap(\.content.ticket)
            let closures = try shop.till.entries(from: TillShop.day, to: TillShop.day, kinds: [.closure])
            guard case .closure(let closure)? = closures.first?.content else {
                Issue.record("no closure")
                return
            }
            for amount in closure.vat {
                let all = tickets.flatMap(\.vat).filter { $0.rate == amount.rate }
                #expect(
                    amount.net == all.reduce(.zero) { $0 + $1.net } && amount.vat == all.reduce(.zero) { $0 + $1.vat })
            }
            for (method, kept) in closure.payments {
                let all = tickets.flatMap(\.payments).filter { $0.method == method }
                #expect(kept == all.reduce(.zero) { $0 + $1.amount - $1.change })
            }
            #expect(closure.cashExpected == Money(cents: 5_000 + 1_700 + 1_400 - 850 - 2_000))
            #expect(closure.cashCounted == Money(cents: 5_000))
            #expect(closure.tickets == 3 && closure.refunds == 1, "practice isn't in it")
        }
    }

    @Test func `practice is sealed, numbered apart and out of everything`() async throws {
        try await withShop { shop in
            try shop.add("miel", 850, stocked: true)
            try shop.perform(.stock(StockMove(product: "miel", kind: .receipt, quantity: 10)))
            let first = try shop.sell("miel", 3, training: true)
            let sale = try shop.sell("miel", 2)
            #expect(first.training && first.content.ticket?.number == 1 && sale.content.ticket?.number == 1)
            #expect(try shop.till.status().total == Money(cents: 1_700))
            #expect(try shop.till.stock() == ["miel": 8])
            #expect(try shop.till.ticket(nil, training: true) == first)
            try shop.close(.day(TillShop.day))
            #expect(
                try shop.sell("miel", training: true).content.ticket?.number == 2, "a closed day doesn't keep from it")
            expect(throws: .trainingInvalid) { try shop.perform(.opening(float: .zero), training: true) }
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `what was refunded isn't twice, and goods go back into stock unless somebody says otherwise`()
        async throws
    {
        try await withShop { shop in
            try shop.add("miel", 850, stocked: true)
            try shop.perform(.stock(StockMove(product: "miel", kind: .stockTake, quantity: 10)))
            try shop.sell("miel", 4)
            func refund(_ quantity: Int?, restocks: Bool = true) throws -> TillEntry {
                try shop.perform(
                    .refund(
                        RefundOrder(
                            ticket: 1, lines: quantity.map { [.init(index: 0, quantity: $0)] }, method: .cash,
                            reason: "rendu", restocks: restocks)))
            }
            #expect(try refund(1).content.ticket?.total == Money(cents: -850))
            #expect(try shop.till.stock() == ["miel": 7])
            expect(throws: .quantityInvalid) { try refund(4) }
            _ = try refund(nil, restocks: false)
            #expect(try shop.till.stock() == ["miel": 7])
            expect(throws: .ticketRefunded) { try refund(nil) }
            expect(throws: .refundOfRefund) {
                try shop.perform(.refund(RefundOrder(ticket: 2, method: .cash, reason: "x")))
            }
            expect(throws: .ticketUnknown) {
                try shop.perform(.refund(RefundOrder(ticket: 9, method: .cash, reason: "x")))
            }
            #expect(try shop.till.status().total == .zero)
            #expect(try shop.till.refunds(of: 1, training: false).count == 2)
        }
    }

    @Test func `a count after the closure corrects the count, not the closure`() async throws {
        try await withShop { shop in
            try shop.trade()
            let entry = try shop.perform(
                .count(CashCount(counted: Money(cents: 5_250), day: TillShop.day, note: "recompté")))
            #expect(
                entry.content
                    == .count(
                        CountRecord(
                            count: CashCount(counted: Money(cents: 5_250), day: TillShop.day, note: "recompté"),
                            expected: Money(cents: 5_250), corrects: 15)))
            expect(throws: .countInvalid) {
                try shop.perform(.count(CashCount(counted: .zero, day: TillShop.day.adding(days: 5))))
            }
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `copies of a receipt are counted`() async throws {
        try await withShop { shop in
            try shop.trade()
            #expect(try shop.perform(.reprint(ticket: 2)).content == .reprint(Reprint(ticket: 2, copy: 2)))
            #expect(try shop.perform(.reprint(ticket: 1)).content == .reprint(Reprint(ticket: 1, copy: 1)))
            expect(throws: .ticketUnknown) { try shop.perform(.reprint(ticket: 99)) }
        }
    }

    @Test func `a clock set back is seen, and the sequence holds`() async throws {
        try await withShop { shop in
            try shop.trade()
            shop.clock.move(minutes: -60)
            let entry = try shop.sell("carte")
            #expect(try shop.till.status().lastAt == entry.at)
            #expect(try shop.till.timeLost(before: entry) == 3_600)
            #expect(try shop.till.timeLost(before: shop.sell("carte")) == 0)
            shop.clock.move(days: -1)
            expect(throws: .dayClosed) { try shop.sell("carte") }
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `before the cut-off it is still the day before`() async throws {
        var setting = TillShop.setting
        setting.cutoff = 180
        try await withShop(setting: setting) { shop in
            try shop.add("miel", 850)
            shop.clock.move(minutes: 15 * 60)
            #expect(try shop.sell("miel").day == TillShop.day)
            shop.clock.move(minutes: 3 * 60)
            #expect(try shop.sell("miel").day == TillShop.day.adding(days: 1))
        }
    }

    @Test func `what is refused leaves nothing behind, not even the till's beginning`() async throws {
        try await withShop { shop in
            expect(throws: .productUnknown) { try shop.sell("miel") }
            #expect(try shop.entryCount() == 0)
            expect(throws: .counsellorInvalid) {
                try shop.till.perform(TillRequest(id: shop.id(), order: .opening(float: .zero), counsellor: "à côté"))
            }
            expect(throws: .tillCodeInvalid) { try shop.register.till("à côté") }
            try shop.add("miel", 850)
            let before = try shop.entryCount()
            expect(throws: .quantityInvalid) { try shop.sell("miel", 0) }
            expect(throws: .quantityInvalid) { try shop.sell("miel", -1) }
            expect(throws: .paymentShort) {
                try shop.sell("miel", payments: [Tender(method: .cash, amount: Money(cents: 1))])
            }
            #expect(throws: Refusal.self) {
                try shop.sell("miel", payments: [Tender(method: .card, amount: Money(cents: 1_000))])
            }
            expect(throws: .priceInvalid) { try shop.add("or", 100_000_000) }
            expect(throws: .totalsInvalid) {
                try shop.perform(.totals(ExternalTotals(day: TillShop.day, tickets: 0, lines: [], payments: [])))
            }
            #expect(try shop.entryCount() == before)
        }
    }

    @Test func `where the office has its own till, only its totals are taken`() async throws {
        var setting = TillShop.setting
        setting.mode = .external
        try await withShop(setting: setting) { shop in
            try shop.add("miel", 850)
            expect(throws: .tillExternal) { try shop.sell("miel") }
            let totals = ExternalTotals(
                day: TillShop.day, tickets: 2,
                lines: [
                    .init(product: "miel", quantity: 2, gross: Money(cents: 1_700), rate: VATRate(basisPoints: 550))
                ],
                payments: [Payment(method: .card, amount: Money(cents: 1_700))])
            try shop.perform(.totals(totals))
            #expect(try shop.till.entries(from: TillShop.day, to: TillShop.day, kinds: [.totals]).count == 1)
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `a basket waits, is taken back once, and is no entry`() async throws {
        try await withShop { shop in
            let order = SaleOrder(lines: [.init(product: "miel")], payments: [])
            let basket = ParkedBasket(id: shop.id(), name: "dame au chapeau", at: shop.clock.now, order: order)
            try shop.till.park(basket)
            try shop.till.park(basket)
            #expect(try shop.till.parked() == [basket])
            #expect(try shop.till.unpark(basket.id) == basket)
            expect(throws: .basketUnknown) { try shop.till.unpark(basket.id) }
            #expect(try shop.entryCount() == 0)
        }
    }

    @Test func `a product is found by its barcode, as it is now`() async throws {
        try await withShop { shop in
            func add(_ code: String, barcode: String?, archived: Bool = false) throws {
                try shop.perform(
                    .product(
                        Product(
                            code: code, labels: ["fr": code], price: Money(cents: 500), barcode: barcode,
                            archived: archived)))
            }
            try add("miel", barcode: "3760012340019")
            #expect(try shop.sell("3760012340019").content.ticket?.lines.first?.product == "miel")
            try add("miel", barcode: nil)
            expect(throws: .productUnknown) { try shop.sell("3760012340019") }
            try add("savon", barcode: "3760012340019")
            #expect(try shop.sell("3760012340019").content.ticket?.lines.first?.product == "savon")
            try add("savon", barcode: nil, archived: true)
            expect(throws: .productArchived) { try shop.sell("savon") }
            #expect(try shop.till.products(archived: false).map(\.code) == ["miel"])
            #expect(try shop.till.products(archived: true).map(\.code) == ["miel", "savon"])
        }
    }

    @Test func `another name of the office goes on with the same chain`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { try TillShop($0, in: folder).trade() }
        let renamed = try Register.open(at: folder.data, office: "pays-de-sommieres")
        defer { renamed.shutdown() }
        let shop = try TillShop(renamed, in: folder)
        shop.clock.move(days: 2)
        #expect(try shop.sell("carte").number == 19)
        #expect(try shop.close(.day(shop.till.status().day)).perpetualTotal == Money(cents: 6_780))
        #expect(try shop.problem() == nil)
    }
}
