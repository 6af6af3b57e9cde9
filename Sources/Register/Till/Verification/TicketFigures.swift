import Reception

/// The amounts of a sealed ticket, read straight from its bytes: a decoder takes forty times as long, and there are hundreds of thousands.
struct TicketFigures: Sendable {
    private(set) var number = 0
    private(set) var total = 0
    /// The ticket it gives back.
    private(set) var refunds: Int?
    private(set) var vat: [VATAmount] = []
    private(set) var payments: [(method: String, kept: Int)] = []
    /// Whether lines, rates, payments and total agree.
    private(set) var addsUp = true

    private var lines: [VATAmount] = []

    /// Nil when the text isn't a ticket's.
    init?(_ content: String, isRefund: Bool) {
        var reader = JSONBytes(content)
        let isRead = reader.object { key, reader in
            switch key {
            case .number: reader.whole { number = $0 }
            case .total: reader.whole { total = $0 }
            case .refunds: reader.whole { refunds = $0 }
            case .lines: reader.array { readLine(&$0, isRefund: isRefund) }
            case .vat: reader.array { readAmount(&$0) }
            case .payments: reader.array { readPayment(&$0) }
            default: reader.skip()
            }
        }
        guard isRead, reader.isAtEnd, number > 0, !lines.isEmpty, (refunds != nil) == isRefund else { return nil }
        check(isRefund: isRefund)
    }

    private mutating func check(isRefund: Bool) {
        var sums: [VATAmount] = []
        for line in lines {
            if let index = sums.firstIndex(where: { $0.rate == line.rate }) {
                sums[index].gross += line.gross
                sums[index].net += line.net
                sums[index].vat += line.vat
            } else {
                sums.append(line)
            }
        }
        sums.sort { $0.rate < $1.rate }
        addsUp =
            addsUp && sums == vat && vat.allSatisfy { $0.net + $0.vat == $0.gross }
            && (isRefund || vat.allSatisfy { $0.net == $0.rate.net(of: $0.gross) })
            && total == vat.reduce(0) { $0 + $1.gross.cents } && total == payments.reduce(0) { $0 + $1.kept }
    }

    private mutating func readLine(_ reader: inout JSONBytes, isRefund: Bool) -> Bool {
        var (quantity, price, discount, amount) = (0, 0, 0, VATAmount.nothing)
        let isRead = reader.object { key, reader in
            switch key {
            case .quantity: reader.whole { quantity = $0 }
            case .unitPrice: reader.whole { price = $0 }
            case .discount: reader.whole { discount = $0 }
            default: amount.read(key, &reader)
            }
        }
        let (full, overflows) = quantity.multipliedReportingOverflow(by: price)
        addsUp =
            addsUp && !overflows && amount.gross.cents == full - discount && amount.net + amount.vat == amount.gross
            && (quantity < 0) == isRefund && quantity != 0
        lines.append(amount)
        return isRead
    }

    private mutating func readAmount(_ reader: inout JSONBytes) -> Bool {
        var amount = VATAmount.nothing
        let isRead = reader.object { amount.read($0, &$1) }
        vat.append(amount)
        return isRead
    }

    private mutating func readPayment(_ reader: inout JSONBytes) -> Bool {
        var (method, amount, change) = ("", 0, 0)
        let isRead = reader.object { key, reader in
            switch key {
            case .method: reader.text { method = $0 }
            case .amount: reader.whole { amount = $0 }
            case .change: reader.whole { change = $0 }
            default: reader.skip()
            }
        }
        payments.append((method, amount - change))
        return isRead
    }
}

extension VATAmount {
    fileprivate static let nothing = VATAmount(rate: .zero, gross: .zero, net: .zero, vat: .zero)

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
    fileprivate static let total = Self("total")
    fileprivate static let refunds = Self("refunds")
    fileprivate static let lines = Self("lines")
    fileprivate static let vat = Self("vat")
    fileprivate static let payments = Self("payments")
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
