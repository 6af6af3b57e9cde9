import GRDB
import Reception

extension TillLedger {
    /// The closure of a period, as it is to be sealed after `head`. A month adds up its days' closures, a year its months'.
    ///
    /// Throws `period_closed`, `period_invalid` (something in it isn't closed).
    func closure(of period: ClosurePeriod, head: String) throws -> Closure {
        guard try closure(of: period) == nil else { throw Refusal.periodClosed(period) }
        if let longer = try closure(of: period.first), longer.description.count < period.description.count {
            throw Refusal.periodClosed(longer)
        }
        var sums = TillSums()
        if case .day(let day) = period {
            sums = try self.sums(of: day)
        } else {
            let open = try unclosed(in: period)
            guard open.isEmpty else { throw Refusal.unclosed(period, open) }
            try closures(in: period).forEach { sums.add(TillSums($0)) }
        }
        return Closure(
            of: period, number: try number(of: period), sums,
            yearTotal: try total(from: ClosurePeriod.year(period.last.parts.year).first, to: period.last),
            perpetualTotal: try total(from: OfficeDay(daysSince1970: 0), to: period.last), head: head)
    }

    /// What the tickets of some days come to: closed days say so themselves.
    private func total(from: OfficeDay, to: OfficeDay) throws -> Money {
        let closed = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT coalesce(sum(content ->> '$.total'), 0) FROM till_entry
                    WHERE office = ? AND till = ? AND period BETWEEN ? AND ? AND length(period) = 10
                    """), arguments: [office, till, from.description, to.description])
        return try unclosedDays(from: from, to: to).reduce(Money(cents: closed ?? 0)) {
            try $0 + sums(of: $1).total
        }
    }

    /// What keeps a month or a year from being closed: its days, or its months.
    private func unclosed(in period: ClosurePeriod) throws -> [ClosurePeriod] {
        guard case .year(let year) = period else {
            return try unclosedDays(from: period.first, to: period.last).map(ClosurePeriod.day)
        }
        return try (1...12).map { ClosurePeriod.month(year: year, month: $0) }.filter { month in
            guard try closure(of: month) == nil else { return false }
            return try !unclosedDays(from: month.first, to: month.last).isEmpty || !closures(in: month).isEmpty
        }
    }

    /// The closures that a month's or a year's adds up, in order.
    private func closures(in period: ClosurePeriod) throws -> [Closure] {
        let length = if case .year = period { 7 } else { 10 }
        return try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT content FROM till_entry
                    WHERE office = ? AND till = ? AND period BETWEEN ? AND ? AND length(period) = ? ORDER BY period
                    """),
            arguments: [
                office, till, period.first.description.prefix(length).description, period.last.description, length,
            ]
        ).compactMap { JSONText.read($0, as: Closure.self) }
    }

    private func number(of period: ClosurePeriod) throws -> Int {
        let count = try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT count(*) FROM till_entry
                    WHERE office = ? AND till = ? AND period IS NOT NULL AND length(period) = ?
                    """), arguments: [office, till, period.description.utf8.count])
        return (count ?? 0) + 1
    }
}
