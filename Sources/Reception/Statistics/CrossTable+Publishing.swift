/// What of a table may leave the office.
extension CrossTable {
    /// The table without its small counts, nor so many others that somebody who subtracts finds them: nobody who has only this table can compute a
    /// hidden cell, nor be sure that it is under `Answer.smallCount`. Zeros and what wasn't counted stay.
    ///
    /// It holds for one table. Two tables of the same facts (by country and by profile, this month and this year) are each safe; a cell that one of them
    /// hides and the other shows is not: publish the one that has both.
    public func published() -> CrossTable { hiding(hiddenPlaces) }

    /// The table without some cells.
    func hiding(_ places: Set<Place>) -> CrossTable {
        var published = self
        for place in places where self[place] != .notCounted { published[place] = .hidden }
        return published
    }

    /// What has to be hidden of it, small counts and others.
    var hiddenPlaces: Set<Place> {
        switch adding {
        case .nothing: return Set(places.filter { self[$0].isSmall })
        case .rows: return Set(columns.indices.flatMap { hidden(inColumn: $0) })
        case .rowsAndColumns: break
        }
        // What flows from a row through its cells to the columns, from there to the row of totals, and back: each sum holds where the flow does.
        let (lastRow, firstColumn) = (rows.count, rows.count + 1)
        let lastColumn = firstColumn + columns.count
        return Set(
            hidden(of: places, nodes: lastColumn + 1) { place in
                switch place {
                case .cell(let row, let column): (row, firstColumn + column)
                case .rowTotal(let row): (lastColumn, row)
                case .columnTotal(let column): (firstColumn + column, lastRow)
                case .total: (lastRow, lastColumn)
                }
            })
    }

    /// A column alone: its cells flow one way, its total back.
    private func hidden(inColumn column: Int) -> [Place] {
        hidden(
            of: rows.indices.map { .cell(row: $0, column: column) } + [.columnTotal(column)], nodes: 2
        ) { $0 == .columnTotal(column) ? (1, 0) : (0, 1) }
    }

    /// Zeros are told, and what wasn't counted adds to nothing.
    private func hidden(of places: [Place], nodes: Int, between ends: (Place) -> (Int, Int)) -> [Place] {
        let counted = places.compactMap { place in
            self[place].number.flatMap { $0 > 0 ? (place: place, number: $0) : nil }
        }
        let flows = counted.map { place, number in
            let (from, to) = ends(place)
            return Suppression.Flow(from: from, to: to, value: number, loss: place.loss + min(number, 1_000_000))
        }
        return Suppression(flows: flows, nodes: nodes).hidden.map { counted[$0].place }
    }
}

extension CrossTable.Place {
    /// A total is missed more than any cells, the grand total more than any totals; of two cells the smaller is missed less.
    fileprivate var loss: Int {
        switch self {
        case .cell: 0
        case .rowTotal, .columnTotal: 1_000_000_000
        case .total: 1_000_000_000_000
        }
    }
}
