import Reception
import Testing

/// Figures, shares and changes out of tables.
@Suite struct AnswerTests {
    private static func question(_ measure: Measure, by facet: Facet? = nil) throws -> Question {
        try Question(measure, over: .month(year: 2026, month: 7), by: facet)
    }

    @Test func `nothing counted, nobody counted and not told are three things`() {
        let table = CrossTable(
            rows: ["a", "b", "c"], columns: ["x", "y"], counted: [[0, nil], [40, nil], [60, nil]])
        #expect(table.cells[0] == [.zero, .notCounted])
        #expect(table.columnTotals == [.value(100), .notCounted])
        #expect(Figure(.sum(.count), .zero) == .number(0) && Figure(.sum(.count), .notCounted) == .notCounted)
        #expect(table.rowTotals.isEmpty && table.total == nil, "two years don't add up")
    }

    @Test func `sums of a table that adds up both ways agree`() {
        let table = CrossTable(
            rows: ["a", "b"], columns: ["x", "y", "z"], counted: [[1, 2, nil], [4, nil, 0]], columnsAddUp: true)
        #expect(table.rowTotals == [.value(3), .value(4)])
        #expect(table.columnTotals == [.value(5), .value(2), .zero])
        #expect(table.total == .value(7))
    }

    @Test func `shares are of what is known, and the unknown is beside them`() throws {
        let origins = CrossTable(
            rows: ["FR-30", "NL", "unknown"], columns: ["2026-07"], counted: [[150], [50], [100]])
        let answer = Answer(try Self.question(.visitors, by: .origin), origins, rows: origins)
        #expect((0...2).map { answer.share(row: $0, column: 0).tenthsOfPercent } == [750, 250, 333])
        #expect(answer.share(row: 0, column: 0) == .share(150, of: 200))
        #expect(answer.share(row: 2, column: 0) == .share(100, of: 300))
    }

    @Test(arguments: [(29, nil), (30, 333), (0, nil)])
    func `there is no percentage on a base under thirty`(base: Int, tenths: Int?) {
        let figure = Figure(.share(.foreigners, of: .originsKnown), Cell(10), per: Cell(base))
        #expect(figure.tenthsOfPercent == tenths)
        if base < 30 { #expect(figure == .tooFew(base: base)) }
    }

    @Test func `a ratio needs a base, a percentage of change one that is large enough`() {
        #expect(Figure(.ratio(.turnover, per: .tickets), Cell(12_550), per: Cell(10)) == .ratio(12_550, per: 10))
        #expect(Figure(.ratio(.turnover, per: .tickets), Cell(0), per: Cell(0)) == .notCounted)
        #expect(Figure.number(110).change(from: .number(100), isCount: true) == 100)
        #expect(Figure.number(95).change(from: .number(100), isCount: true) == -50)
        #expect(Figure.number(95).change(from: .number(29), isCount: true) == nil)
        #expect(Figure.number(9_500).change(from: .number(29_00), isCount: false) == 2_276)
        #expect(Figure.number(95).change(from: .hidden, isCount: true) == nil)
        #expect(Figure.ratio(1_500, per: 100).change(from: .ratio(600, per: 50), isCount: false) == 250)
        #expect(Figure.ratio(1_500, per: 100).change(from: .ratio(600, per: 20), isCount: false) == nil)
    }

    @Test func `what leaves the office hides the same cells in all of its tables`() throws {
        // 3 of 43 from abroad in March; nobody of 50 in April; 49 of 51 in May.
        let columns = ["2026"]
        let above = CrossTable(rows: ["2026-03", "2026-04", "2026-05"], columns: columns, counted: [[3], [0], [49]])
        let below = CrossTable(rows: above.rows, columns: columns, counted: [[43], [50], [51]])
        let answer = Answer(try Self.question(.foreignShare, by: .month), above, per: below, rows: below)
        #expect(answer.figure(row: 0, column: 0) == .share(3, of: 43))
        let published = answer.published()
        #expect(published.figure(row: 0, column: 0) == .hidden, "three people")
        #expect(published.figure(row: 2, column: 0) == .hidden, "all but two people")
        #expect(published.figure(column: 0) == .share(52, of: 144))
        #expect(published.table.cells.map { $0[0] == .hidden } == published.rows.cells.map { $0[0] == .hidden })
    }

    @Test func `where a hidden row stands doesn't tell how much it is`() throws {
        let origins = CrossTable(
            rows: ["local", "FR-34", "NL", "GB", "DE", "CH", "unknown"], columns: ["2026-07"],
            counted: [[8], [40], [50], [6], [5], [3], [7]])
        let published = Answer(try Self.question(.visitors, by: .origin), origins, rows: origins).published()
        #expect(published.table.rows == ["local", "FR-34", "NL", "GB", "CH", "DE", "unknown"])
        #expect(published.table.cells.map { $0[0] == .hidden } == [false, false, false, false, true, true, false])
        let profiles = CrossTable(
            rows: ["solo", "family", "couple", "unknown"], columns: ["2026-07"], counted: [[10], [6], [3], [30]])
        let other = Answer(try Self.question(.visitors, by: .profile), profiles, rows: profiles).published()
        #expect(other.table.rows == ["solo", "couple", "family", "unknown"])
        #expect(other.table.cells.map { $0[0] } == [.value(10), .hidden, .hidden, .value(30)])
        #expect(other.rows.rows == other.table.rows && other.isPublished)
    }

    @Test func `per opening hour, a sum is for an hour of opening`() throws {
        let question = try Question(.visitors, over: .month(year: 2026, month: 7), against: .perOpeningHour)
        let people = CrossTable(rows: ["all"], columns: ["2026", "2025"], counted: [[310, 290]])
        let minutes = CrossTable(rows: ["all"], columns: ["2026", "2025"], counted: [[9_300, 10_440]])
        let answer = Answer(question, people, per: minutes, rows: people)
        #expect(answer.figure(column: 0).hundredths(times: 60) == 200)
        #expect(answer.figure(column: 1).hundredths(times: 60) == 167)
        #expect(answer.figure(column: 0).change(from: answer.figure(column: 1), isCount: false) == 200)
    }

    @Test func `a percentile isn't the sum of its parts`() throws {
        let question = try Self.question(.sessionMedian, by: .screen)
        let rows = CrossTable(rows: ["ecran-1", "tablette-1"], columns: ["2026"], counted: [[40], [60]])
        let seconds = CrossTable(rows: rows.rows, columns: rows.columns, counted: [[70], [120]])
        #expect(Answer(question, seconds, rows: rows).figure(column: 0) == .notCounted)
        let whole = CrossTable(rows: rows.rows, columns: rows.columns, counted: [[70], [120]], wholes: [95])
        #expect(Answer(question, whole, rows: rows).figure(column: 0) == .number(95))
        #expect(Answer(question, whole, rows: rows).published().figure(column: 0) == .number(95))
        let alone = CrossTable(rows: ["total"], columns: ["2026"], counted: [[95]])
        #expect(Answer(try Self.question(.sessionMedian), alone, rows: alone).figure(column: 0) == .number(95))
    }

    @Test func `money of few tickets doesn't leave the office`() throws {
        let money = CrossTable(
            rows: ["reduced", "standard", "none"], columns: ["2026"], counted: [[1_250], [45_000], [80_000]])
        let lines = CrossTable(rows: money.rows, columns: money.columns, counted: [[2], [70], [90]])
        let published = Answer(try Self.question(.turnover, by: .category), money, rows: lines).published()
        #expect(
            published.table.rows == ["none", "reduced", "standard"]
                && published.table.cells == [[.value(80_000)], [.hidden], [.hidden]],
            "the second or the sum would tell the first")
        #expect(published.table.columnTotals == [.value(126_250)])
    }

    @Test func `the numbers of sessions behind a percentile aren't found by subtracting`() throws {
        let (hours, columns) = (["9", "10", "11"], ["2026"])
        let lengths = CrossTable(rows: hours, columns: columns, counted: [[60], [90], [75]], wholes: [80])
        let sessions = CrossTable(rows: hours, columns: columns, counted: [[2], [9], [40]], wholes: [51])
        let published = Answer(try Self.question(.sessionMedian, by: .hour), lengths, rows: sessions).published()
        #expect(published.table.cells == [[.hidden], [.hidden], [.value(75)]])
        #expect(published.rows.columnTotals == [.value(51)] && published.figure(column: 0) == .number(80))
    }

    @Test func `a share of a table whose unknown is hidden isn't told`() throws {
        let origins = CrossTable(rows: ["FR-30", "NL", "unknown"], columns: ["x"], counted: [[150], [50], [3]])
        let published = Answer(try Self.question(.visitors, by: .origin), origins, rows: origins).published()
        #expect(published.share(row: 0, column: 0) == .hidden && published.share(row: 2, column: 0) == .hidden)
    }
}
