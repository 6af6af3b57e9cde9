/// A sale, or a refund of (a part of) one, as it is sealed: everything a receipt says, in amounts and labels, never in references alone.
public struct Ticket: Hashable, Sendable, Codable {
    /// 1, 2, 3… of its till, without a gap; training tickets count apart.
    public var number: Int
    /// ISO 4217.
    public var currency: String
    /// At least one.
    public var lines: [TicketLine]
    /// By rate, the lowest first; sums of the lines'.
    public var vat: [VATAmount]
    /// Including VAT; below zero in a refund.
    public var total: Money
    /// How it was paid, or given back; amounts less change are the total.
    public var payments: [Payment]
    /// The ticket that this one gives money back for.
    public var refunds: Int?
    /// Why: of a refund.
    public var reason: String?
    /// Whether the goods went back into stock: of a refund.
    public var restocks: Bool?
    /// The visit it came from, by the first fact of its history.
    public var visit: FactID?

    /// A ticket out of its parts.
    public init(
        number: Int, currency: String, lines: [TicketLine], vat: [VATAmount], total: Money, payments: [Payment],
        refunds: Int? = nil, reason: String? = nil, restocks: Bool? = nil, visit: FactID? = nil
    ) {
        self.number = number
        self.currency = currency
        self.lines = lines
        self.vat = vat
        self.total = total
        self.payments = payments
        self.refunds = refunds
        self.reason = reason
        self.restocks = restocks
        self.visit = visit
    }
}

/// Some of one product on a ticket.
public struct TicketLine: Hashable, Sendable, Codable {
    /// By code.
    public var product: String
    /// As the receipt says it.
    public var label: String
    /// 1 or more; below zero in a refund.
    public var quantity: Int
    /// Of one, including VAT, before discounts.
    public var unitPrice: Money
    /// What was taken off the whole line, 0 or more (0 or less in a refund); a discount on the ticket is shared out among its lines.
    public var discount: Money
    /// Why it was.
    public var discountReason: String?
    /// Which rate it had, and why: as of its day.
    public var category: VATCategory
    /// The rate.
    public var rate: VATRate
    /// Including VAT: quantity × unit price − discount.
    public var gross: Money
    /// Without VAT. The nets of one rate add up to the rounded net of that rate's gross.
    public var net: Money
    /// gross − net.
    public var vat: Money
    /// Whose it was, and on what terms: on consignment.
    public var consignment: Consignment?
    /// The line of the refunded ticket it gives back, from 0.
    public var refunds: Int?

    /// A depositor's terms on the day of the sale.
    public struct Consignment: Hashable, Sendable, Codable {
        /// By code.
        public var depositor: String
        /// In whose name it was sold.
        public var mandate: Depositor.Mandate
        /// What the office keeps of this line.
        public var commission: Money

        /// Terms out of their parts.
        public init(depositor: String, mandate: Depositor.Mandate, commission: Money) {
            self.depositor = depositor
            self.mandate = mandate
            self.commission = commission
        }
    }

    /// A line out of its parts.
    public init(
        product: String, label: String, quantity: Int, unitPrice: Money, discount: Money = .zero,
        discountReason: String? = nil, category: VATCategory, rate: VATRate, gross: Money, net: Money, vat: Money,
        consignment: Consignment? = nil, refunds: Int? = nil
    ) {
        self.product = product
        self.label = label
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.discount = discount
        self.discountReason = discountReason
        self.category = category
        self.rate = rate
        self.gross = gross
        self.net = net
        self.vat = vat
        self.consignment = consignment
        self.refunds = refunds
    }

    enum CodingKeys: String, CodingKey {
        case product, label, quantity, discount, category, rate, gross, net, vat, consignment, refunds
        case unitPrice = "unit_price"
        case discountReason = "discount_reason"
    }
}

/// What one rate of VAT comes to: on a ticket computed from its lines, in a closure the sum of its tickets'.
public struct VATAmount: Hashable, Sendable, Codable {
    /// The rate.
    public var rate: VATRate
    /// Including VAT.
    public var gross: Money
    /// Half-up rounded gross / (1 + rate) on a sale's ticket; on a refund's, what its lines give back of that.
    public var net: Money
    /// gross − net.
    public var vat: Money

    /// An amount out of its parts.
    public init(rate: VATRate, gross: Money, net: Money, vat: Money) {
        self.rate = rate
        self.gross = gross
        self.net = net
        self.vat = vat
    }
}

/// Money that came in for a ticket; below zero when it is given back.
public struct Payment: Hashable, Sendable, Codable {
    /// How.
    public enum Method: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
        case cash, card, cheque
        /// Chèques-vacances (ANCV).
        case holidayVoucher = "holiday-voucher"
        case giftVoucher = "gift-voucher"
        case transfer
    }

    /// How.
    public var method: Method
    /// What was handed over.
    public var amount: Money
    /// What was given back of it: cash only, unless the office says otherwise of its vouchers.
    public var change: Money

    /// A payment out of its parts.
    public init(method: Method, amount: Money, change: Money = .zero) {
        self.method = method
        self.amount = amount
        self.change = change
    }
}
