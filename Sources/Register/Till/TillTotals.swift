import GRDB
import Reception

/// What tickets come to: sums of what they say themselves, never computed anew.
struct TillTotals: Hashable {
    var tickets = 0
    var refunds = 0
    var total = Money.zero
    var vat: [VATRate: VATAmount] = [:]
    var payments: [Payment.Method: Money] = [:]

    /// By rate, the lowest first.
    var vatAmounts: [VATAmount] { vat.values.sorted { $0.rate < $1.rate } }

    mutating func add(_ ticket: TicketFigures, isRefund: Bool) {
        if isRefund { refunds += 1 } else { tickets += 1 }
        total += Money(cents: ticket.total)
        ticket.vat.forEach { add($0) }
        for payment in ticket.payments {
            guard let method = Payment.Method(rawValue: payment.method) else { continue }
            payments[method, default: .zero] += Money(cents: payment.kept)
        }
    }

    mutating func add(_ other: TillTotals) {
        tickets += other.tickets
        refunds += other.refunds
        total += other.total
        other.vat.values.forEach { add($0) }
        payments.merge(other.payments, uniquingKeysWith: +)
    }

    mutating func add(_ closure: Closure) {
        tickets += closure.tickets
        refunds += closure.refunds
        total += closure.total
        closure.vat.forEach { add($0) }
        payments.merge(closure.payments, uniquingKeysWith: +)
    }

    mutating func add(_ amount: VATAmount) {
        var sum = vat[amount.rate] ?? VATAmount(rate: amount.rate, gross: .zero, net: .zero, vat: .zero)
        sum.gross += amount.gross
        sum.net += amount.net
        sum.vat += amount.vat
        vat[amount.rate] = sum
    }
}

/// The sums of a till's days and closures.
///
/// `+number` in an order keeps SQLite from walking the whole chain by number instead of looking a few entries up by kind and day.
struct TillLedger {
    let database: Database
    let office: String
    let till: String

    /// The kinds of entries that make a day one that must be closed, and that none takes once it is.
    static let trading: [TillContent.Kind] = [.sale, .refund, .opening, .movement]

    /// The closure that a day is in; nil while it is open.
    func closure(of day: OfficeDay) throws -> ClosurePeriod? {
        let (year, month, _) = day.parts
        let periods: [ClosurePeriod] = [.day(day), .month(year: year, month: month), .year(year)]
        return try periods.last { try closure(of: $0) != nil }
    }

    /// The closure of a period.
    func closure(of period: ClosurePeriod) throws -> Closure? {
        try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT content FROM till_entry WHERE office = ? AND till = ? AND period = ?"),
            arguments: [office, till, period.description]
        ).flatMap { JSONText.read($0, as: Closure.self) }
    }

    /// The days with entries that must be closed and aren't, the oldest first.
    func unclosedDays(from: OfficeDay, to: OfficeDay) throws -> [OfficeDay] {
        let closed = try Set(
            String.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT period FROM till_entry WHERE office = ? AND till = ? AND period BETWEEN ? AND ?
                        """), arguments: [office, till, from.description, to.description]))
        return try tradingDays(from: from, to: to).filter { !closed.contains($0.description) }
    }

    /// Each day is sought in the index after the one before: a year has 300 of them, and 50,000 entries.
    private func tradingDays(from: OfficeDay, to: OfficeDay) throws -> [OfficeDay] {
        let statement = try database.cachedStatement(
            sql: """
                WITH RECURSIVE found (day) AS (
                    SELECT min(day) FROM till_entry
                    WHERE office = :office AND till = :till AND training = 0 AND kind = :kind AND day >= :from
                    UNION ALL
                    SELECT (SELECT min(day) FROM till_entry
                        WHERE office = :office AND till = :till AND training = 0 AND kind = :kind AND day > found.day)
                    FROM found WHERE found.day <= :to
                ) SELECT day FROM found WHERE day <= :to
                """)
        let days = try Self.trading.flatMap { kind in
            try String.fetchAll(
                statement,
                arguments: [
                    "office": office, "till": till, "kind": kind.rawValue, "from": from.description,
                    "to": to.description,
                ])
        }
        return Set(days).sorted().compactMap(OfficeDay.init)
    }

    /// What the tickets of a day come to.
    func totals(of day: OfficeDay) throws -> TillTotals {
        var totals = TillTotals()
        let day: StatementArguments = [office, till, day.description]
        let tickets = "office = ? AND till = ? AND training = 0 AND kind IN ('sale', 'refund') AND day = ?"
        let counts = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT kind, count(*) AS count, sum(content ->> '$.total') AS total FROM till_entry WHERE \(tickets)
                    GROUP BY kind
                    """), arguments: day)
        for row in counts {
            if row["kind"] == "sale" { totals.tickets = row["count"] } else { totals.refunds = row["count"] }
            totals.total += Money(cents: row["total"])
        }
        let amounts = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT value ->> '$.rate' AS rate, sum(value ->> '$.gross') AS gross, sum(value ->> '$.net') AS net,
                        sum(value ->> '$.vat') AS vat
                    FROM till_entry, json_each(content, '$.vat') WHERE \(tickets) GROUP BY 1
                    """), arguments: day)
        for row in amounts {
            totals.add(
                VATAmount(
                    rate: VATRate(basisPoints: row["rate"]), gross: Money(cents: row["gross"]),
                    net: Money(cents: row["net"]), vat: Money(cents: row["vat"])))
        }
        let payments = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT value ->> '$.method' AS method, sum((value ->> '$.amount') - (value ->> '$.change')) AS kept
                    FROM till_entry, json_each(content, '$.payments') WHERE \(tickets) GROUP BY 1
                    """), arguments: day)
        for row in payments {
            guard let method = Payment.Method(rawValue: row["method"]) else { continue }
            totals.payments[method] = Money(cents: row["kept"])
        }
        return totals
    }

    /// Cash that should be in the drawer at the end of a day: its last float, what its tickets brought, what was moved.
    func cash(of day: OfficeDay, totals: TillTotals) throws -> Money {
        let moved = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT coalesce(sum(content ->> '$.amount'), 0) FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind = 'movement' AND day = ?
                    """), arguments: [office, till, day.description])
        return try (float(of: day) ?? .zero) + (totals.payments[.cash] ?? .zero) + Money(cents: moved ?? 0)
    }

    /// The cash a day was opened with; nil when nobody opened it. Typed twice, the second corrects the first.
    func float(of day: OfficeDay) throws -> Money? {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT content ->> '$.float' FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind = 'opening' AND day = ? ORDER BY +number DESC LIMIT 1
                    """), arguments: [office, till, day.description]
        ).map(Money.init(cents:))
    }

    /// The last count of a day, and its entry.
    func count(of day: OfficeDay) throws -> (entry: Int, counted: Money)? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT number, content ->> '$.count.counted' AS counted FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind = 'count'
                        AND coalesce(content ->> '$.count.day', day) = ?
                    ORDER BY +number DESC LIMIT 1
                    """), arguments: [office, till, day.description]
        ).map { ($0["number"], Money(cents: $0["counted"])) }
    }
}
