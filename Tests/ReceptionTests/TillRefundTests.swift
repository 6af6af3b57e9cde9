import Reception
import Testing

@Suite struct TillRefundTests {
    private func refund(
        _ ticket: Ticket, _ lines: [RefundOrder.Line]? = nil, after refunds: [Ticket] = [], reason: String = "retour"
    ) throws
        -> Ticket
    {
        try ticket.refund(
            RefundOrder(ticket: ticket.number, lines: lines, method: .card, reason: reason, restocks: false),
            after: refunds)
    }

    @Test func `a whole refund is the sale, turned round`() throws {
        let sale = try TillShelf.sell(
            TillShelf.order("miel 2", "bol", off: Discount(percent: 1_000, reason: "habitant")))
        let back = try refund(sale)
        #expect(back.total == -sale.total && back.refunds == 7 && back.reason == "retour" && back.restocks == false)
        #expect(back.payments == [Payment(method: .card, amount: -sale.total)])
        #expect(back.vat.map(\.net) == sale.vat.map { -$0.net } && back.vat.map(\.vat) == sale.vat.map { -$0.vat })
        #expect(back.lines.map(\.quantity) == [-2, -1] && back.lines.map(\.refunds) == [0, 1])
        #expect(back.lines.map(\.discount) == sale.lines.map { -$0.discount })
        #expect(back.lines.last?.consignment?.commission == sale.lines.last?.consignment.map { -$0.commission })
    }

    @Test func `parts come to the line, whatever is left for the last`() throws {
        let sale = try TillShelf.sell(
            TillShelf.order("carte 3", off: Discount(amount: Money(cents: 100), reason: "lot")))
        var parts: [Ticket] = []
        for _ in 0..<3 { parts.append(try refund(sale, [.init(index: 0, quantity: 1)], after: parts)) }
        #expect(parts.map(\.total.cents) == [-17, -16, -17])
        #expect(parts.reduce(0) { $0 + $1.vat[0].net.cents } == -sale.vat[0].net.cents)
        expectRefusal(.ticketRefunded) { _ = try refund(sale, after: parts) }
    }

    @Test func `a refund of what was given away gives no money back`() throws {
        let sale = try TillShelf.sell(
            TillShelf.order("guide", off: Discount(percent: 10_000, reason: "cadeau"), paid: []))
        let back = try refund(sale)
        #expect(back.total == .zero && back.payments == [] && back.lines[0].quantity == -1)
    }

    @Test(arguments: [
        ([RefundOrder.Line(index: 2)], Refusal.Code.refundInvalid), ([.init(index: -1)], .refundInvalid),
        ([.init(index: .max)], .refundInvalid), ([], .refundInvalid),
        ([.init(index: 0), .init(index: 0)], .refundInvalid),
        ([.init(index: 0, quantity: 3)], .quantityInvalid), ([.init(index: 0, quantity: 0)], .quantityInvalid),
        ([.init(index: 0, quantity: -1)], .quantityInvalid), ([.init(index: 1)], .ticketRefunded),
    ])
    func `what isn't there to give back is refused`(lines: [RefundOrder.Line], code: Refusal.Code) throws {
        let sale = try TillShelf.sell(TillShelf.order("miel 2", "carte"))
        let before = try refund(sale, [.init(index: 1)])
        expectRefusal(code) { _ = try refund(sale, lines, after: [before]) }
    }

    @Test func `a refund of a refund, or without a reason, is refused`() throws {
        let sale = try TillShelf.sell(TillShelf.order("guide"))
        let back = try refund(sale)
        expectRefusal(.refundOfRefund) { _ = try refund(back) }
        for reason in ["", " ", "deux\nlignes", String(repeating: "a", count: 201)] {
            expectRefusal(.reasonInvalid) { _ = try refund(sale, reason: reason) }
        }
    }
}
