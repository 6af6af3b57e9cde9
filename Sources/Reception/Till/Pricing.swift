extension PriceList {
    /// A basket's ticket, priced and paid, with the number 0: the till gives it one.
    ///
    /// Throws a `Refusal`, `index` saying which line it is about: `basket_empty`, `product_unknown`, `product_archived`, `depositor_unknown`,
    /// `quantity_invalid`, `discount_invalid`, `rate_invalid`, `price_invalid` (a million or more), and what `Payments` throws.
    public func ticket(for order: SaleOrder, on day: OfficeDay) throws(Refusal) -> Ticket {
        guard !order.lines.isEmpty else { throw .basketEmpty }
        var lines: [TicketLine] = []
        var consigned: [Depositor?] = []
        for (index, line) in order.lines.enumerated() {
            do {
                let product = try product(line.product)
                let depositor = try depositor(of: product)
                lines.append(try self.line(line, of: product, depositor, on: day))
                consigned.append(depositor)
            } catch { throw error.about(index) }
        }
        try take(order.discount, off: &lines)
        for index in lines.indices {
            guard let depositor = consigned[index] else { continue }
            lines[index].consignment = TicketLine.Consignment(
                depositor: depositor.code, mandate: depositor.mandate,
                commission: Money(cents: Rounding.halfUp(lines[index].gross.cents * depositor.commission, over: 10_000))
            )
        }
        let vat = Self.shareNet(among: &lines)
        let total = lines.reduce(.zero) { $0 + $1.gross }
        return Ticket(
            number: 0, currency: setting.currency, lines: lines, vat: vat, total: total,
            payments: try Payments(changeOn: setting.changeOn, currency: setting.currency).of(
                order.payments, for: total),
            visit: order.visit)
    }

    private func line(_ line: SaleOrder.Line, of product: Product, _ depositor: Depositor?, on day: OfficeDay)
        throws(Refusal) -> TicketLine
    {
        guard TicketLine.quantities ~= line.quantity else { throw .quantity(line.quantity, of: product) }
        let full = product.price * line.quantity
        guard full <= Money.limit else { throw .tooMuch(setting.currency) }
        let off = try line.discount?.checked().amount(of: full, setting.currency) ?? .zero
        let (category, rate) = try rate(of: product, depositor, on: day)
        return TicketLine(
            product: product.code, label: product.label(in: .french), quantity: line.quantity,
            unitPrice: product.price, discount: off, discountReason: line.discount?.reason, category: category,
            rate: rate, gross: full - off, net: .zero, vat: .zero)
    }

    /// Shares out what is taken off the whole ticket: each line bears its part of it.
    private func take(_ discount: Discount?, off lines: inout [TicketLine]) throws(Refusal) {
        let full = lines.reduce(Money.zero) { $0 + $1.gross }
        guard full <= Money.limit else { throw .tooMuch(setting.currency) }
        guard let discount else { return }
        let off = try discount.checked().amount(of: full, setting.currency)
        for (index, share) in Rounding.shares(of: off.cents, by: lines.map(\.gross.cents)).enumerated() where share > 0
        {
            lines[index].discount += Money(cents: share)
            lines[index].gross -= Money(cents: share)
            let own = lines[index].discountReason
            lines[index].discountReason =
                own.map { $0 == discount.reason ? $0 : "\($0) ; \(discount.reason)" } ?? discount.reason
        }
    }

    /// Gives each line its part of its rate's net, so that the lines add up to it, and tells what each rate comes to.
    private static func shareNet(among lines: inout [TicketLine]) -> [VATAmount] {
        var amounts: [VATAmount] = []
        for index in lines.indices {
            let (rate, gross) = (lines[index].rate, lines[index].gross)
            let position = amounts.firstIndex { $0.rate == rate } ?? amounts.endIndex
            if position == amounts.endIndex {
                amounts.append(VATAmount(rate: rate, gross: .zero, net: .zero, vat: .zero))
            }
            let before = amounts[position].net
            amounts[position].gross += gross
            amounts[position].net = rate.net(of: amounts[position].gross)
            amounts[position].vat = amounts[position].gross - amounts[position].net
            lines[index].net = amounts[position].net - before
            lines[index].vat = gross - lines[index].net
        }
        return amounts.sorted { $0.rate < $1.rate }
    }
}

extension TicketLine {
    /// How many of one product a line may be of.
    public static let quantities = 1...9_999
}

extension Discount {
    /// This discount, when it is one: an amount or a percentage, and why. Throws `discount_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> Discount {
        guard (amount == nil) != (percent == nil), amount.map({ 1...Money.limit.cents ~= $0.cents }) ?? true,
            percent.map({ 1...10_000 ~= $0 }) ?? true
        else { throw .discountOutOfBounds }
        guard TillText.isLine(reason) else { throw .noReason(.discountInvalid) }
        return self
    }

    /// What it takes off: a percentage half-up rounded. Throws `discount_invalid` when that is more than there is.
    fileprivate func amount(of full: Money, _ currency: String) throws(Refusal) -> Money {
        let off = amount ?? Money(cents: Rounding.halfUp(full.cents * (percent ?? 0), over: 10_000))
        guard full > .zero, off <= full else { throw .discountTooMuch(off, of: full, currency) }
        return off
    }
}
