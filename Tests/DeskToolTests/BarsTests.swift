import Terminal
import Testing

@testable import DeskTool

@Suite struct BarsTests {
    @Test func `a bar is to the eighth of a column, and whatever isn't zero is seen`() {
        #expect(Bars.bar(10, of: 10, width: 4) == "████")
        #expect(Bars.bar(5, of: 10, width: 4) == "██")
        #expect(Bars.bar(9, of: 16, width: 2) == "█▏")
        #expect(Bars.bar(1, of: 100_000, width: 10) == "▏")
        #expect(Bars.bar(0, of: 10, width: 4) == "" && Bars.bar(0, of: 0, width: 4) == "")
    }

    @Test func `a share is rounded, and none is said on a base under thirty`() {
        #expect(Bars.share(10, of: 30)?.filter(\.isNumber) == "33")
        #expect(Bars.share(15, of: 40)?.filter(\.isNumber) == "38")
        #expect(Bars.share(10, of: 29) == nil && Bars.share(1, of: nil) == nil)
    }

    @Test(arguments: [60, 80, 120, 200])
    func `no line is wider than the window, and none ends in blanks`(columns: Int) {
        let bars = Bars(console: Console(columns: columns, hasColours: false))
        let rows = [
            Bars.Row(label: "Hérault (34)", contacts: 1_234, visitors: 98_765, base: 2_000),
            Bars.Row(label: "Une commune au nom vraiment très long", contacts: 3, visitors: 6, base: 2_000),
            Bars.Row(label: "rien", contacts: 0, visitors: 0),
            Bars.Row(label: "fermé", contacts: 0, visitors: 0, instead: "fermé"),
        ]
        for line in bars.lines(rows) + [bars.heading("Origine, n = 1237")] {
            #expect(line.count <= columns, "\(line)")
            #expect(line.last?.isWhitespace == false, "\(line)")
        }
    }

    @Test func `colours only where the console has them`() {
        let row = Bars.Row(label: "x", contacts: 1, visitors: 1)
        let plain = Bars(console: Console(columns: 80, hasColours: false)).lines([row])
        let coloured = Bars(console: Console(columns: 80, hasColours: true)).lines([row])
        #expect(!plain[0].contains("\u{1B}") && coloured[0].contains("\u{1B}["))
    }
}
