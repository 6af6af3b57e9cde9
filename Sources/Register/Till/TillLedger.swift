import GRDB
import Reception

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

    /// What the entries of a day come to.
    func sums(of day: OfficeDay) throws -> TillSums {
        var sums = TillSums()
        sums.entries = try range(of: day)
        sums.count = try count(of: day)
        try addTickets(of: day, to: &sums)
        try addCash(of: day, to: &sums)
        return sums
    }

    private func addTickets(of day: OfficeDay, to sums: inout TillSums) throws {
        let day: StatementArguments = [office, till, day.description]
        let tickets = "office = ? AND till = ? AND training = 0 AND kind IN ('sale', 'refund') AND day = ?"
        let counts = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT kind, count(*) AS count, sum(content ->> '$.total') AS total FROM till_entry WHERE \(tickets)
                    GROUP BY kind
                    """), arguments: day)
        for row in counts {
            if row["kind"] == "sale" { sums.tickets = row["count"] } else { sums.refunds = row["count"] }
            sums.total += Money(cents: row["total"])
        }
        let amounts = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT value ->> '$.rate' AS rate, sum(value ->> '$.gross') AS gross, sum(value ->> '$.net') AS net,
                        sum(value ->> '$.vat') AS vat
                    FROM till_entry, json_each(content, '$.vat') WHERE \(tickets) GROUP BY 1
                    """), arguments: day)
        for row in amounts {
            sums.add(
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
            sums.add(Money(cents: row["kept"]), by: method)
        }
    }

    /// Its last float, and what was moved.
    private func addCash(of day: OfficeDay, to sums: inout TillSums) throws {
        let day: StatementArguments = [office, till, day.description]
        let float = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT content ->> '$.float' FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind = 'opening' AND day = ? ORDER BY +number DESC LIMIT 1
                    """), arguments: day)
        sums.open(with: Money(cents: float ?? 0))
        let moved = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT coalesce(sum(content ->> '$.amount'), 0) FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind = 'movement' AND day = ?
                    """), arguments: day)
        sums.move(Money(cents: moved ?? 0))
    }

    /// The last count of a day.
    private func count(of day: OfficeDay) throws -> TillSums.Count? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT number, content ->> '$.count.counted' AS counted FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind = 'count'
                        AND coalesce(content ->> '$.count.day', day) = ?
                    ORDER BY +number DESC LIMIT 1
                    """), arguments: [office, till, day.description]
        ).map { TillSums.Count(entry: $0["number"], counted: Money(cents: $0["counted"])) }
    }

    /// The first and the last entry that count for a day.
    private func range(of day: OfficeDay) throws -> ClosedRange<Int>? {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT min(number) AS first, max(number) AS last FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind IN ('sale', 'refund', 'opening', 'movement')
                        AND day = ?
                    """), arguments: [office, till, day.description])
        guard let row, let first = row["first"] as Int?, let last = row["last"] as Int? else { return nil }
        return first...last
    }
}
