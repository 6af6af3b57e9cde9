import Reception

/// The amounts of a sealed ticket, read straight from its bytes: a decoder takes forty times as long, and there are hundreds of thousands.
struct TicketFigures: Sendable {
    private(set) var number = 0
    private(set) var total = 0
    /// The ticket it gives back.
    private(set) var refunds: Int?
    private(set) var lines: [LineFigures] = []
    private(set) var vat: [VATAmount] = []
    /// What each method brought, less change.
    private(set) var payments: [(method: Payment.Method, kept: Int)] = []
    /// Whether lines, rates, payments and total agree.
    private(set) var addsUp = false

    private let withNames: Bool

    /// Nil when the text isn't a ticket's.
    ///
    /// - `withNames`: what its lines are of is read too, as it takes to hold a refund against its sale.
    init?(_ content: String, isRefund: Bool, withNames: Bool = false) {
        self.withNames = withNames || isRefund
        var reader = JSONBytes(content)
        var said = 0
        let isRead = reader.object { key, reader in
            if Self.isNeeded(key) { said += 1 }
            return switch key {
            case .number: reader.whole { number = $0 }
            case .total: reader.whole { total = $0 }
            case .refunds: reader.whole { refunds = $0 }
            case .lines: reader.array { readLine(&$0) }
            case .vat: reader.array { readAmount(&$0) }
            case .payments: reader.array { readPayment(&$0) }
            default: reader.skip()
            }
        }
        guard isRead, reader.isAtEnd, said == (isRefund ? 9 : 6), !lines.isEmpty, (refunds != nil) == isRefund else {
            return nil
        }
        addsUp = lines.allSatisfy { $0.addsUp(isRefund: isRefund) } && linesAreRates(isRefund: isRefund) && isPaid
    }

    /// Whether a ticket must say it: each does the first six, a refund all nine.
    private static func isNeeded(_ key: JSONBytes.Key) -> Bool {
        switch key {
        case .number, .currency, .lines, .vat, .total, .payments, .refunds, .reason, .restocks: true
        default: false
        }
    }

    /// Whether the lines of each rate add up to it: in a sale each to what it adds to the rounded net of the rate.
    private func linesAreRates(isRefund: Bool) -> Bool {
        var sums: [VATAmount] = []
        for line in lines {
            let index = sums.firstIndex { $0.rate == line.amount.rate } ?? sums.endIndex
            if index == sums.endIndex { sums.append(.nothing(at: line.amount.rate)) }
            sums[index].gross += line.amount.gross
            sums[index].net += line.amount.net
            sums[index].vat += line.amount.vat
            guard isRefund || sums[index].net == line.amount.rate.net(of: sums[index].gross) else { return false }
        }
        return sums.sorted { $0.rate < $1.rate } == vat
    }

    private var isPaid: Bool {
        total == vat.reduce(0) { $0 + $1.gross.cents } && total == payments.reduce(0) { $0 + $1.kept }
    }

    private mutating func readLine(_ reader: inout JSONBytes) -> Bool {
        var line = LineFigures()
        let isRead = line.read(&reader, withNames: withNames)
        lines.append(line)
        return isRead
    }

    private mutating func readAmount(_ reader: inout JSONBytes) -> Bool {
        var amount = VATAmount.nothing(at: .zero)
        let isRead = reader.object { amount.read($0, &$1) }
        vat.append(amount)
        return isRead
    }

    private mutating func readPayment(_ reader: inout JSONBytes) -> Bool {
        var (method, amount, change) = (nil as Payment.Method?, 0, 0)
        let isRead = reader.object { key, reader in
            switch key {
            case .method: reader.text { method = Payment.Method(rawValue: String(decoding: $0, as: UTF8.self)) }
            case .amount: reader.whole { amount = $0 }
            case .change: reader.whole { change = $0 }
            default: reader.skip()
            }
        }
        guard isRead, let method else { return false }
        payments.append((method, amount - change))
        return true
    }
}

/// A line of a sealed ticket.
struct LineFigures: Sendable {
    private(set) var quantity = 0
    private(set) var unitPrice = 0
    private(set) var discount = 0
    private(set) var amount = VATAmount.nothing(at: .zero)
    private(set) var commission = 0
    /// The line it gives back.
    private(set) var refunds: Int?
    /// What was sold, and for whom, as it is written.
    private var names: [JSONBytes.Key: ArraySlice<UInt8>] = [:]

    fileprivate mutating func read(_ reader: inout JSONBytes, withNames: Bool) -> Bool {
        reader.object { key, reader in
            switch key {
            case .quantity: reader.whole { quantity = $0 }
            case .unitPrice: reader.whole { unitPrice = $0 }
            case .discount: reader.whole { discount = $0 }
            default: withNames ? readName(key, &reader) : amount.read(key, &reader)
            }
        }
    }

    private mutating func readName(_ key: JSONBytes.Key, _ reader: inout JSONBytes) -> Bool {
        switch key {
        case .product, .label, .category, .depositor, .mandate: reader.text { names[key] = $0 }
        case .refunds: reader.whole { refunds = $0 }
        case .commission: reader.whole { commission = $0 }
        case .consignment: reader.object { readName($0, &$1) }
        default: amount.read(key, &reader)
        }
    }

    /// Whether its amounts agree with one another; in a refund goods come back.
    fileprivate func addsUp(isRefund: Bool) -> Bool {
        amount.gross.cents == quantity * unitPrice - discount && amount.net + amount.vat == amount.gross
            && quantity != 0 && (quantity < 0) == isRefund && 0...10_000 ~= amount.rate.basisPoints
    }

    /// Whether it gives back pieces of `sold`, after `given` of them went back, and comes to what they bear of it.
    func isPart(of sold: LineFigures, after given: Int) -> Bool {
        guard names == sold.names, unitPrice == sold.unitPrice, amount.rate == sold.amount.rate,
            quantity < 0, given - quantity <= sold.quantity
        else { return false }
        let part = LineParts(
            quantity: sold.quantity, unitPrice: Money(cents: sold.unitPrice), discount: Money(cents: sold.discount),
            net: sold.amount.net, commission: Money(cents: sold.commission)
        ).given(back: -quantity, after: given)
        return -discount == part.discount.cents && -amount.gross == part.gross && -amount.net == part.net
            && -commission == part.commission.cents
    }
}

extension TillSums {
    /// Adds a ticket that isn't practice.
    mutating func add(_ ticket: TicketFigures, number: Int) {
        if ticket.refunds == nil { tickets += 1 } else { refunds += 1 }
        total += Money(cents: ticket.total)
        ticket.vat.forEach { add($0) }
        for payment in ticket.payments { add(Money(cents: payment.kept), by: payment.method) }
        take(number)
    }
}

extension VATAmount {
    fileprivate static func nothing(at rate: VATRate) -> VATAmount {
        VATAmount(rate: rate, gross: .zero, net: .zero, vat: .zero)
    }

    fileprivate mutating func read(_ key: JSONBytes.Key, _ reader: inout JSONBytes) -> Bool {
        switch key {
        case .rate: reader.whole { rate = VATRate(basisPoints: $0) }
        case .gross: reader.whole { gross = Money(cents: $0) }
        case .net: reader.whole { net = Money(cents: $0) }
        case .vat: reader.whole { vat = Money(cents: $0) }
        default: reader.skip()
        }
    }
}

extension JSONBytes.Key {
    fileprivate static let number = Self("number")
    fileprivate static let currency = Self("currency")
    fileprivate static let total = Self("total")
    fileprivate static let refunds = Self("refunds")
    fileprivate static let reason = Self("reason")
    fileprivate static let restocks = Self("restocks")
    fileprivate static let lines = Self("lines")
    fileprivate static let vat = Self("vat")
    fileprivate static let payments = Self("payments")
    fileprivate static let product = Self("product")
    fileprivate static let label = Self("label")
    fileprivate static let category = Self("category")
    fileprivate static let consignment = Self("consignment")
    fileprivate static let depositor = Self("depositor")
    fileprivate static let mandate = Self("mandate")
    fileprivate static let commission = Self("commission")
    fileprivate static let quantity = Self("quantity")
    fileprivate static let unitPrice = Self("unit_price")
    fileprivate static let discount = Self("discount")
    fileprivate static let rate = Self("rate")
    fileprivate static let gross = Self("gross")
    fileprivate static let net = Self("net")
    fileprivate static let method = Self("method")
    fileprivate static let amount = Self("amount")
    fileprivate static let change = Self("change")
}
