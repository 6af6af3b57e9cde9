import GRDB
import Reception

extension Register {
    /// How many rows of some days a figure of that subject doesn't count, because they were voided, corrected, or of training.
    public func rowsLeftOut(of subject: Subject, over days: Days) throws -> RowsLeftOut {
        try pool.read { database in
            try days.runs.reduce(into: RowsLeftOut()) { sum, run in
                let period: StatementArguments = [office, "\(run.lowerBound)", "\(run.upperBound)"]
                for kind in subject.deskKinds {
                    let row = try Row.fetchOne(database, sql: Self.taken, arguments: period + [kind.rawValue])
                    sum.voided += row?["voided"] ?? 0
                    sum.corrected += row?["corrected"] ?? 0
                }
                guard subject == .ticket || subject == .line else { return }
                let row = try Row.fetchOne(database, sql: Self.tickets, arguments: period)
                sum.training += row?["training"] ?? 0
                sum.refunds += row?["refunds"] ?? 0
            }
        }
    }

    /// A fact that takes back what it revises doesn't count as a correction of it.
    private static let taken = """
        SELECT count(*) FILTER (WHERE fact.voided IS NOT NULL) AS voided,
            count(*) FILTER (WHERE newer.seq IS NOT NULL AND newer.voided IS NULL) AS corrected
        FROM desk_fact AS fact LEFT JOIN desk_fact AS newer ON newer.revises = fact.uuid
        WHERE fact.office = ? AND fact.day BETWEEN ? AND ? AND fact.kind = ?
        """

    private static let tickets = """
        SELECT count(*) FILTER (WHERE training = 1) AS training,
            count(*) FILTER (WHERE training = 0 AND kind = 'refund') AS refunds
        FROM till_entry WHERE office = ? AND day BETWEEN ? AND ? AND kind IN ('sale', 'refund')
        """
}

extension Subject {
    /// The facts of the desk that its rows are made of.
    fileprivate var deskKinds: [DeskFact.Kind] {
        switch self {
        case .contact: [.visit]
        case .party: [.visit, .tally]
        case .doorHour: [.door]
        case .openDay: [.opening]
        case .attendance: [.attendance]
        case .session, .gesture, .search, .screenHour, .face, .ticket, .line, .day: []
        }
    }
}
