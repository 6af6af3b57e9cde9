extension Ticket {
    /// What gives back some of this ticket, or all that is left of it, with the number 0: the till gives it one.
    ///
    /// Each part of a line is worked out from how many of it went back before, so that all parts together, in whatever order, come to the line:
    /// its amounts, its VAT, its commission.
    ///
    /// - `refunds`: the tickets that gave money back for this one, so far.
    ///
    /// Throws `refund_of_refund`, `ticket_refunded`, `refund_invalid`, `quantity_invalid`, `reason_invalid`.
    public func refund(_ order: RefundOrder, after refunds: [Ticket]) throws(Refusal) -> Ticket {
        if let original = self.refunds { throw .refundOfRefund(number, of: original) }
        guard TillText.isLine(order.reason) else { throw .noReason(.reasonInvalid) }
        var given = lines.map { _ in 0 }
        for line in refunds.flatMap(\.lines) {
            if let index = line.refunds, given.indices ~= index { given[index] -= line.quantity }
        }
        var returned: [TicketLine] = []
        for (index, quantity) in try quantities(order, given) {
            returned.append(lines[index].returned(from: given[index], quantity, index: index))
        }
        var vat: [VATAmount] = []
        for line in returned {
            let position = vat.firstIndex { $0.rate == line.rate } ?? vat.endIndex
            if position == vat.endIndex { vat.append(VATAmount(rate: line.rate, gross: .zero, net: .zero, vat: .zero)) }
            vat[position].gross += line.gross
            vat[position].net += line.net
            vat[position].vat += line.vat
        }
        let total = returned.reduce(Money.zero) { $0 + $1.gross }
        return Ticket(
            number: 0, currency: currency, lines: returned, vat: vat.sorted { $0.rate < $1.rate }, total: total,
            payments: total == .zero ? [] : [Payment(method: order.method, amount: total)], refunds: number,
            reason: order.reason, restocks: order.restocks)
    }

    /// How many of which lines go back.
    private func quantities(_ order: RefundOrder, _ given: [Int]) throws(Refusal) -> [(index: Int, quantity: Int)] {
        let left = lines.indices.map { lines[$0].quantity - given[$0] }
        guard left.contains(where: { $0 > 0 }) else { throw .ticketRefunded(number) }
        guard let asked = order.lines else { return left.enumerated().filter { $1 > 0 }.map { ($0, $1) } }
        guard !asked.isEmpty else { throw .refundsNothing(number) }
        var quantities: [(index: Int, quantity: Int)] = []
        for line in asked {
            guard lines.indices ~= line.index else { throw .noSuchLine(line.index, of: self) }
            guard !quantities.contains(where: { $0.index == line.index }) else { throw .lineTwice(line.index, number) }
            let left = left[line.index]
            guard left > 0 else { throw .lineRefunded(line.index, lines[line.index], number) }
            let quantity = line.quantity ?? left
            guard 1...left ~= quantity else { throw .refundQuantity(quantity, left: left, lines[line.index]) }
            quantities.append((line.index, quantity))
        }
        return quantities
    }
}

extension TicketLine {
    /// `count` of this line given back, after `given` of it were.
    fileprivate func returned(from given: Int, _ count: Int, index: Int) -> TicketLine {
        let parts = LineParts(
            quantity: quantity, unitPrice: unitPrice, discount: discount, net: net,
            commission: consignment?.commission ?? .zero)
        let back = parts.given(back: count, after: given)
        return TicketLine(
            product: product, label: label, quantity: -count, unitPrice: unitPrice, discount: -back.discount,
            discountReason: discountReason, category: category, rate: rate, gross: -back.gross, net: -back.net,
            vat: back.net - back.gross,
            consignment: consignment.map { terms in
                Consignment(depositor: terms.depositor, mandate: terms.mandate, commission: -back.commission)
            }, refunds: index)
    }
}

/// A line of a sale in parts: what so many of its pieces bear of its amounts. Whatever goes back and in whatever order, the parts come to the line.
public struct LineParts: Sendable {
    /// Of some of its pieces.
    public struct Part: Hashable, Sendable {
        /// What was taken off them.
        public var discount: Money
        /// Including VAT.
        public var gross: Money
        /// Without VAT.
        public var net: Money
        /// What the office keeps of them.
        public var commission: Money
    }

    private let quantity: Int
    private let unitPrice: Money
    private let whole: Part

    /// Of a line as it was sold: its quantity is 1 or more.
    public init(quantity: Int, unitPrice: Money, discount: Money, net: Money, commission: Money) {
        (self.quantity, self.unitPrice) = (quantity, unitPrice)
        whole = Part(discount: discount, gross: unitPrice * quantity - discount, net: net, commission: commission)
    }

    /// What goes back with `count` pieces, after `given` of them did.
    public func given(back count: Int, after given: Int) -> Part {
        let (before, after) = (first(given), first(given + count))
        return Part(
            discount: after.discount - before.discount, gross: after.gross - before.gross, net: after.net - before.net,
            commission: after.commission - before.commission)
    }

    /// What the first so many pieces bear.
    private func first(_ pieces: Int) -> Part {
        let discount = Money(cents: Rounding.halfUp(whole.discount.cents * pieces, over: quantity))
        let gross = unitPrice * pieces - discount
        func share(of amount: Money) -> Money {
            whole.gross == .zero
                ? .zero : Money(cents: Rounding.halfUp(amount.cents * gross.cents, over: whole.gross.cents))
        }
        return Part(
            discount: discount, gross: gross, net: share(of: whole.net), commission: share(of: whole.commission))
    }
}
