/// What somebody asks of a till. The till answers with the entry it sealed, or a `Refusal`; then nothing was recorded.
public struct TillRequest: Hashable, Sendable, Codable {
    /// Of the entry it becomes, so that asking again makes no second one.
    public var id: FactID
    /// What is asked.
    public var order: TillOrder
    /// Who asks: 1–64 of `A–Z a–z 0–9 . _ -`; a server puts who is logged in.
    public var counsellor: String?
    /// For practice: sealed, shown, out of every total.
    public var training: Bool

    /// A request out of its parts.
    public init(id: FactID, order: TillOrder, counsellor: String? = nil, training: Bool = false) {
        self.id = id
        self.order = order
        self.counsellor = counsellor
        self.training = training
    }
}

/// What can be asked of a till. In JSON an object with one key, such as `{"sale": {…}}`.
public enum TillOrder: Hashable, Sendable {
    case sale(SaleOrder)
    case refund(RefundOrder)
    /// Opens the day with so much cash in the drawer.
    case opening(float: Money)
    /// The cash in the drawer was counted; a second count corrects the one before.
    case count(CashCount)
    /// Cash taken to the bank or brought from it.
    case movement(CashMovement)
    /// Closes a period for good.
    case closure(ClosurePeriod)
    /// A copy of a ticket's receipt.
    case reprint(ticket: Int)
    /// A new product, or one as it is from now on.
    case product(Product)
    case depositor(Depositor)
    case rate(RateChange)
    case stock(StockMove)
    /// A day's totals of the office's own certified till (`till: external`).
    case totals(ExternalTotals)
}

/// A basket and how it is paid.
public struct SaleOrder: Hashable, Sendable, Codable {
    /// Some of one product.
    public struct Line: Hashable, Sendable, Codable {
        /// By code or barcode.
        public var product: String
        /// 1 or more.
        public var quantity: Int
        /// Off this line.
        public var discount: Discount?

        /// A line out of its parts.
        public init(product: String, quantity: Int = 1, discount: Discount? = nil) {
            self.product = product
            self.quantity = quantity
            self.discount = discount
        }
    }

    /// At least one.
    public var lines: [Line]
    /// Off the whole ticket.
    public var discount: Discount?
    /// In the order they were handed over.
    public var payments: [Tender]
    /// The visit it came from.
    public var visit: FactID?

    /// A sale out of its parts.
    public init(lines: [Line], discount: Discount? = nil, payments: [Tender], visit: FactID? = nil) {
        self.lines = lines
        self.discount = discount
        self.payments = payments
        self.visit = visit
    }
}

/// Something off the price, and why. One of `amount` and `percent`.
public struct Discount: Hashable, Sendable, Codable {
    /// So much, including VAT.
    public var amount: Money?
    /// So many hundredths of a percent, 1…10000.
    public var percent: Int?
    /// In the person's words, 1–200 characters.
    public var reason: String

    /// A discount out of its parts.
    public init(amount: Money? = nil, percent: Int? = nil, reason: String) {
        self.amount = amount
        self.percent = percent
        self.reason = reason
    }
}

/// What is handed over.
public struct Tender: Hashable, Sendable, Codable {
    /// How.
    public var method: Payment.Method
    /// So much; nil: what is left to pay.
    public var amount: Money?

    /// A tender out of its parts.
    public init(method: Payment.Method, amount: Money? = nil) {
        self.method = method
        self.amount = amount
    }
}

/// Money given back for a ticket, or a part of it.
public struct RefundOrder: Hashable, Sendable, Codable {
    /// Some of one line.
    public struct Line: Hashable, Sendable, Codable {
        /// Which, from 0.
        public var index: Int
        /// How many of it; nil: all that is left of it.
        public var quantity: Int?

        /// A line out of its parts.
        public init(index: Int, quantity: Int? = nil) {
            self.index = index
            self.quantity = quantity
        }
    }

    /// By its number, of the same till.
    public var ticket: Int
    /// Nil: all that is left of it.
    public var lines: [Line]?
    /// How it is given back.
    public var method: Payment.Method
    /// In the person's words, 1–200 characters.
    public var reason: String
    /// Whether the goods go back into stock.
    public var restocks: Bool

    /// A refund out of its parts.
    public init(ticket: Int, lines: [Line]? = nil, method: Payment.Method, reason: String, restocks: Bool = true) {
        self.ticket = ticket
        self.lines = lines
        self.method = method
        self.reason = reason
        self.restocks = restocks
    }
}

/// The cash found in the drawer.
public struct CashCount: Hashable, Sendable, Codable {
    /// How much.
    public var counted: Money
    /// Coins and notes by their value in cents, when they were counted one by one.
    public var pieces: [Int: Int]?
    /// The day it was counted for; nil: the day under way. A closed day's count can be corrected, its closure can't.
    public var day: OfficeDay?
    /// Why it differs, or is corrected.
    public var note: String?

    /// A count out of its parts.
    public init(counted: Money, pieces: [Int: Int]? = nil, day: OfficeDay? = nil, note: String? = nil) {
        self.counted = counted
        self.pieces = pieces
        self.day = day
        self.note = note
    }
}

/// Cash put into the drawer (above zero) or taken out of it (below), other than for tickets.
public struct CashMovement: Hashable, Sendable, Codable {
    /// How much.
    public var amount: Money
    /// In the person's words, 1–200 characters.
    public var reason: String

    /// A movement out of its parts.
    public init(amount: Money, reason: String) {
        self.amount = amount
        self.reason = reason
    }
}

/// A day, a month or a year: what a closure closes. `2026-07-14`, `2026-07` or `2026` in JSON.
public enum ClosurePeriod: Hashable, Sendable {
    case day(OfficeDay)
    case month(year: Int, month: Int)
    case year(Int)
}

/// A day's totals of another till, by product and by method of payment.
public struct ExternalTotals: Hashable, Sendable, Codable {
    /// Of one product.
    public struct Line: Hashable, Sendable, Codable {
        /// As the other till calls it.
        public var product: String
        /// 0 or more; below zero when more came back than went.
        public var quantity: Int
        /// Including VAT.
        public var gross: Money
        /// The rate.
        public var rate: VATRate

        /// A line out of its parts.
        public init(product: String, quantity: Int, gross: Money, rate: VATRate) {
            self.product = product
            self.quantity = quantity
            self.gross = gross
            self.rate = rate
        }
    }

    /// The day they are of; handed in again, they take the place of those before.
    public var day: OfficeDay
    /// How many tickets.
    public var tickets: Int
    /// By product.
    public var lines: [Line]
    /// By method; they add up to what the lines do.
    public var payments: [Payment]

    /// Totals out of their parts.
    public init(day: OfficeDay, tickets: Int, lines: [Line], payments: [Payment]) {
        self.day = day
        self.tickets = tickets
        self.lines = lines
        self.payments = payments
    }
}
