import Reception
import Terminal
import Testing

@testable import DeskTool

@Suite struct ShopWordsTests {
    private func lines(_ text: String) throws -> [String] {
        try BasketWords.lines(text.split(separator: " ").map(String.init)).map { "\($0.quantity) \($0.product)" }
    }

    @Test func `a quantity stands behind its product or before it, and a long number is a barcode`() throws {
        #expect(try lines("miel-500 2 carte-postale 3") == ["2 miel-500", "3 carte-postale"])
        #expect(try lines("2 miel-500 x3 guide") == ["2 miel-500", "3 guide"])
        #expect(try lines("3760123450018 2 12345") == ["2 3760123450018", "1 12345"])
        #expect(try lines("guide guide 2x") == ["3 guide"])
        #expect(try lines("guide -1 guide") == ["-1 guide", "1 guide"])
        #expect(try lines("").isEmpty)
    }

    @Test(arguments: ["guide 1,5", "guide 2 3", "2 3 guide", "4", "guide 1.0"])
    func `a number that goes with nothing, or is no whole one, is refused`(text: String) {
        #expect(throws: Refused.self) { try lines(text) }
    }

    @Test func `a bare method is spelled out as the rest, in sales alone`() {
        func spelled(_ line: String) -> String {
            SellCommand.spelledOut(line.split(separator: " ").map(String.init)).joined(separator: " ")
        }
        #expect(spelled("sell guide --card") == "sell guide --card reste")
        #expect(spelled("sell guide --gift 5 --card --json") == "sell guide --gift 5 --card reste --json")
        #expect(spelled("sell --cash guide 2") == "sell --cash reste guide 2")
        #expect(spelled("sell --cash 3760123450018") == "sell --cash reste 3760123450018")
        #expect(spelled("sell --resume --card") == "sell --resume  --card reste")
        #expect(spelled("--till a sell guide --cash 12,50") == "--till a sell guide --cash 12,50")
        #expect(spelled("refund 12 --card") == "refund 12 --card")
    }

    @Test func `a sale typed as it is all day is read without the parser, and nothing else is`() throws {
        let sale = try #require(SaleToRecord(typed: ["sell", "guide", "2", "--card", "--gift", "5,00", "miel-500"]))
        #expect(sale.words == ["guide", "2", "miel-500"])
        #expect(
            sale.tenders == [
                Tender(method: .giftVoucher, amount: Money(cents: 500)), Tender(method: .card, amount: nil),
            ])
        for other in [
            ["sell"], ["sell", "guide"], ["sell", "guide", "--card", "--json"], ["visit", "34", "--card"], [],
        ] {
            #expect(SaleToRecord(typed: other) == nil, "\(other)")
        }
    }

    @Test func `a clock that was set back is told with how far`() {
        let before = Instant(milliseconds: 1_784_000_000_000)
        #expect(ClockWords.warning(before, after: before) == nil)
        #expect(ClockWords.warning(before.advanced(byMilliseconds: 1), after: before) == nil)
        #expect(ClockWords.warning(before.advanced(byMilliseconds: -1), after: before)?.contains("1 min") == true)
        #expect(ClockWords.warning(before.advanced(byMilliseconds: -7_200_000), after: before)?.contains("2 h") == true)
    }

    @Test func `stock is told where it fell below zero`() {
        let line = TicketLine(
            product: "miel-500", label: "Miel", quantity: 3, unitPrice: .zero, category: .standard, rate: .zero,
            gross: .zero, net: .zero, vat: .zero)
        let ticket = Ticket(number: 1, currency: "EUR", lines: [line, line], vat: [], total: .zero, payments: [])
        #expect(StockWords.warnings(ticket, stock: ["miel-500": 0, "guide": -4]).isEmpty)
        #expect(StockWords.warnings(ticket, stock: [:]).isEmpty)
        #expect(StockWords.warnings(ticket, stock: ["miel-500": -3]).count == 1)
    }

    @Test func `products are found by code, barcode and words of their names, with or without accents`() throws {
        let finder = ProductFinder([
            Product(
                code: "miel-500", labels: ["fr": "Miel de garrigue"], price: Money(cents: 850), barcode: "12345678"),
            Product(code: "the", labels: ["fr": "Thé d’ici", "en": "Local tea"], price: Money(cents: 500)),
            Product(code: "vieux-miel", labels: ["fr": "Vieux"], price: Money(cents: 1), archived: true),
        ])
        #expect(finder.exactly("MIEL-500")?.code == "miel-500" && finder.exactly("12345678")?.code == "miel-500")
        #expect(finder.search("garri").map(\.code) == ["miel-500"])
        #expect(finder.search("thé").map(\.code) == ["the"] && finder.search("local TEA").map(\.code) == ["the"])
        #expect(finder.search("miel").map(\.code) == ["miel-500", "vieux-miel"])
        #expect(finder.near("mile-500") == ["miel-500"] && finder.near("garrigue") == ["miel-500"])
        #expect(throws: Refused.self) { try finder.product("zzz") }
    }
}
