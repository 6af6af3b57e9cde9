import Reception
import Testing

@Suite struct TillRulesTests {
    private static func product(_ change: (inout Product) -> Void) -> Product {
        var product = TillShelf.product("miel-500", 850)
        change(&product)
        return product
    }

    @Test(arguments: [
        (product { $0.code = "" }, Refusal.Code.productInvalid), (product { $0.code = "Miel" }, .productInvalid),
        (product { $0.code = "-miel" }, .productInvalid), (product { $0.code = "12" }, .productInvalid),
        (product { $0.code = "miel d'été" }, .productInvalid),
        (product { $0.code = String(repeating: "a", count: 81) }, .productInvalid),
        (product { $0.labels = [:] }, .productInvalid), (product { $0.labels = ["en": "Honey"] }, .productInvalid),
        (product { $0.labels["fr"] = "" }, .productInvalid), (product { $0.labels["fr"] = "a\tb" }, .productInvalid),
        (product { $0.labels["fr"] = String(repeating: "a", count: 61) }, .productInvalid),
        (product { $0.labels["xx"] = "Miel" }, .productInvalid), (product { $0.supplier = "" }, .productInvalid),
        (product { $0.price = .zero }, .priceInvalid), (product { $0.price = Money(cents: -1) }, .priceInvalid),
        (product { $0.price = Money(cents: 100_000_000) }, .priceInvalid),
        (product { $0.price = Money(cents: .max) }, .priceInvalid),
        (product { $0.barcode = "123" }, .productInvalid), (product { $0.barcode = "12 34" }, .productInvalid),
        (product { $0.barcode = String(repeating: "1", count: 33) }, .productInvalid),
        (product { $0.barcode = "3760001234567" }, .productInvalid),
        (product { $0.barcode = "guide" }, .productInvalid),
        (product { $0.depositor = "personne" }, .depositorUnknown),
        (product { $0.depositor = "Non !" }, .depositorUnknown),
    ])
    func `a product that can't be sold so is refused`(product: Product, code: Refusal.Code) {
        expectRefusal(code) { try product.checked(among: TillShelf.products, depositors: TillShelf.depositors) }
    }

    @Test func `a product may stand in its own place, and be at either end of its limits`() throws {
        for product in TillShelf.products {
            try product.checked(among: TillShelf.products, depositors: TillShelf.depositors)
        }
        for cents in [1, 99_999_999] { try Self.product { $0.price = Money(cents: cents) }.checked() }
    }

    @Test(arguments: [
        Depositor(code: "12", name: "A", mandate: .office, commission: 0, isTaxed: true),
        Depositor(code: "potier", name: "", mandate: .office, commission: 0, isTaxed: true),
        Depositor(code: "potier", name: "A", mandate: .office, commission: -1, isTaxed: true),
        Depositor(code: "potier", name: "A", mandate: .office, commission: 10_001, isTaxed: true),
    ])
    func `a depositor that can't be one is refused`(depositor: Depositor) {
        expectRefusal(.depositorInvalid) { try depositor.checked() }
    }

    @Test(arguments: [(VATCategory.none, 2_000), (.reduced, 0), (.reduced, -1), (.reduced, 10_001)])
    func `a rate that can't be one is refused`(category: VATCategory, points: Int) {
        expectRefusal(.rateInvalid) {
            try RateChange(category: category, rate: VATRate(basisPoints: points), from: TillShelf.day).checked()
        }
    }

    @Test(arguments: [
        (StockMove(product: "rien", kind: .receipt, quantity: 1), Refusal.Code.productUnknown),
        (StockMove(product: "guide", kind: .receipt, quantity: 1), .stockInvalid),
        (StockMove(product: "miel", kind: .receipt, quantity: 0), .stockInvalid),
        (StockMove(product: "miel", kind: .stockTake, quantity: -1), .stockInvalid),
        (StockMove(product: "miel", kind: .receipt, quantity: 100_000), .stockInvalid),
        (StockMove(product: "miel", kind: .loss, quantity: 1), .reasonInvalid),
        (StockMove(product: "miel", kind: .loss, quantity: 1, reason: " "), .reasonInvalid),
    ])
    func `goods that can't have moved so are refused`(move: StockMove, code: Refusal.Code) {
        expectRefusal(code) { try move.checked(among: TillShelf.products) }
    }

    @Test func `an empty shelf can be counted`() throws {
        try StockMove(product: "miel", kind: .stockTake, quantity: 0).checked(among: TillShelf.products)
    }

    @Test(arguments: [
        CashCount(counted: Money(cents: -1)), CashCount(counted: Money(cents: 100_000_000)),
        CashCount(counted: Money(cents: 300), pieces: [300: 1]),
        CashCount(counted: Money(cents: 200), pieces: [200: -1]),
        CashCount(counted: Money(cents: 500), pieces: [200: 2]), CashCount(counted: .zero, note: ""),
    ])
    func `a drawer that can't have been counted so is refused`(count: CashCount) {
        expectRefusal(.countInvalid) { try count.checked() }
    }

    @Test func `pieces that come to the count are taken`() throws {
        try CashCount(counted: Money(cents: 1_270), pieces: [1_000: 1, 100: 2, 50: 1, 10: 2], note: "matin").checked()
    }

    @Test func `other money and periods out of bounds are refused`() {
        expectRefusal(.countInvalid) { try TillOpening(float: Money(cents: -1)).checked() }
        for cents in [0, Int.min, 100_000_000] {
            expectRefusal(.movementInvalid) {
                try CashMovement(amount: Money(cents: cents), reason: "banque").checked()
            }
        }
        expectRefusal(.reasonInvalid) { try CashMovement(amount: Money(cents: -200), reason: "").checked() }
        for period in ["2026-07-15", "2026-07", "2026"] {
            expectRefusal(.periodInvalid) { try #require(ClosurePeriod(period)).checked(today: TillShelf.day) }
        }
    }

    @Test func `a period can be closed from its last day on`() throws {
        for period in ["2026-07-14", "2026-06", "2025"] {
            try #require(ClosurePeriod(period)).checked(today: TillShelf.day)
        }
        try #require(ClosurePeriod("2026-07")).checked(today: #require(OfficeDay("2026-07-31")))
    }

    private static func totals(_ change: (inout ExternalTotals) -> Void) -> ExternalTotals {
        var totals = ExternalTotals(
            day: TillShelf.day, tickets: 3,
            lines: [.init(product: "Guide", quantity: 3, gross: Money(cents: 3_600), rate: VATRate(basisPoints: 550))],
            payments: [Payment(method: .card, amount: Money(cents: 3_600))])
        change(&totals)
        return totals
    }

    @Test(arguments: [
        totals { $0.day = TillShelf.day.adding(days: 1) }, totals { $0.tickets = -1 }, totals { $0.tickets = 0 },
        totals { $0.lines[0].product = "" }, totals { $0.lines[0].gross = Money(cents: .min) },
        totals { $0.lines[0].quantity = .min }, totals { $0.lines[0].rate = VATRate(basisPoints: -1) },
        totals { $0.payments = [] }, totals { $0.payments[0].amount = Money(cents: 3_601) },
        totals { $0.payments[0].change = Money(cents: .min) },
    ])
    func `another till's totals that can't be a day's are refused`(totals: ExternalTotals) {
        expectRefusal(.totalsInvalid) { try totals.checked(today: TillShelf.day) }
    }

    @Test func `another till's totals are taken, of a day without a ticket too`() throws {
        try Self.totals { _ in }.checked(today: TillShelf.day)
        try ExternalTotals(day: TillShelf.day, tickets: 0, lines: [], payments: []).checked(today: TillShelf.day)
    }

    @Test func `the office's rates are missing until they are the last said of their category and first day`() {
        func change(_ points: Int, _ from: String = "2014-01-01", _ category: VATCategory = .reduced) -> RateChange {
            RateChange(category: category, rate: VATRate(basisPoints: points), from: OfficeDay(from)!)
        }
        let office = [change(2_000, "2014-01-01", .standard), change(550), change(600, "2027-01-01")]
        #expect([].missing(of: office) == office)
        #expect(office.missing(of: office).isEmpty)
        #expect(office.dropLast().map(\.self).missing(of: office) == [change(600, "2027-01-01")])
        #expect((office + [change(625, "2028-01-01")]).missing(of: office).isEmpty, "what is another day's stays")
        #expect((office + [change(625, "2027-01-01")]).missing(of: office) == [change(600, "2027-01-01")])
        #expect(office.missing(of: []).isEmpty, "a line that was taken out of the content holds on")
    }
}
