/// How a total is paid: what is handed over, and the change.
public struct Payments: Sendable {
    private let changeOn: Set<Payment.Method>
    private let currency: String

    /// `changeOn`: on which methods change is given besides cash.
    public init(changeOn: Set<Payment.Method> = [], currency: String = "EUR") {
        (self.changeOn, self.currency) = (changeOn, currency)
    }

    /// The payments of a total. Cash handed over twice is one payment; change is given on cash first. Their amounts less change are the total.
    ///
    /// Throws `payment_invalid`, `payment_short`, `payment_over` (one of them wasn't needed), `change_not_given`.
    public func of(_ tenders: [Tender], for total: Money) throws(Refusal) -> [Payment] {
        var payments = try amounts(tenders, for: total)
        let change = payments.reduce(.zero) { $0 + $1.amount } - total
        guard change >= .zero else { throw .short(-change, of: total, currency) }
        guard change > .zero else { return payments }
        // Cash first; what bears no change can't be more than the total.
        let fixed = payments.filter { $0.method != .cash && !changeOn.contains($0.method) }
        guard
            let giver = payments.lastIndex(where: { $0.method == .cash })
                ?? payments.lastIndex(where: { changeOn.contains($0.method) }),
            change < payments[giver].amount
        else {
            guard let last = fixed.last, fixed.reduce(.zero, { $0 + $1.amount }) > total else {
                throw .over(change, currency)
            }
            throw .noChange(last.method, change, currency)
        }
        payments[giver].change = change
        return payments
    }

    /// What each hands over: “the rest” worked out, cash put together, nothing of zero.
    private func amounts(_ tenders: [Tender], for total: Money) throws(Refusal) -> [Payment] {
        let said = tenders.compactMap(\.amount)
        guard said.allSatisfy({ 1...Money.limit.cents ~= $0.cents }), tenders.count <= 20,
            tenders.count - said.count <= 1
        else {
            throw .paymentOutOfBounds
        }
        let rest = total - said.reduce(.zero, +)
        var payments: [Payment] = []
        for tender in tenders {
            let amount = tender.amount ?? rest
            if tender.amount == nil, amount <= .zero {
                guard total == .zero, said.isEmpty else { throw .nothingLeft(tender.method) }
                continue
            }
            if tender.method == .cash, let cash = payments.firstIndex(where: { $0.method == .cash }) {
                payments[cash].amount += amount
            } else {
                payments.append(Payment(method: tender.method, amount: amount))
            }
        }
        return payments
    }
}
