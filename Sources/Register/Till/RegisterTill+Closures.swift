import GRDB
import Reception

extension RegisterTill {
    /// What the closure of a period would say now. Throws the refusal that closing it would.
    public func preview(of period: ClosurePeriod) throws -> Closure {
        try register.pool.read { database in
            try TillLedger(database: database, office: office, till: code)
                .closure(of: period.checked(today: moment().day), head: "")
        }
    }

    /// The entry that closed a period. Throws `period_open`.
    public func closure(of period: ClosurePeriod) throws -> TillEntry {
        let row = try register.pool.read { database in
            try Row.fetchOne(
                database, sql: TillEntry.select + "WHERE office = ? AND till = ? AND period = ?",
                arguments: [office, code, period.description])
        }
        guard let row else { throw Refusal.periodOpen(period) }
        return try TillEntry(row: row)
    }
}
