import GRDB
import Reception

extension Register {
    /// The first and the last day of which anything was counted, at the desk, on a screen, at the door, at a site or in the shop; nil before that.
    ///
    /// It says how far the facts go without asking a clock: what is made of the same facts can say the same on another day.
    public func daysRecorded() throws -> ClosedRange<OfficeDay>? {
        let ends = try pool.read { database in
            try ["min", "max"].map { end in
                let desk = Self.countedKinds.map { kind in
                    "SELECT (SELECT \(end)(day) FROM desk_fact WHERE office = :office AND kind = '\(kind)') AS day"
                }
                let others = [
                    "SELECT (SELECT \(end)(day) FROM interaction_hourly WHERE office = :office)",
                    "SELECT (SELECT \(end)(day) FROM till_entry WHERE office = :office AND training = 0 AND kind IN ('sale', 'refund'))",
                ]
                return try String.fetchOne(
                    database, sql: "SELECT \(end)(day) FROM (\((desk + others).joined(separator: " UNION ALL ")))",
                    arguments: ["office": office])
            }
        }
        guard let first = ends[0].flatMap({ OfficeDay($0) }), let last = ends[1].flatMap({ OfficeDay($0) }) else {
            return nil
        }
        return first...last
    }

    /// Opening hours and notes are also written down beforehand.
    private static let countedKinds = ["visit", "tally", "door", "admission", "tasting", "exhibition"]
}
