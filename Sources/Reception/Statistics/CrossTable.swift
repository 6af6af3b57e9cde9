/// A figure by the values of a facet (rows), and by another or by year (columns), with the totals that these add up to.
public struct CrossTable: Hashable, Sendable {
    /// What adds up to what. Whoever reads a table can subtract, so that what is hidden in it depends on it.
    public enum Adding: String, Sendable, Codable {
        /// Rows and columns: a heat map, origins by month.
        case rowsAndColumns = "rows-and-columns"
        /// Rows only: columns are years, or figures that have nothing to do with each other.
        case rows
        /// Nothing: a visit is counted in each of its topics.
        case nothing
    }

    /// The rows' values: `family`, `unknown`, `2026-07-14`.
    public private(set) var rows: [String]
    /// The columns' values.
    public let columns: [String]
    /// What adds up.
    public let adding: Adding
    /// A line of cells each row, a cell each column.
    public private(set) var cells: [[Cell]]
    /// Of each row; empty unless columns add up.
    public private(set) var rowTotals: [Cell]
    /// Of each column; when rows don't add up, what was counted in all.
    public private(set) var columnTotals: [Cell]
    /// Of everything; nil unless columns add up.
    public private(set) var total: Cell?

    /// A table that adds up.
    ///
    /// - `counted`: a line each row, a number each column; nil where nobody counted.
    public init(rows: [String], columns: [String], counted: [[Int?]], columnsAddUp: Bool = false) {
        self.init(
            rows: rows, columns: columns, adding: columnsAddUp ? .rowsAndColumns : .rows,
            cells: counted.map { $0.map { Cell($0) } }, columnTotals: nil)
    }

    /// A table whose rows overlap.
    ///
    /// - `wholes`: what was counted in all, a number each column.
    public init(rows: [String], columns: [String], counted: [[Int?]], wholes: [Int?]) {
        self.init(
            rows: rows, columns: columns, adding: .nothing, cells: counted.map { $0.map { Cell($0) } },
            columnTotals: wholes.map { Cell($0) })
    }

    private init(rows: [String], columns: [String], adding: Adding, cells: [[Cell]], columnTotals: [Cell]?) {
        precondition(cells.count == rows.count && cells.allSatisfy { $0.count == columns.count })
        self.rows = rows
        self.columns = columns
        self.adding = adding
        self.cells = cells
        self.columnTotals = columnTotals ?? columns.indices.map { column in Cell.sum(cells.map { $0[column] }) }
        precondition(self.columnTotals.count == columns.count)
        rowTotals = adding == .rowsAndColumns ? cells.map { Cell.sum($0) } : []
        total = adding == .rowsAndColumns ? Cell.sum(rowTotals) : nil
    }

    /// The same with its rows in another order: the row that was the `order[n]`th is the `n`th.
    func inOrder(_ order: [Int]) -> CrossTable {
        var table = self
        table.rows = order.map { rows[$0] }
        table.cells = order.map { cells[$0] }
        if !rowTotals.isEmpty { table.rowTotals = order.map { rowTotals[$0] } }
        return table
    }

    /// What is left of it without a part of it, cell by cell; nil when the other isn't a part of it.
    func rest(without part: CrossTable) -> CrossTable? {
        var rest = self
        for place in places {
            let left = (self[place].number ?? 0) - (part[place].number ?? 0)
            guard left >= 0 else { return nil }
            rest[place] = self[place] == .notCounted ? .notCounted : Cell(left)
        }
        return rest
    }

    /// Where a cell is, totals included.
    enum Place: Hashable {
        case cell(row: Int, column: Int)
        case rowTotal(Int)
        case columnTotal(Int)
        case total
    }

    subscript(place: Place) -> Cell {
        get {
            switch place {
            case .cell(let row, let column): cells[row][column]
            case .rowTotal(let row): rowTotals[row]
            case .columnTotal(let column): columnTotals[column]
            case .total: total ?? .notCounted
            }
        }
        set {
            switch place {
            case .cell(let row, let column): cells[row][column] = newValue
            case .rowTotal(let row): rowTotals[row] = newValue
            case .columnTotal(let column): columnTotals[column] = newValue
            case .total: total = newValue
            }
        }
    }

    /// All cells, totals included.
    var places: [Place] {
        rows.indices.flatMap { row in columns.indices.map { .cell(row: row, column: $0) } }
            + rowTotals.indices.map { .rowTotal($0) } + columnTotals.indices.map { .columnTotal($0) }
            + (total == nil ? [] : [.total])
    }
}
