/// One entry of a till's chain: sealed when it is made, never changed.
public struct TillEntry: Hashable, Sendable {
    /// Made where it was asked for.
    public var id: FactID
    /// The office, by code.
    public var office: String
    /// The till, by code: 1–32 of `A–Z a–z 0–9 . _ -`.
    public var till: String
    /// 1, 2, 3… of its till, over all kinds, without a gap.
    public var number: Int
    /// When, by the machine that sealed it.
    public var at: Instant
    /// The day it counts for, by the office's cut-off.
    public var day: OfficeDay
    /// Who asked; nil when nobody said.
    public var counsellor: String?
    /// For practice: out of every total.
    public var training: Bool
    /// Which of the till's keys sealed it, from 1.
    public var key: Int
    /// What it says.
    public var content: TillContent
    /// The JSON that was sealed, byte for byte.
    public var text: String
    /// HMAC-SHA256 in 64 lower-case hexadecimal digits.
    public var seal: String

    /// An entry out of its parts.
    public init(
        id: FactID, office: String, till: String, number: Int, at: Instant, day: OfficeDay, counsellor: String?,
        training: Bool, key: Int, content: TillContent, text: String, seal: String
    ) {
        self.id = id
        self.office = office
        self.till = till
        self.number = number
        self.at = at
        self.day = day
        self.counsellor = counsellor
        self.training = training
        self.key = key
        self.content = content
        self.text = text
        self.seal = seal
    }
}

/// What an entry says.
public enum TillContent: Hashable, Sendable {
    /// The first entry of a till.
    case setup(TillSetup)
    case sale(Ticket)
    case refund(Ticket)
    case opening(TillOpening)
    case count(CountRecord)
    case movement(CashMovement)
    case closure(Closure)
    case reprint(Reprint)
    case archive(ArchiveRecord)
    case product(Product)
    case depositor(Depositor)
    case rate(RateChange)
    case stock(StockMove)
    case totals(ExternalTotals)
    /// From the next entry on, another key seals.
    case key(KeyChange)
    /// The register was put back from a copy, and somebody says so.
    case restore(RestoreRecord)

    /// `kind`, without what it says.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case setup, sale, refund, opening, count, movement, closure, reprint, archive, product, depositor, rate, stock
        case totals, key, restore
    }
}

/// What a till starts with.
public struct TillSetup: Hashable, Sendable, Codable {
    /// Name and version, as receipts say it.
    public var software: String
    /// Of the first key: the first 16 hexadecimal digits of SHA-256 over it.
    public var keyFingerprint: String
    /// Ed25519, 64 hexadecimal digits: what archives are signed with.
    public var archiveKey: String

    /// A set-up out of its parts.
    public init(software: String, keyFingerprint: String, archiveKey: String) {
        self.software = software
        self.keyFingerprint = keyFingerprint
        self.archiveKey = archiveKey
    }

    enum CodingKeys: String, CodingKey {
        case software
        case keyFingerprint = "key_fingerprint"
        case archiveKey = "archive_key"
    }
}

/// A day begun.
public struct TillOpening: Hashable, Sendable, Codable {
    /// Cash in the drawer.
    public var float: Money

    /// With so much cash.
    public init(float: Money) { self.float = float }
}

/// A count of the drawer, beside what should have been in it.
public struct CountRecord: Hashable, Sendable, Codable {
    /// What was found.
    public var count: CashCount
    /// What the entries come to.
    public var expected: Money
    /// The entry of the count that this one corrects.
    public var corrects: Int?

    /// A count out of its parts.
    public init(count: CashCount, expected: Money, corrects: Int? = nil) {
        self.count = count
        self.expected = expected
        self.corrects = corrects
    }
}

/// A period closed (Z), with all it came to.
public struct Closure: Hashable, Sendable, Codable {
    /// What is closed.
    public var period: ClosurePeriod
    /// 1, 2, 3… of its till and its kind of period.
    public var number: Int
    /// The first and the last entry it is about; nil when there was none.
    public var entries: ClosedRange<Int>?
    /// Sales, without refunds.
    public var tickets: Int
    /// Refunds.
    public var refunds: Int
    /// By rate, the lowest first: sums of the tickets' own.
    public var vat: [VATAmount]
    /// By method, what came in less change and what was given back.
    public var payments: [Payment.Method: Money]
    /// Sales less refunds, including VAT.
    public var total: Money
    /// Since the year began, this period included.
    public var yearTotal: Money
    /// Since the till began; never reset.
    public var perpetualTotal: Money
    /// Cash that should be in the drawer.
    public var cashExpected: Money
    /// What was counted last for this day; nil when it wasn't, or of a longer period.
    public var cashCounted: Money?
    /// The first 16 hexadecimal digits of the seal before this one: the head record, on paper.
    public var head: String

    /// A closure out of its parts.
    public init(
        period: ClosurePeriod, number: Int, entries: ClosedRange<Int>?, tickets: Int, refunds: Int, vat: [VATAmount],
        payments: [Payment.Method: Money], total: Money, yearTotal: Money, perpetualTotal: Money, cashExpected: Money,
        cashCounted: Money?, head: String
    ) {
        self.period = period
        self.number = number
        self.entries = entries
        self.tickets = tickets
        self.refunds = refunds
        self.vat = vat
        self.payments = payments
        self.total = total
        self.yearTotal = yearTotal
        self.perpetualTotal = perpetualTotal
        self.cashExpected = cashExpected
        self.cashCounted = cashCounted
        self.head = head
    }

    enum CodingKeys: String, CodingKey {
        case period, number, entries, tickets, refunds, vat, payments, total, head
        case yearTotal = "year_total"
        case perpetualTotal = "perpetual_total"
        case cashExpected = "cash_expected"
        case cashCounted = "cash_counted"
    }
}

/// A copy of a receipt (DUPLICATA n° k).
public struct Reprint: Hashable, Sendable, Codable {
    /// Of which ticket.
    public var ticket: Int
    /// 1, 2, 3… of this ticket.
    public var copy: Int

    /// A copy out of its parts.
    public init(ticket: Int, copy: Int) {
        self.ticket = ticket
        self.copy = copy
    }
}

/// An archive made.
public struct ArchiveRecord: Hashable, Sendable, Codable {
    /// Of which period.
    public var period: ClosurePeriod
    /// How many entries.
    public var entries: Int
    /// SHA-256 of its manifest, in hexadecimal.
    public var digest: String

    /// An archive out of its parts.
    public init(period: ClosurePeriod, entries: Int, digest: String) {
        self.period = period
        self.entries = entries
        self.digest = digest
    }
}

/// Another key seals from the next entry on.
public struct KeyChange: Hashable, Sendable, Codable {
    /// Its number.
    public var key: Int
    /// The first 16 hexadecimal digits of SHA-256 over it.
    public var fingerprint: String
    /// Why the key was changed.
    public var reason: String

    /// A change out of its parts.
    public init(key: Int, fingerprint: String, reason: String) {
        self.key = key
        self.fingerprint = fingerprint
        self.reason = reason
    }
}

/// An older copy of the register was put in place, and selling goes on from it.
public struct RestoreRecord: Hashable, Sendable, Codable {
    /// The last entry that is known to have been sealed before.
    public var lostHead: Int
    /// The last entry of the copy.
    public var from: Int
    /// In the person's words.
    public var reason: String

    /// A restore out of its parts.
    public init(lostHead: Int, from: Int, reason: String) {
        self.lostHead = lostHead
        self.from = from
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey {
        case from, reason
        case lostHead = "lost_head"
    }
}
