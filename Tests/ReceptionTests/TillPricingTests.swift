import Reception
import Testing

@Suite struct TillPricingTests {
    @Test func `a ticket has its lines, its rates and its payment, to the cent`() throws {
        let ticket = try TillShelf.sell(TillShelf.order("miel 2", "guide", "carte 3", paid: [Tender(.cash, 5_000)]))
        #expect(ticket.total == Money(cents: 3_460) && ticket.currency == "EUR")
        #expect(ticket.lines.map(\.gross.cents) == [2_110, 1_200, 150])
        #expect(ticket.lines.map(\.label) == ["Miel", "Guide", "Carte"])
        #expect(
            ticket.vat == [
                VATAmount(
                    rate: VATRate(basisPoints: 550), gross: Money(cents: 2_110), net: Money(cents: 2_000),
                    vat: Money(cents: 110)),
                VATAmount(
                    rate: VATRate(basisPoints: 2_000), gross: Money(cents: 1_350), net: Money(cents: 1_125),
                    vat: Money(cents: 225)),
            ])
        #expect(ticket.payments == [Payment(method: .cash, amount: Money(cents: 5_000), change: Money(cents: 1_540))])
    }

    @Test func `the lines of one rate add up to its rounded net`() throws {
        // 0.50 at 20 %: 0.41667 each, and 1.25 together.
        let ticket = try TillShelf.sell(TillShelf.order("carte", "carte", "carte"))
        #expect(ticket.lines.map(\.net.cents) == [42, 41, 42] && ticket.vat.first?.net == Money(cents: 125))
    }

    @Test func `a barcode is as good as a code`() throws {
        #expect(try TillShelf.sell(TillShelf.order("3760001234567")).lines.first?.product == "miel")
    }

    @Test func `the rate is the one of the day`() throws {
        let list = TillShelf.list()
        for (day, points) in [("2026-12-31", 550), ("2027-01-01", 600)] {
            let ticket = try list.ticket(for: TillShelf.order("miel"), on: #require(OfficeDay(day)))
            #expect(ticket.vat.map(\.rate.basisPoints) == [points])
        }
    }

    @Test func `a seller without a VAT number charges none`() throws {
        let ticket = try TillShelf.sell(TillShelf.order("guide", "bol"), TillShelf.list(vat: false))
        #expect(ticket.lines.allSatisfy { $0.rate == .zero && $0.category == .none && $0.vat == .zero })
        #expect(ticket.vat.map(\.rate) == [.zero])
    }

    @Test func `what is sold in a depositor's name bears their VAT, or none when they charge none`() throws {
        let ticket = try TillShelf.sell(TillShelf.order("bol", "tasse 3", "affiche"))
        #expect(ticket.lines.map(\.rate.basisPoints) == [2_000, 0, 2_000])
        #expect(ticket.lines.map { $0.consignment?.depositor } == ["potier", "ruche", "musee"])
        #expect(ticket.lines.map { $0.consignment?.mandate } == [.depositor, .depositor, .office])
        // 29.97 × 25 % = 7.4925.
        #expect(ticket.lines.map { $0.consignment?.commission.cents } == [720, 749, 300])
    }

    @Test func `a discount is taken off its line before the commission`() throws {
        var order = TillShelf.order("bol")
        order.lines[0].discount = Discount(percent: 1_000, reason: "ébréché")
        let line = try #require(try TillShelf.sell(order).lines.first)
        #expect(
            line.discount == Money(cents: 240) && line.gross == Money(cents: 2_160) && line.discountReason == "ébréché")
        #expect(line.consignment?.commission == Money(cents: 648))
    }

    @Test func `a discount on the ticket is shared out to the last cent`() throws {
        let discount = Discount(amount: Money(cents: 100), reason: "habitant")
        let ticket = try TillShelf.sell(TillShelf.order("carte", "carte", "carte", off: discount))
        #expect(ticket.lines.map(\.discount.cents) == [34, 33, 33] && ticket.total == Money(cents: 50))
        #expect(ticket.lines.allSatisfy { $0.discountReason == "habitant" })
    }

    @Test func `a line keeps the reasons of both its discounts`() throws {
        var order = TillShelf.order("guide", off: Discount(percent: 500, reason: "habitant"))
        order.lines[0].discount = Discount(amount: Money(cents: 200), reason: "corné")
        let line = try #require(try TillShelf.sell(order).lines.first)
        #expect(line.gross == Money(cents: 950) && line.discountReason == "corné ; habitant")
    }

    @Test func `where the lines' own discounts left nothing, nothing more is taken off`() throws {
        for discount in [Discount(amount: Money(cents: 1), reason: "lot"), Discount(percent: 1, reason: "lot")] {
            var order = TillShelf.order("carte", off: discount)
            order.lines[0].discount = Discount(percent: 10_000, reason: "cadeau")
            expectRefusal(.discountInvalid) { _ = try TillShelf.sell(order) }
        }
    }

    @Test func `what is given away needs no payment`() throws {
        let free = Discount(percent: 10_000, reason: "cadeau")
        #expect(try TillShelf.sell(TillShelf.order("guide", off: free, paid: [])).payments == [])
        #expect(try TillShelf.sell(TillShelf.order("guide", off: free)).payments == [], "the rest of nothing")
    }

    @Test(arguments: [
        ([Tender(method: .card)], ["card 1200 0"]),
        ([Tender(.cash, 500), Tender(method: .card)], ["cash 500 0", "card 700 0"]),
        ([Tender(.cash, 2_000), Tender(.cheque, 700)], ["cash 2000 1500", "cheque 700 0"]),
        ([Tender(.cash, 1_000), Tender(.card, 200), Tender(.cash, 50)], ["cash 1050 50", "card 200 0"]),
        ([Tender(.holidayVoucher, 1_000), Tender(method: .cash)], ["holiday-voucher 1000 0", "cash 200 0"]),
        ([Tender(.cheque, 600), Tender(.cheque, 600)], ["cheque 600 0", "cheque 600 0"]),
        ([Tender(.giftVoucher, 2_000)], ["gift-voucher 2000 800"]),
        ([Tender(.giftVoucher, 1_000), Tender(.cash, 500)], ["gift-voucher 1000 0", "cash 500 300"]),
    ])
    func `a total is paid in many ways`(tenders: [Tender], expected: [String]) throws {
        let ticket = try TillShelf.sell(
            TillShelf.order("guide", paid: tenders), TillShelf.list(changeOn: [.giftVoucher]))
        #expect(ticket.payments.map { "\($0.method.rawValue) \($0.amount.cents) \($0.change.cents)" } == expected)
    }

    @Test(arguments: [
        ([], Refusal.Code.paymentShort), ([Tender(.cash, 1_199)], .paymentShort),
        ([Tender(.card, 500), Tender(.cash, 600)], .paymentShort),
        ([Tender(.card, 1_201)], .changeNotGiven), ([Tender(.holidayVoucher, 2_000)], .changeNotGiven),
        ([Tender(.card, 700), Tender(.cheque, 600)], .changeNotGiven),
        ([Tender(.card, 1_500), Tender(.cash, 100)], .changeNotGiven),
        ([Tender(.card, 1_200), Tender(.cash, 100)], .paymentOver),
        ([Tender(.card, 1_200), Tender(method: .cash)], .paymentOver),
        ([Tender(.cash, 2_000), Tender(method: .card)], .paymentOver),
        ([Tender(method: .cash), Tender(method: .card)], .paymentInvalid),
        ([Tender(.cash, 0)], .paymentInvalid), ([Tender(.card, -500), Tender(.cash, 1_700)], .paymentInvalid),
        ([Tender(.cash, 100_000_000)], .paymentInvalid), ([Tender(.cash, .max), Tender(.cash, .max)], .paymentInvalid),
    ])
    func `a payment that doesn't come to the total is refused`(tenders: [Tender], code: Refusal.Code) {
        expectRefusal(code) { _ = try TillShelf.sell(TillShelf.order("guide", paid: tenders)) }
    }

    @Test(arguments: [
        ("guide 0", Refusal.Code.quantityInvalid), ("guide -1", .quantityInvalid), ("guide 10000", .quantityInvalid),
        ("inconnu", .productUnknown), ("vieux", .productArchived), ("perdu", .productArchived),
        ("tresor 2", .priceInvalid),
    ])
    func `a line that can't be sold is refused, and named`(line: String, code: Refusal.Code) {
        expectRefusal(code, index: 1) { _ = try TillShelf.sell(TillShelf.order("carte", line)) }
    }

    @Test func `a ticket of a million, an empty one and one without a rate are refused`() {
        expectRefusal(.priceInvalid) { _ = try TillShelf.sell(TillShelf.order("tresor", "carte")) }
        expectRefusal(.basketEmpty) { _ = try TillShelf.sell(TillShelf.order()) }
        expectRefusal(.rateInvalid, index: 0) {
            _ = try TillShelf.sell(TillShelf.order("guide"), TillShelf.list(rates: []))
        }
        let list = PriceList(
            products: TillShelf.products, depositors: [], rates: TillShelf.rates, setting: TillShelf.list().setting)
        expectRefusal(.depositorUnknown, index: 0) { _ = try TillShelf.sell(TillShelf.order("bol"), list) }
    }

    @Test(arguments: [
        Discount(reason: "x"), Discount(amount: Money(cents: 1), percent: 1, reason: "x"),
        Discount(amount: .zero, reason: "x"),
        Discount(amount: Money(cents: -5), reason: "x"), Discount(amount: Money(cents: 1_201), reason: "x"),
        Discount(percent: 0, reason: "x"), Discount(percent: 10_001, reason: "x"), Discount(percent: 1_000, reason: ""),
        Discount(percent: 1_000, reason: " x"), Discount(percent: 1_000, reason: "a\nb"),
        Discount(percent: 1_000, reason: String(repeating: "é", count: 201)),
    ])
    func `a discount that can't be one is refused`(discount: Discount) {
        expectRefusal(.discountInvalid) { _ = try TillShelf.sell(TillShelf.order("guide", off: discount)) }
        var order = TillShelf.order("carte", "guide")
        order.lines[1].discount = discount
        expectRefusal(.discountInvalid, index: 1) { _ = try TillShelf.sell(order) }
    }

    @Test func `an unknown product's refusal names a near one`() {
        do {
            _ = try TillShelf.list().product("miell")
        } catch { #expect(error.hint == "Did you mean miel? “desk product list” shows them all.") }
    }
}
