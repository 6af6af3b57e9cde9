import GRDB

/// One INSERT for several rows: a call into SQLite costs about as much as a row.
struct MultiRowInsert: Sendable {
    /// Rows a statement inserts, largest first.
    static let sizes = [32, 16, 8, 4, 2, 1]

    private let statements: [Int: String]

    /// - `then`: what follows the rows, such as `ON CONFLICT …`.
    init(into table: String, columns: [String], then: String = "") {
        let row = "(" + repeatElement("?", count: columns.count).joined(separator: ", ") + ")"
        statements = Dictionary(
            uniqueKeysWithValues: Self.sizes.map { size in
                let rows = repeatElement(row, count: size).joined(separator: ", ")
                return (size, "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(rows) \(then)")
            })
    }

    /// The largest piece off the front of `rows` that one statement takes; nil when there are no rows left.
    static func nextPiece<Row>(of rows: inout ArraySlice<Row>) -> ArraySlice<Row>? {
        guard let size = sizes.first(where: { [rows] in $0 <= rows.count }) else { return nil }
        defer { rows = rows.dropFirst(size) }
        return rows.prefix(size)
    }

    /// Inserts a piece that `nextPiece` gave.
    func insert<Row>(
        _ piece: ArraySlice<Row>, into database: Database, arguments: (Row) -> StatementArguments
    ) throws {
        guard let sql = statements[piece.count] else { return }
        var all = StatementArguments()
        for row in piece { all += arguments(row) }
        let statement = try database.cachedStatement(sql: sql)
        statement.setUncheckedArguments(all)
        try statement.execute()
    }
}
