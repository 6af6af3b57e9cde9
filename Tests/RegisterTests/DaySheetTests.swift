import Foundation
import GRDB
import Reception
import Testing

@testable import Register

/// What statistics read is, at any moment, what the facts add up to.
@Suite struct DaySheetTests {
    private static let kinds = ["visit", "tally", "door", "attendance", "opening", "entry", "ticket", "line"]

    /// The sheets that there are, and those that counting all facts again gives.
    private func sheets(_ register: Register) throws -> (kept: [String], recounted: [String]) {
        try register.pool.read { database in
            let kept = try String.fetchAll(
                database, sql: "SELECT kind || ' ' || office || ' ' || day || ' ' || codes FROM day_sheet ORDER BY 1")
            let signs = try String.fetchAll(
                database,
                sql: """
                    SELECT 'desk ' || office || ' ' || day || ' ' || group_concat(code, '') FROM (
                        SELECT min(seq), office, day, char(97 + hour) AS code FROM desk_fact GROUP BY office, day, hour ORDER BY 1)
                    GROUP BY office, day
                    """)
            let codes = try Self.kinds.flatMap { kind in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT '\(kind) ' || office || ' ' || day || ' ' || group_concat(code, '')
                        FROM (SELECT * FROM \(kind)_code ORDER BY seq) GROUP BY office, day
                        """)
            }
            return (kept, (signs + codes).sorted())
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `whatever is recorded, corrected and voided, days are as if they were counted again`(seed: UInt64) async throws
    {
        let folder = try TemporaryFolder()
        var story = DeskStory(seed: seed)
        try await folder.withRegister { register in
            for _ in 0..<30 {
                let facts = story.next()
                _ = try register.record(facts, recordedAt: DeskStory.now)
                for fact in facts { _ = story.keep(fact) }
                let sheets = try sheets(register)
                try #require(sheets.kept == sheets.recounted)
            }
            let today = DeskStory.firstDay.adding(days: 11)
            for (from, to) in [(0, 11), (3, 3), (2, 7)] {
                let days = DeskStory.firstDay.adding(days: from)...DeskStory.firstDay.adding(days: to)
                func asked(_ measure: Measure, by facet: Facet? = nil) throws -> CrossTable {
                    try register.answer(Question(measure, over: .range(days), by: facet), today: today).table
                }
                let counted = story.statistics(from: days.lowerBound, to: days.upperBound)
                for (measure, expected) in [
                    (Measure.contacts, counted.contacts), (.visitors, counted.visitors), (.tallied, counted.tallied),
                    (.partiesUnknown, counted.partiesUnknown), (.door, counted.door),
                ] {
                    let number = try asked(measure).columnTotals[0].number
                    #expect(number ?? 0 == expected ?? 0, "\(measure)")
                }
                let visitors = try asked(.visitors, by: .day)
                for day in counted.days {
                    let row = visitors.rows.firstIndex(of: day.day)
                    #expect(row.map { visitors.cells[$0][0].number } ?? 0 == day.visitors, "\(day.day)")
                }
                for (facet, expected) in [(Facet.profile, counted.profiles), (.topic, counted.topics)] {
                    let table = try asked(.contacts, by: facet)
                    #expect(
                        Dictionary(uniqueKeysWithValues: zip(table.rows, table.cells.map { $0[0].number }))
                            == Dictionary(uniqueKeysWithValues: expected.map { ($0.key, $0.contacts) }))
                }
            }
        }
    }

    @Test func `tickets, refunds and practice are counted as they are sealed`() async throws {
        try await withShop { shop in
            try shop.trade()
            let sheets = try sheets(shop.register)
            #expect(sheets.kept == sheets.recounted)
            let days = TillShop.day...TillShop.day.adding(days: 1)
            func expect(_ measure: Measure, by facet: Facet, _ expected: [String: Int?]) throws {
                let answer = try shop.register.answer(
                    Question(measure, over: .range(days), by: facet), today: days.upperBound)
                let found = Dictionary(
                    uniqueKeysWithValues: zip(answer.table.rows, answer.table.cells.map { $0[0].number }))
                #expect(found == expected, "\(measure) by \(facet)")
            }
            // 2 × 8.50 + 3 × 1.20 + 4 × 8.50 − 8.50, then 10 × 1.20 + 8.50; practice counts nowhere.
            try expect(.turnover, by: .day, ["2026-07-14": 4_610, "2026-07-15": 2_050])
            try expect(.turnover, by: .product, ["miel": 5_100, "carte": 1_560])
            try expect(.tickets, by: .hour, ["10": 5])
            try expect(.turnover, by: .depositor, ["unknown": 6_660])
        }
    }

    @Test func `of what is sold for depositors the office keeps what their mandate leaves it`() async throws {
        try await withShop { shop in
            for (code, mandate) in [("potier", Depositor.Mandate.depositor), ("imprimeur", .office)] {
                try shop.perform(
                    .depositor(Depositor(code: code, name: code, mandate: mandate, commission: 2_000, isTaxed: true)))
                try shop.perform(
                    .product(
                        Product(
                            code: "de-\(code)", labels: ["fr": code], price: Money(cents: 12_000), category: .standard,
                            depositor: code)))
                try shop.sell("de-\(code)")
            }
            func asked(_ measure: Measure) throws -> [String: Int?] {
                let answer = try shop.register.answer(
                    Question(measure, over: .day(TillShop.day), by: .depositor), today: TillShop.day)
                return Dictionary(
                    uniqueKeysWithValues: zip(answer.table.rows, answer.table.cells.map { $0[0].number }))
            }
            let (own, net) = (try asked(.ownTakings), try asked(.turnoverNet))
            #expect(net == ["potier": 10_000, "imprimeur": 10_000])
            // 120.00 with 20.00 of VAT: the commission of 24.00; or 100.00 less the 96.00 that the depositor gets.
            #expect(own == ["potier": 2_400, "imprimeur": 400])
        }
    }

    @Test func `a register from before is counted when it is opened`() async throws {
        let folder = try TemporaryFolder()
        var story = DeskStory(seed: 99)
        let before = try await folder.withRegister { register in
            for _ in 0..<20 {
                _ = try register.record(story.next().filter { story.keep($0) }, recordedAt: DeskStory.now)
            }
            try TillShop(register, in: folder).trade()
            return try sheets(register).kept
        }
        let made = try folder.shell(
            """
            SELECT group_concat('DROP ' || type || ' ' || name, ';') FROM sqlite_schema
            WHERE type = 'trigger' AND sql LIKE '%day_sheet%' OR type = 'view' AND name GLOB '*_code'
            """)
        try folder.shell(
            """
            \(made); DROP TABLE day_sheet; DROP TABLE word;
            DELETE FROM grdb_migrations WHERE identifier = '0013-day-sheets'; PRAGMA user_version = 11
            """)
        try await folder.withRegister { register in
            let sheets = try sheets(register)
            #expect(sheets.kept == sheets.recounted && sheets.kept.count == before.count)
        }
    }
}
