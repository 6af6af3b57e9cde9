/// What a question is answered with.
public struct Answer: Hashable, Sendable {
    /// Counts under this don't leave the office.
    public static let smallCount = 5
    /// There is no percentage on a base under this.
    public static let smallBase = 30

    /// What was asked.
    public let question: Question
    /// The figure or, of a share or a ratio, what is above the line. The first column is the period; compared, the second is what it is held against.
    public let table: CrossTable
    /// What is under the line of a share or a ratio, minutes of opening when compared per opening hour; of the same shape. Nil of a sum and a
    /// percentile.
    public let below: CrossTable?
    /// How many rows are behind each cell: n; of the same shape.
    public let rows: CrossTable
    /// Which days were compared; nil when nothing was asked.
    public let pairing: Pairing?
    /// Whether what can't leave the office is hidden in it.
    public private(set) var isPublished = false

    /// An answer out of its parts, whose tables have the same rows and columns.
    public init(
        _ question: Question, _ table: CrossTable, per below: CrossTable? = nil, rows: CrossTable,
        pairing: Pairing? = nil
    ) {
        self.question = question
        self.table = table
        self.below = below
        self.rows = rows
        self.pairing = pairing
    }

    /// The figure of a cell.
    public func figure(row: Int, column: Int) -> Figure {
        Figure(formula, table.cells[row][column], per: below?.cells[row][column])
    }

    /// The figure of a column as a whole. That of a percentile isn't made of its parts: its table has wholes, or there is none.
    public func figure(column: Int) -> Figure {
        if case .percentile = formula, table.adding != .nothing, table.rows.count > 1 { return .notCounted }
        return Figure(formula, table.columnTotals[column], per: below?.columnTotals[column])
    }

    /// A row's part of a column, as a percentage: of what is known of it; the unknown itself of everything, beside it.
    ///
    /// Only of a sum whose parts add up, as a count does.
    public func share(row: Int, column: Int) -> Figure {
        let whole = table.columnTotals[column]
        let isUnknown = table.rows[row] == Origins.unknown
        guard !isUnknown, let position = table.rows.firstIndex(of: Origins.unknown) else {
            return Figure(Self.share, table.cells[row][column], per: whole)
        }
        let unknown = table.cells[position][column]
        guard unknown != .hidden, let sum = whole.number else {
            return Figure(Self.share, table.cells[row][column], per: whole == .notCounted ? .notCounted : .hidden)
        }
        return Figure(Self.share, table.cells[row][column], per: Cell(sum - (unknown.number ?? 0)))
    }

    /// The answer as it may leave the office. A cell is hidden in all of its tables as soon as one of them has to: when few are counted, when few rows
    /// are behind it, and when the rest of a share is few.
    public func published() -> Answer {
        var places = rowsAddedUp.hiddenPlaces
        for counts in counts { places.formUnion(counts.hiddenPlaces) }
        return hiding(places)
    }

    /// The answer without some cells of all its tables, and published.
    func hiding(_ places: Set<CrossTable.Place>) -> Answer {
        let order = publishedOrder(hiding: places)
        func published(_ table: CrossTable) -> CrossTable { table.hiding(places).inOrder(order) }
        var published = Answer(
            question, published(table), per: below.map(published), rows: published(rows), pairing: pairing)
        published.isPublished = true
        return published
    }

    /// How many rows are behind each cell, as who subtracts reads it: they add up wherever a row is in one part only, also behind figures that don't.
    private var rowsAddedUp: CrossTable {
        guard rows.adding == .nothing, let breakdown = question.breakdown,
            !question.measure.definition.subject.overlaps(by: breakdown)
        else { return rows }
        return CrossTable(rows: rows.rows, columns: rows.columns, counted: rows.cells.map { $0.map(\.number) })
    }

    /// Where rows stand by their counts, a hidden one between two others would be told to be between them: hidden rows come after those that are shown,
    /// by their codes, and the unknown stays the last. Time has its own order, and so has where in France somebody is from.
    private func publishedOrder(hiding places: Set<CrossTable.Place>) -> [Int] {
        guard let breakdown = question.breakdown, !breakdown.isTime else { return Array(table.rows.indices) }
        let counted = table.rows.indices.filter { row in
            let value = table.rows[row]
            return breakdown == .origin
                ? Countries.isKnown(value) && value != Origins.restOfFrance : value != Origins.unknown
        }
        let isHidden = { places.contains(.cell(row: $0, column: 0)) }
        let reordered =
            counted.filter { !isHidden($0) } + counted.filter(isHidden).sorted { table.rows[$0] < table.rows[$1] }
        var order = Array(table.rows.indices)
        for (place, row) in zip(counted, reordered) { order[place] = row }
        return order
    }

    /// The tables that count things. Of a share they are the part and the rest: where both are safe, so is the whole that they make.
    private var counts: [CrossTable] {
        switch formula {
        case .sum(let unit): return unit == .count ? [table] : []
        case .percentile: return []
        case .share(let one, let other), .ratio(let one, let other):
            let (above, under) = (one.counts ? table : nil, other.counts ? below : nil)
            guard let above, let under, let rest = under.rest(without: above) else {
                return [above, under].compactMap { $0 }
            }
            return [above, rest]
        }
    }

    /// That of the measure; compared per opening hour, its sum for each minute of opening.
    public var formula: Measure.Formula {
        question.comparison == .perOpeningHour
            ? .ratio(question.measure, per: .openMinutes) : question.measure.definition.formula
    }

    /// Any share will do: it is the form that counts.
    private static let share = Measure.Formula.share(.contacts, of: .contacts)
}

extension Measure {
    /// Whether it counts things, rather than money or time.
    public var counts: Bool { definition.formula == .sum(.count) }
}
