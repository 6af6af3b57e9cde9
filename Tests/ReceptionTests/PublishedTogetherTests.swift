import Reception
import Testing

/// Several answers beside each other tell no more than each alone.
@Suite struct PublishedTogetherTests {
    private static let rows = ["FR-30", "NL", "BE", "unknown"]
    private static let month = Period.month(year: 2026, month: 2)

    private static func visitors(_ counts: [Int], by facet: Facet = .origin, rows: [String] = rows) throws -> Answer {
        let table = CrossTable(rows: rows, columns: ["2026-02"], counted: counts.map { [$0] })
        return Answer(try Question(.visitors, over: month, by: facet), table, rows: table)
    }

    private static func foreignShare(_ counts: [Int]) throws -> Answer {
        func one(_ count: Int) -> CrossTable { CrossTable(rows: ["total"], columns: ["2026-02"], counted: [[count]]) }
        return Answer(
            try Question(.foreignShare, over: month), one(counts[1] + counts[2]),
            per: one(counts[0] + counts[1] + counts[2]),
            rows: one(counts.reduce(0, +)))
    }

    private static func total(_ count: Int) throws -> Answer {
        let table = CrossTable(rows: ["total"], columns: ["2026-02"], counted: [[count]])
        return Answer(try Question(.visitors, over: month), table, rows: table)
    }

    @Test func `a share isn't told where it gives an origin away`() throws {
        // 3 from the Netherlands and 40 from the Gard are hidden for each other; with the share the 3 would be what is left of those from abroad.
        let counts = [6, 3, 60, 50]
        let published = Answer.published(together: [try Self.visitors(counts), try Self.foreignShare(counts)])
        #expect(Self.cells(of: published[0]) == [.hidden, .hidden, .value(60), .value(50)])
        #expect(try Self.foreignShare(counts).published().figure(column: 0) == .share(63, of: 69), "alone it is safe")
        #expect(published[1].figure(column: 0) == .hidden)
    }

    @Test func `a share stays where nothing is hidden, and where what is hidden can't be told by it`() throws {
        for counts in [[60, 30, 40, 50], [90, 3, 9, 50]] {
            let published = Answer.published(together: [try Self.visitors(counts), try Self.foreignShare(counts)])
            #expect(published[1] == (try Self.foreignShare(counts).published()), "\(counts)")
        }
    }

    @Test func `a whole that one table hides isn't told by another`() throws {
        let origins = try Self.visitors([2, 3, 0, 0])
        let profiles = try Self.visitors([5, 0], by: .profile, rows: ["couple", "family"])
        let published = Answer.published(together: [origins, profiles, try Self.total(5)])
        #expect(published[0].table.columnTotals == [.hidden])
        #expect(published[1].table.cells[0][0] == .hidden && published[1].table.columnTotals == [.hidden])
        #expect(published[2].figure(column: 0) == .hidden)
    }

    @Test func `what can be told stays, in its order`() throws {
        let answers = [try Self.visitors([60, 30, 40, 50]), try Self.total(180)]
        let published = Answer.published(together: answers)
        #expect(published.map(\.table) == answers.map(\.table) && published.allSatisfy(\.isPublished))
    }

    @Test(arguments: SuppressionTests.seeds)
    func `nobody who has both an origins table and the share can be sure that a hidden count is small`(seed: UInt64)
        throws
    {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            var counts = (0..<4).map { _ in Int.random(in: 0...8, using: &generator) }
            counts[0] += 30
            let published = Answer.published(together: [
                try Self.visitors(counts), try Self.total(counts.reduce(0, +)), try Self.foreignShare(counts),
            ])
            let cells = Self.cells(of: published[0])
            let small = counts.indices.filter { cells[$0] == .hidden && counts[$0] < Answer.smallCount }
            guard !small.isEmpty else { continue }
            let seen = Set(Self.guesses(at: published).filter { Self.agrees($0, with: published) })
            #expect(seen.contains(counts))
            for row in small {
                #expect(seen.contains { $0[row] >= Answer.smallCount }, "\(counts), \(Self.rows[row])")
            }
        }
    }

    /// In the order in which they were counted: what is published may have another.
    private static func cells(of origins: Answer) -> [Cell] {
        rows.compactMap { origin in origins.table.rows.firstIndex(of: origin).map { origins.table.cells[$0][0] } }
    }

    /// All that hidden origins may be; of one with thirty or more, far more.
    private static func guesses(at published: [Answer]) -> [[Int]] {
        cells(of: published[0]).enumerated().reduce([[]]) { guesses, row in
            switch row.element {
            case .hidden:
                guesses.flatMap { guess in (1...(row.offset == 0 ? 45 : 9)).map { guess + [$0] } }
            case let cell: guesses.map { $0 + [cell.number ?? 0] }
            }
        }
    }

    private static func agrees(_ counts: [Int], with published: [Answer]) -> Bool {
        if let total = published[1].table.columnTotals[0].number, total != counts.reduce(0, +) { return false }
        let share = published[2]
        guard let part = share.table.columnTotals[0].number, let base = share.below?.columnTotals[0].number else {
            return true
        }
        return part == counts[1] + counts[2] && base == counts[0] + counts[1] + counts[2]
    }
}
