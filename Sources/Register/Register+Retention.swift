import GRDB
import Reception

extension Register {
    /// Deletes raw interactions from before `limit`, in steps of 5,000 between which others write. All that was counted of them stays, their
    /// sessions without their names, and a `seq` is never given again.
    ///
    /// Returns how many were deleted. Throws `keptFor25Months` when one to go is younger than that by the system's clock:
    /// the schema itself refuses. Steps before the one that held it stay done.
    @discardableResult
    public func forgetRawInteractions(before limit: Instant) throws -> Int {
        var forgotten = 0
        while true {
            let step: Int
            do {
                step = try writer.betweenGroups { database in
                    let old = "FROM interaction WHERE at_ms < ? ORDER BY seq LIMIT 5000"
                    let arguments: StatementArguments = [limit.milliseconds]
                    try database.execute(
                        sql:
                            "DELETE FROM screen_session WHERE day IS NULL AND (office, session) IN (SELECT office, session \(old))",
                        arguments: arguments)
                    try database.execute(
                        sql:
                            "UPDATE screen_session SET session = NULL WHERE (office, session) IN (SELECT office, session \(old))",
                        arguments: arguments)
                    try database.execute(
                        sql: "DELETE FROM interaction WHERE seq IN (SELECT seq \(old))", arguments: arguments)
                    return database.changesCount
                }
            } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER {
                throw RegisterError.keptFor25Months
            }
            guard step > 0 else { return forgotten }
            forgotten += step
        }
    }
}
