import Reception
import Testing

/// What leaves the office tells nobody's small counts, also to who subtracts.
@Suite struct SuppressionTests {
    static let seeds: [UInt64] = [1, 2, 3, UInt64.random(in: 0...UInt64.max)]

    private static func table(
        _ generator: inout SeededGenerator, rows: ClosedRange<Int>, columns: ClosedRange<Int>, largest: Int,
        adding: Bool
    ) -> CrossTable {
        let (height, width) = (Int.random(in: rows, using: &generator), Int.random(in: columns, using: &generator))
        let counted = (0..<height).map { _ in
            (0..<width).map { _ -> Int? in
                switch Int.random(in: 0...9, using: &generator) {
                case 0: nil
                case 1...2: 0
                case 3...5: Int.random(in: 1...6, using: &generator)
                default: Int.random(in: 0...largest, using: &generator)
                }
            }
        }
        return CrossTable(
            rows: (0..<height).map { "r\($0)" }, columns: (0..<width).map { "c\($0)" }, counted: counted,
            columnsAddUp: adding)
    }

    /// Cells in the order that an attack has them.
    private static func all(_ table: CrossTable) -> [Cell] {
        table.cells.flatMap { $0 } + table.rowTotals + table.columnTotals + (table.total.map { [$0] } ?? [])
    }

    @Test(arguments: seeds)
    func `no hidden cell of a small table can be computed, nor known to be under five`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var tried = 0
        for turn in 0..<90 {
            let table = Self.table(&generator, rows: 1...3, columns: 1...3, largest: 12, adding: turn % 3 > 0)
            let published = table.published()
            let attack = TableAttack(published)
            let truth = Self.all(table)
            for unknown in 0..<attack.unknowns {
                let value = try #require(truth[attack.positions[unknown]].number)
                let largest = (truth.compactMap(\.number).max() ?? 0) + 10
                // Something that it isn't; and, were it small, something that isn't.
                let other =
                    value < 5
                    ? attack.isPossible(unknown, within: 5...largest, limit: largest)
                    : [
                        attack.isPossible(unknown, within: 1...(value - 1), limit: largest),
                        attack.isPossible(unknown, within: (value + 1)...largest, limit: largest),
                    ].contains(true)
                guard let other else { continue }  // a search that was given up proves nothing
                tried += 1
                #expect(other, "seed \(seed), turn \(turn): \(table.cells) is published as \(published.cells)")
            }
        }
        #expect(tried > 100)
    }

    @Test(arguments: seeds)
    func `sums of a large table give nothing away`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for turn in 0..<30 {
            let table = Self.table(&generator, rows: 2...14, columns: 2...9, largest: 60, adding: turn % 4 > 0)
            let published = table.published()
            let attack = TableAttack(published)
            let truth = Self.all(table)
            #expect(attack.determined().isEmpty, "seed \(seed), turn \(turn)")
            let bounds = try #require(attack.bounds())
            for (unknown, range) in bounds.enumerated() {
                let value = try #require(truth[attack.positions[unknown]].number)
                #expect(range.contains(value) && range.count > 1 && range.upperBound >= 5, "seed \(seed), turn \(turn)")
            }
        }
    }

    @Test(arguments: seeds)
    func `small counts are hidden, zeros and what wasn't counted are told, and the rest is right`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for turn in 0..<200 {
            let table = Self.table(&generator, rows: 1...8, columns: 1...6, largest: 40, adding: turn % 2 == 0)
            for (cell, published) in zip(Self.all(table), Self.all(table.published())) {
                switch cell {
                case .value(let number) where number < 5: #expect(published == .hidden)
                case .value: #expect(published == cell || published == .hidden)
                default: #expect(published == cell)
                }
            }
        }
    }

    private static func isSmall(_ cell: Cell) -> Bool { cell.number.map { 1...4 ~= $0 } ?? false }

    @Test func `hiding small counts only gives them away, and a round trip of others doesn't`() throws {
        // One small count in its row and column: what is left of the sums.
        let one = CrossTable(
            rows: ["a", "b"], columns: ["x", "y"], counted: [[3, 40], [50, 60]], columnsAddUp: true)
        #expect(TableAttack(one, where: Self.isSmall).determined() == [0])
        let published = one.published()
        #expect(published.cells.flatMap { $0 }.count { $0 == .hidden } == 4 && published.total == .value(153))
        #expect(TableAttack(published).determined().isEmpty)

        // Two in a column that come to 2: whoever knows that neither is zero knows both.
        let pair = CrossTable(rows: ["a", "b", "c"], columns: ["x"], counted: [[1], [1], [30]])
        #expect(try #require(TableAttack(pair, where: Self.isSmall).bounds()) == [1...1, 1...1])
        #expect(pair.published().cells == [[.hidden], [.hidden], [.hidden]])
        #expect(pair.published().columnTotals == [.value(32)])
    }

    @Test func `the attack finds much in random tables whose small counts only are hidden`() throws {
        var generator = SeededGenerator(seed: 5)
        var found = 0
        for _ in 0..<30 {
            let table = Self.table(&generator, rows: 2...6, columns: 2...5, largest: 60, adding: true)
            let bounds = try #require(TableAttack(table, where: Self.isSmall).bounds())
            if bounds.contains(where: { $0.count == 1 || $0.upperBound < 5 }) { found += 1 }
        }
        #expect(found > 15, "else it would find nothing in published tables either")
    }

    @Test(arguments: [
        ([nil, 40, 60], 0), ([3, 40, 60], 2), ([0, 40, 60], 0), ([3, 4, 60], 2), ([4, 0, 0], 2), ([2, 3, 0], 3),
        ([5, 6, 7], 0),
        ([4, 8, 9], 2), ([1, 5, 60], 2), ([3], 2), ([], 0),
    ])
    func `a column hides as little as it must`(counted: [Int?], hidden: Int) {
        let table = CrossTable(rows: counted.indices.map { "r\($0)" }, columns: ["x"], counted: counted.map { [$0] })
        let published = table.published()
        #expect(
            (published.cells.flatMap { $0 } + published.columnTotals).count { $0 == .hidden } == hidden, "\(published)")
    }

    @Test func `parts that overlap are hidden each for itself`() {
        let table = CrossTable(rows: ["hiking", "wine"], columns: ["x"], counted: [[3], [40]], wholes: [41])
        #expect(table.published().cells == [[.hidden], [.value(40)]] && table.published().columnTotals == [.value(41)])
    }
}
