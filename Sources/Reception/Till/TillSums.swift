/// What some of a till's entries come to, a day's or a longer period's: sums of what they say themselves, never computed anew.
public struct TillSums: Hashable, Sendable {
    /// Sales, without refunds.
    public var tickets = 0
    /// Refunds.
    public var refunds = 0
    /// Sales less refunds, including VAT.
    public var total = Money.zero
    /// By method, what came in less change and what was given back.
    public var payments: [Payment.Method: Money] = [:]
    /// The first and the last entry; nil when there is none.
    public var entries: ClosedRange<Int>?
    /// Cash that should be in the drawer at the end: the last float, what tickets brought, what was moved.
    public private(set) var cash = Money.zero
    /// The last count of the drawer, and its entry.
    public var count: Count?
    private var float = Money.zero
    private var rates: [VATRate: VATAmount] = [:]

    /// A count of the drawer.
    public struct Count: Hashable, Sendable {
        /// The entry that says so.
        public var entry: Int
        /// What was found.
        public var counted: Money

        /// A count out of its parts.
        public init(entry: Int, counted: Money) {
            self.entry = entry
            self.counted = counted
        }
    }

    /// Nothing.
    public init() {}

    /// What a closure says its period came to.
    public init(_ closure: Closure) {
        tickets = closure.tickets
        refunds = closure.refunds
        total = closure.total
        payments = closure.payments
        entries = closure.entries
        cash = closure.cashExpected
        closure.vat.forEach { add($0) }
    }

    /// By rate, the lowest first.
    public var vat: [VATAmount] { rates.values.sorted { $0.rate < $1.rate } }

    /// Adds an entry that isn't practice; those that no closure counts change nothing.
    public mutating func add(_ content: TillContent, number: Int) {
        switch content {
        case .sale(let ticket), .refund(let ticket): add(ticket)
        case .opening(let opening): open(with: opening.float)
        case .movement(let movement): move(movement.amount)
        case .count(let record):
            count = Count(entry: number, counted: record.count.counted)
            return
        default: return
        }
        take(number)
    }

    /// Adds what comes after.
    public mutating func add(_ later: TillSums) {
        tickets += later.tickets
        refunds += later.refunds
        total += later.total
        later.rates.values.forEach { add($0) }
        payments.merge(later.payments, uniquingKeysWith: +)
        guard let range = later.entries else { return }
        entries = entries.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
        cash = later.cash
    }

    /// Adds a rate's amounts.
    public mutating func add(_ amount: VATAmount) {
        var sum = rates[amount.rate] ?? VATAmount(rate: amount.rate, gross: .zero, net: .zero, vat: .zero)
        sum.gross += amount.gross
        sum.net += amount.net
        sum.vat += amount.vat
        rates[amount.rate] = sum
    }

    /// Adds what came in by a method, or was given back.
    public mutating func add(_ kept: Money, by method: Payment.Method) {
        payments[method, default: .zero] += kept
        if method == .cash { cash += kept }
    }

    /// Begins with so much cash; said twice, the second time counts.
    public mutating func open(with float: Money) {
        cash += float - self.float
        self.float = float
    }

    /// Adds what was put into the drawer (above zero) or taken out of it.
    public mutating func move(_ amount: Money) { cash += amount }

    /// Has an entry among those it is about.
    public mutating func take(_ entry: Int) { entries = (entries?.lowerBound ?? entry)...entry }

    private mutating func add(_ ticket: Ticket) {
        if ticket.refunds == nil { tickets += 1 } else { refunds += 1 }
        total += ticket.total
        ticket.vat.forEach { add($0) }
        for payment in ticket.payments { add(payment.amount - payment.change, by: payment.method) }
    }
}
