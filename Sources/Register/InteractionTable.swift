import GRDB

/// The one way interactions are written: raw rows, all that is counted of them and search terms, in the transaction it is given.
struct InteractionTable {
    private let database: Database
    private var counts: [HourlyKey: HourlyTally] = [:]
    private var sessions = ScreenSessionTable()
    private var searches: [SearchRow] = []

    init(_ database: Database) {
        self.database = database
    }

    /// Inserts rows, and gives the positions of those that were there already. `finish` must follow, in the same transaction.
    mutating func insert(_ rows: [InteractionRow]) throws -> [Int] {
        var duplicates: [Int] = []
        var rest = rows[...]
        while let piece = MultiRowInsert.nextPiece(of: &rest) {
            if try add(piece) { continue }
            // Retries are rare enough to go row by row.
            for position in piece.indices where try !add(piece[position...position]) { duplicates.append(position) }
        }
        return duplicates
    }

    /// Inserts a piece with one statement. False when one of its ids is there already: then none of it was inserted.
    private mutating func add(_ piece: ArraySlice<InteractionRow>) throws -> Bool {
        do {
            try Self.raw.insert(piece, into: database) { $0.arguments }
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            return false
        }
        for row in piece {
            counts[row.hourly, default: HourlyTally()].add(row)
            if let (session, step) = row.step { sessions.add(step, of: session) }
            if let search = row.search { searches.append(search) }
        }
        return true
    }

    /// Adds what was inserted to the counts, the sessions and the search terms.
    mutating func finish() throws {
        var rest = Array(counts)[...]
        while let piece = MultiRowInsert.nextPiece(of: &rest) {
            try Self.hourly.insert(piece, into: database) { $0.key.arguments(count: $0.value.count) }
        }
        var screens = ScreenCounts()
        for (key, tally) in counts { screens.count(key, tally) }
        counts = [:]
        try sessions.finish(in: database, counting: &screens)
        try screens.finish(in: database)
        for search in searches { try SearchTable.count(search, in: database) }
        searches = []
    }

    private static let raw = MultiRowInsert(
        into: "interaction",
        columns: [
            "uuid", "office", "at_ms", "day", "hour", "recorded_ms", "session", "session_seq", "screen", "kind",
            "place", "theme", "lang", "value", "skew_ms",
        ])

    private static let hourly = MultiRowInsert(
        into: "interaction_hourly",
        columns: ["office", "day", "hour", "screen", "kind", "place", "theme", "lang", "count"],
        then: "ON CONFLICT DO UPDATE SET count = count + excluded.count")
}
