import Reception
import Reports
import Testing

/// Answers as CSV and as workbooks.
@Suite struct AnswerTablesTests {
    private static func sales() throws -> Answer {
        let question = try Question(.turnover, over: .month(year: 2026, month: 7), by: .product, against: .sameDates)
        let table = CrossTable(
            rows: ["miel", "carte"], columns: ["2026-07", "2025-07"], counted: [[123_456, 100_000], [-50, nil]])
        let rows = CrossTable(rows: table.rows, columns: table.columns, counted: [[50, 40], [1, nil]])
        return Answer(
            question, table, rows: rows,
            pairing: Comparison.sameDates.pairing(
                of: question.period.days, today: OfficeDay(daysSince1970: 20_780)))
    }

    private static let names = FacetNames(others: [
        .product: ["miel": .init(fr: "Miel ; 500 g", en: "Honey"), "carte": .init(fr: "Carte \"IGN\"", en: "Map")]
    ])

    @Test func `a CSV has a line for each value and period, amounts in euros, and nothing where nobody counted`() throws
    {
        let text = AnswerCSV(try Self.sales(), names: Self.names, in: .french).text
        #expect(
            text.replacing("\r\n", with: "\n") == """
                \u{FEFF}measure,value,name,period,state,figure,unit,base,n,share_percent,change_percent
                turnover,miel,Miel ; 500 g,2026-07,counted,1234.56,EUR,,50,100.0,23.5
                turnover,miel,Miel ; 500 g,2025-07,counted,1000.00,EUR,,40,100.0,
                turnover,carte,"Carte ""IGN""\",2026-07,counted,-0.50,EUR,,1,0.0,
                turnover,carte,"Carte ""IGN""\",2025-07,not_counted,,EUR,,,,
                turnover,total,total,2026-07,counted,1234.06,EUR,,51,,23.4
                turnover,total,total,2025-07,counted,1000.00,EUR,,40,,

                """)
    }

    @Test func `for a French Excel, semicolons stand between fields and commas in numbers`() throws {
        let text = AnswerCSV(try Self.sales(), names: Self.names, in: .french, style: .semicolons).text
        #expect(text.contains("turnover;miel;\"Miel ; 500 g\";2026-07;counted;1234,56;EUR;;50;100,0;23,5\r\n"))
    }

    @Test func `the same answer is the same workbook to the byte`() throws {
        let book = AnswerWorkbook(try Self.sales(), names: Self.names, in: .french).workbook
        let data = try book.data()
        #expect(data.starts(with: [0x50, 0x4B]) && data.count > 4_000)
        #expect(try book.data() == data)
    }
}
