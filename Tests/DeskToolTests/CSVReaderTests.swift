import Testing

@testable import DeskTool

/// Files as spreadsheets and people save them.
@Suite struct CSVReaderTests {
    private func rows(_ text: String, _ separator: Character = ";") throws -> [[String]] {
        try CSVReader.rows(of: text, separator: separator.asciiValue!).map(\.fields)
    }

    @Test(arguments: ["a;b\nc;d\n", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "a;b\nc;d"])
    func `lines end with LF, CRLF or CR, the last one with nothing`(text: String) throws {
        #expect(try rows(text) == [["a", "b"], ["c", "d"]])
    }

    @Test func `a quoted field holds separators, doubled quotes and line ends`() throws {
        #expect(
            try rows("\"a;b\";\"dit \"\"oui\"\"\";\"deux\r\nlignes\"\nc;;d") == [
                ["a;b", "dit \"oui\"", "deux\r\nlignes"], ["c", "", "d"],
            ])
    }

    @Test func `an empty field is a field`() throws {
        #expect(try rows(";\n\"\";x\n") == [["", ""], ["", "x"]])
        #expect(try rows("") == [])
    }

    @Test func `a row is numbered by the line of the file it begins on`() throws {
        let rows = try CSVReader.rows(of: "a\n\n\"b\nb\"\r\nc", separator: UInt8(ascii: ";"))
        #expect(rows.map(\.number) == [1, 2, 3, 5])
        #expect(rows.map(\.isEmpty) == [false, true, false, false])
    }

    @Test(arguments: [("a\n\"b;c\nd", 2), ("\"a\"b;c", 1), ("x\ny\nz;\"", 3)])
    func `a quote that doesn't end as it should is told with its line`(text: String, line: Int) {
        #expect(throws: CSVReader.Broken(number: line)) {
            try CSVReader.rows(of: text, separator: UInt8(ascii: ";"))
        }
    }

    @Test(arguments: [
        ("ligne;quand\n", ";"), ("ligne,quand,id\n34;2", ","), ("ligne\tquand", "\t"), ("34 2", ";"), ("a,b;c;d", ";"),
    ])
    func `the separator is the one that the first line has most of`(text: String, separator: Character) {
        #expect(CSVReader.separator(of: text) == separator.asciiValue)
    }
}

@Suite struct TextFileTests {
    @Test func `UTF-8 is read with its mark or without`() throws {
        let plain = try #require(TextFile(Array("hébergement ☀".utf8)))
        let marked = try #require(TextFile([0xEF, 0xBB, 0xBF] + Array("hébergement ☀".utf8)))
        #expect(plain.text == "hébergement ☀" && marked.text == plain.text)
        #expect(!plain.isWindows && !marked.isWindows)
    }

    @Test func `what isn't UTF-8 is Windows-1252, and says so`() throws {
        let file = try #require(TextFile(Array("h".utf8) + [0xE9, 0x80, 0x92, 0x9C, 0xFF]))
        #expect(file.text == "hé€’œÿ" && file.isWindows)
    }

    @Test func `UTF-16, a spreadsheet's own file and a picture are no text`() {
        #expect(TextFile([0xFF, 0xFE, 0x33, 0x00, 0x34, 0x00]) == nil)
        #expect(TextFile([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]) == nil)
        #expect(TextFile([0x89, 0x50, 0x81, 0x47]) == nil, "Windows-1252 has no 0x81")
    }
}

@Suite struct SpreadsheetMomentTests {
    @Test(arguments: [
        ("14/07/2026", "2026-07-14"), ("14/07/2026 10:05", "2026-07-14-10:05"), ("4/7/2026 9:05:00", "2026-07-04-9:05"),
        ("2026-07-14 10:05:30", "2026-07-14-10:05"), ("2026-07-14T10:05", "2026-07-14-10:05"), ("hier", "hier"),
        ("hier 14h30", "hier-14h30"), ("@hier", "hier"), ("14:30", "14:30"), ("31/02/2026", "31/02/2026"),
        ("le 14 juillet", "le 14 juillet"),
    ])
    func `a spreadsheet's moment is written in the grammar's way; anything else is left for the grammar to refuse`(
        typed: String, written: String
    ) {
        #expect(VisitImport.typed(typed) == written)
    }
}
