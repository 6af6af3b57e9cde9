import Reception

/// What tickets come to, or the closures of shorter periods: sums of what they say themselves.
public struct PeriodTotals: Hashable, Sendable {
    /// Sales, without refunds.
    public private(set) var tickets = 0
    /// Refunds.
    public private(set) var refunds = 0
    /// Sales less refunds, including VAT.
    public private(set) var total = Money.zero
    /// By method, what came in less change and what was given back.
    public private(set) var payments: [Payment.Method: Money] = [:]
    /// By rate, the lowest first.
    public var vat: [VATAmount] { amounts.values.sorted { $0.rate < $1.rate } }

    private var amounts: [VATRate: VATAmount] = [:]

    /// What entries come to; training and whatever is neither a ticket nor a closure are left out.
    public init(of entries: [TillEntry]) {
        for entry in entries where !entry.training {
            switch entry.content {
            case .sale(let ticket):
                tickets += 1
                add(ticket)
            case .refund(let ticket):
                refunds += 1
                add(ticket)
            case .closure(let closure): add(closure)
            default: break
            }
        }
    }

    private mutating func add(_ ticket: Ticket) {
        total += ticket.total
        ticket.vat.forEach { add($0) }
        ticket.payments.forEach { payments[$0.method, default: .zero] += $0.amount - $0.change }
    }

    private mutating func add(_ closure: Closure) {
        tickets += closure.tickets
        refunds += closure.refunds
        total += closure.total
        closure.vat.forEach { add($0) }
        payments.merge(closure.payments, uniquingKeysWith: +)
    }

    private mutating func add(_ amount: VATAmount) {
        var sum = amounts[amount.rate] ?? VATAmount(rate: amount.rate, gross: .zero, net: .zero, vat: .zero)
        sum.gross += amount.gross
        sum.net += amount.net
        sum.vat += amount.vat
        amounts[amount.rate] = sum
    }
}
