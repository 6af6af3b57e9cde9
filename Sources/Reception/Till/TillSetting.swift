/// What the office says of its tills, from `till:` in `content/office.yaml`.
public struct TillSetting: Hashable, Sendable, Codable {
    /// Whose till it is.
    public enum Mode: String, Sendable, CaseIterable, Codable {
        /// Vitrine's own.
        case builtin
        /// The office has a certified one; its daily totals are handed in.
        case external
    }

    /// Who sells, as receipts say it.
    public struct Seller: Hashable, Sendable, Codable {
        /// As it is registered.
        public var name: String
        /// Lines of an address.
        public var address: [String]
        /// 14 digits; nil until the office says it.
        public var siret: String?
        /// Such as FR12345678901; nil: "TVA non applicable, art. 293 B du CGI", and no VAT on any ticket.
        public var vatNumber: String?

        /// A seller out of its parts.
        public init(name: String, address: [String] = [], siret: String? = nil, vatNumber: String? = nil) {
            self.name = name
            self.address = address
            self.siret = siret
            self.vatNumber = vatNumber
        }

        enum CodingKeys: String, CodingKey {
            case name, address, siret
            case vatNumber = "vat_number"
        }
    }

    /// Whose till it is.
    public var mode: Mode
    /// Who sells.
    public var seller: Seller
    /// ISO 4217.
    public var currency: String
    /// Minutes after midnight: what is sold before counts for the day before.
    public var cutoff: Int
    /// Vouchers that change is given on; none by default.
    public var changeOn: Set<Payment.Method>
    /// Its rates of VAT: the next entry of a till seals those that it doesn't know.
    public var rates: [RateChange]
    /// The accountant's accounts, by what they are of (`cash`, `card`…, `sales-2000`, `vat-2000`, `consignment`): the export says which are missing.
    public var accounts: [String: String]

    /// A setting out of its parts.
    public init(
        mode: Mode = .builtin, seller: Seller, currency: String = "EUR", cutoff: Int = 0,
        changeOn: Set<Payment.Method> = [], rates: [RateChange] = [], accounts: [String: String] = [:]
    ) {
        self.mode = mode
        self.seller = seller
        self.currency = currency
        self.cutoff = cutoff
        self.changeOn = changeOn
        self.rates = rates
        self.accounts = accounts
    }

    enum CodingKeys: String, CodingKey {
        case mode, seller, currency, cutoff, rates, accounts
        case changeOn = "change_on"
    }

    /// With the vouchers in order: the same setting gives the same text.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(mode, forKey: .mode)
        try object.encode(seller, forKey: .seller)
        try object.encode(currency, forKey: .currency)
        try object.encode(cutoff, forKey: .cutoff)
        try object.encode(changeOn.sorted { $0.rawValue < $1.rawValue }, forKey: .changeOn)
        try object.encode(rates, forKey: .rates)
        try object.encode(accounts, forKey: .accounts)
    }
}

/// How a till stands.
public struct TillStatus: Hashable, Sendable, Codable {
    /// By code.
    public var till: String
    /// The day under way by the office's cut-off.
    public var day: OfficeDay
    /// Whether the day was opened and not closed.
    public var isOpen: Bool
    /// Of this day: sales, without refunds.
    public var tickets: Int
    /// Of this day: sales less refunds, including VAT.
    public var total: Money
    /// Of this day, by method: what came in less change and what was given back.
    public var payments: [Payment.Method: Money]
    /// Cash that should be in the drawer.
    public var cashExpected: Money
    /// The last ticket; nil when there is none.
    public var lastTicket: Int?
    /// Days with entries before this one that nobody closed, the oldest first.
    public var unclosedDays: [OfficeDay]
    /// The last entry; 0 of a till that never sealed one.
    public var head: Int
    /// The first 16 digits of its seal; "" when there is none.
    public var seal: String
    /// When the last entry was sealed: a clock that shows less was set back. Nil when there is none.
    public var lastAt: Instant?

    /// A status out of its parts.
    public init(
        till: String, day: OfficeDay, isOpen: Bool, tickets: Int, total: Money, payments: [Payment.Method: Money],
        cashExpected: Money, lastTicket: Int?, unclosedDays: [OfficeDay], head: Int, seal: String,
        lastAt: Instant? = nil
    ) {
        self.till = till
        self.day = day
        self.isOpen = isOpen
        self.tickets = tickets
        self.total = total
        self.payments = payments
        self.cashExpected = cashExpected
        self.lastTicket = lastTicket
        self.unclosedDays = unclosedDays
        self.head = head
        self.seal = seal
        self.lastAt = lastAt
    }

    enum CodingKeys: String, CodingKey {
        case till, day, tickets, total, payments, head, seal
        case isOpen = "open"
        case cashExpected = "cash_expected"
        case lastTicket = "last_ticket"
        case unclosedDays = "unclosed_days"
        case lastAt = "last_at"
    }
}
