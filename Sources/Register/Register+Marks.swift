import GRDB

/// How far each kind of record has come. Whoever sees another value has something to read again.
public struct RegisterMarks: Hashable, Sendable {
    /// The newest fact of the desk.
    public let desk: Int64
    /// The newest interaction with a screen.
    public let screens: Int64
    /// The newest entry of a till.
    public let till: Int64
}

extension Register {
    /// How far everything has come, whichever process recorded it. It costs some microseconds: each is the end of a table.
    public func marks() throws -> RegisterMarks {
        try pool.read { database in
            func last(_ sql: String) throws -> Int64 {
                try Int64.fetchOne(database.cachedStatement(sql: sql)) ?? 0
            }
            return RegisterMarks(
                desk: try last("SELECT max(seq) FROM desk_fact"), screens: try last("SELECT max(seq) FROM interaction"),
                till: try last("SELECT max(seq) FROM till_entry"))
        }
    }
}
