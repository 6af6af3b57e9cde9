import GRDB
import Reception

extension RegisterTill {
    /// The entry of a ticket; nil: of the last one. Throws `ticket_unknown`.
    public func ticket(_ number: Int?, training: Bool) throws -> TillEntry {
        try register.pool.read { try ticket(number, training: training, in: $0) }
    }

    func ticket(_ number: Int?, training: Bool, in database: Database) throws -> TillEntry {
        guard let number = try number ?? lastTicket(training: training, in: database),
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: TillEntry.select + "WHERE office = ? AND till = ? AND training = ? AND ticket = ?"),
                arguments: [office, code, training, number])
        else { throw Refusal.ticketUnknown(number) }
        return try TillEntry(row: row)
    }

    /// The refunds of a ticket, the oldest first. Throws `ticket_unknown`.
    public func refunds(of ticket: Int, training: Bool) throws -> [TillEntry] {
        try register.pool.read { database in
            _ = try self.ticket(ticket, training: training, in: database)
            return try refunds(of: ticket, training: training, in: database)
        }
    }

    /// How many copies of a ticket were given: the number of the last DUPLICATA.
    public func copies(of ticket: Int, training: Bool) throws -> Int {
        try register.pool.read { try copies(of: ticket, training: training, in: $0) }
    }

    func copies(of ticket: Int, training: Bool, in database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM till_entry
                WHERE office = ? AND till = ? AND training = ? AND about = ? AND kind = 'reprint'
                """, arguments: [office, code, training, ticket]) ?? 0
    }

    func refunds(of ticket: Int, training: Bool, in database: Database) throws -> [TillEntry] {
        try Row.fetchAll(
            database,
            sql: TillEntry.select + """
                WHERE office = ? AND till = ? AND training = ? AND about = ? AND kind = 'refund' ORDER BY +number
                """, arguments: [office, code, training, ticket]
        ).map(TillEntry.init(row:))
    }

    /// The entries of some days, first and last included, in order.
    public func entries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry] {
        try register.pool.read { try Self.entries(from: from, to: to, kinds: kinds, of: (office, code), in: $0) }
    }

    /// The same of every till of the office, one till after the other.
    public func officeEntries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry] {
        try register.pool.read { database in
            let tills = try Row.fetchAll(
                database, sql: "SELECT office, till FROM till_entry WHERE number = 1 ORDER BY till, office")
            return try tills.flatMap { row in
                try Self.entries(from: from, to: to, kinds: kinds, of: (row["office"], row["till"]), in: database)
            }
        }
    }

    private static func entries(
        from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>, of chain: (office: String, till: String),
        in database: Database
    ) throws -> [TillEntry] {
        try Row.fetchAll(
            database,
            sql: TillEntry.select + """
                WHERE office = ? AND till = ? AND training IN (0, 1)
                    AND kind IN (\(kinds.map { "'\($0.rawValue)'" }.joined(separator: ", "))) AND day BETWEEN ? AND ?
                ORDER BY +number
                """, arguments: [chain.office, chain.till, from.description, to.description]
        ).map(TillEntry.init(row:))
    }
}

extension RegisterTill {
    /// By how many seconds the clock was behind the entry before when this one was sealed; 0 when it wasn't. For the person: the sequence
    /// holds all the same.
    public func timeLost(before entry: TillEntry) throws -> Int {
        let before = try register.pool.read { database in
            try Int64.fetchOne(
                database, sql: "SELECT at_ms FROM till_entry WHERE office = ? AND till = ? AND number = ?",
                arguments: [office, code, entry.number - 1])
        }
        return before.map { Int(max($0 - entry.at.milliseconds, 0) / 1_000) } ?? 0
    }
}
