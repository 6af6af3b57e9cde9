import Reception

/// Somebody who has a published table and tries to find what it hides. Nothing is shared with what hides it: the table is taken as sums with unknowns, of
/// which is known that they are counts and, since zeros are told, not zero.
struct TableAttack {
    /// Unknowns with their signs; what they come to.
    private var sums: [(terms: [(unknown: Int, sign: Int)], result: Int)] = []
    /// How many cells are hidden.
    private(set) var unknowns = 0
    /// Where they are, in the order of `cells` row by row, row totals, column totals, total.
    private(set) var positions: [Int] = []

    /// - `isHidden`: what the attacker doesn't see.
    init(_ table: CrossTable, where isHidden: (Cell) -> Bool = { $0 == .hidden }) {
        var unknownOf: [Int: Int] = [:]
        var position = 0
        func place(_ cell: Cell) -> (Int?, Int) {
            defer { position += 1 }
            guard isHidden(cell) else { return (nil, cell.number ?? 0) }
            unknownOf[position] = unknownOf.count
            return (unknownOf[position], 0)
        }
        let cells = table.cells.map { $0.map(place) }
        let rowTotals = table.rowTotals.map(place)
        let columnTotals = table.columnTotals.map(place)
        let total = table.total.map(place)
        positions = unknownOf.sorted { $0.value < $1.value }.map(\.key)
        unknowns = unknownOf.count
        guard table.adding != .nothing else { return }
        for column in table.columns.indices { add(cells.map { $0[column] }, columnTotals[column]) }
        if let total {
            for row in table.rows.indices { add(cells[row], rowTotals[row]) }
            add(rowTotals, total)
            add(columnTotals, total)
        }
    }

    private mutating func add(_ parts: [(unknown: Int?, known: Int)], _ whole: (unknown: Int?, known: Int)) {
        var terms = parts.compactMap { part in part.unknown.map { (unknown: $0, sign: 1) } }
        if let unknown = whole.unknown { terms.append((unknown, -1)) }
        if !terms.isEmpty { sums.append((terms, whole.known - parts.reduce(0) { $0 + $1.known })) }
    }

    /// What each unknown is at least and at most, by going round the sums until nothing changes. Never narrower than the truth.
    func bounds(_ start: [ClosedRange<Int>]? = nil, limit: Int = 100_000) -> [ClosedRange<Int>]? {
        var bounds = start ?? Array(repeating: 1...limit, count: unknowns)
        var changed = true
        var rounds = 0
        while changed, rounds < 200 {
            changed = false
            rounds += 1
            for (terms, result) in sums {
                for (unknown, sign) in terms {
                    // sign * x = result - the others, each between its bounds.
                    var (low, high) = (result, result)
                    for other in terms where other.unknown != unknown {
                        let range = bounds[other.unknown]
                        low -= other.sign > 0 ? range.upperBound : -range.lowerBound
                        high -= other.sign > 0 ? range.lowerBound : -range.upperBound
                    }
                    if sign < 0 { (low, high) = (-high, -low) }
                    let (from, to) = (max(low, bounds[unknown].lowerBound), min(high, bounds[unknown].upperBound))
                    guard from <= to else { return nil }
                    if from...to != bounds[unknown] {
                        bounds[unknown] = from...to
                        changed = true
                    }
                }
            }
        }
        return bounds
    }

    /// Whether the table could have come of counts of which one is within a range. A search of all of them, which says so only when it has one.
    func isPossible(_ unknown: Int, within range: ClosedRange<Int>, limit: Int) -> Bool? {
        var start = Array(repeating: 1...limit, count: unknowns)
        start[unknown] = range.clamped(to: 1...limit)
        var steps = 0
        return solve(start, limit: limit, steps: &steps)
    }

    private func solve(_ start: [ClosedRange<Int>], limit: Int, steps: inout Int) -> Bool? {
        steps += 1
        guard steps < 3_000 else { return nil }
        guard let bounds = bounds(start, limit: limit) else { return false }
        guard
            let open = bounds.indices.filter({ bounds[$0].count > 1 }).min(by: { bounds[$0].count < bounds[$1].count })
        else { return true }
        for value in bounds[open] {
            var next = bounds
            next[open] = value...value
            switch solve(next, limit: limit, steps: &steps) {
            case true?: return true
            case nil: return nil
            case false?: continue
            }
        }
        return false
    }

    /// The unknowns that follow from adding and subtracting whole sums, by elimination in whole numbers.
    func determined() -> Set<Int> {
        var lines = sums.map { sum in
            var line = Array(repeating: 0, count: unknowns)
            for (unknown, sign) in sum.terms { line[unknown] += sign }
            return line
        }
        var pivots: [(line: Int, unknown: Int)] = []
        var next = 0
        for unknown in 0..<unknowns where next < lines.count {
            guard let found = lines[next...].firstIndex(where: { $0[unknown] != 0 }) else { continue }
            lines.swapAt(next, found)
            let pivot = lines[next]
            for other in lines.indices where other != next && lines[other][unknown] != 0 {
                let (a, b) = (pivot[unknown], lines[other][unknown])
                for position in lines[other].indices {
                    lines[other][position] = lines[other][position] * a - pivot[position] * b
                }
                let divisor = lines[other].reduce(0) { Self.divisor($0, $1) }
                if divisor > 1 { for position in lines[other].indices { lines[other][position] /= divisor } }
            }
            pivots.append((next, unknown))
            next += 1
        }
        return Set(pivots.filter { pivot in lines[pivot.line].count { $0 != 0 } == 1 }.map(\.unknown))
    }

    private static func divisor(_ one: Int, _ other: Int) -> Int {
        var (a, b) = (abs(one), abs(other))
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
