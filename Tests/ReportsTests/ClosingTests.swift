import Reception
import Testing

@testable import Reports

@Suite("Closures and statements on paper")
struct ClosingTests {
    private typealias Shop = JournalTests

    private static let sale = Shop.ticket(
        [Shop.line(1_200, rate: 2_000), Shop.line(1_055, rate: 550)],
        [
            .init(method: .card, amount: .init(cents: 1_000)),
            .init(method: .cash, amount: .init(cents: 2_000), change: .init(cents: 745)),
        ])

    private static func taxed(_ ticket: Ticket) -> Ticket {
        var ticket = ticket
        ticket.vat = Dictionary(grouping: ticket.lines, by: \.rate).map { rate, lines in
            VATAmount(
                rate: rate, gross: lines.reduce(.zero) { $0 + $1.gross }, net: lines.reduce(.zero) { $0 + $1.net },
                vat: lines.reduce(.zero) { $0 + $1.vat })
        }
        return ticket
    }

    @Test("a Z says its number, its totals, the difference of cash and both seals, within the roll's width")
    func closure() throws {
        var totals = TillSums()
        totals.add(.sale(Self.taxed(Self.sale)), number: 5)
        var closure = Shop.closure(Shop.day, 12)
        (closure.tickets, closure.total, closure.vat) = (1, totals.total, totals.vat)
        (closure.payments, closure.entries) = (totals.payments, 4...9)
        (closure.yearTotal, closure.perpetualTotal) = (Money(cents: 1_234_567), Money(cents: 99_999_999_99))
        (closure.cashExpected, closure.cashCounted) = (Money(cents: 6_255), Money(cents: 6_015))
        closure.head = "0123456789abcdef"
        var entry = Shop.entry(10, .closure(closure))
        entry.seal = "fedcba9876543210" + String(repeating: "0", count: 48)
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        let sheet = try #require(ClosureSheet(setting: Shop.setting).sheet(of: entry, clock: clock))
        let text = sheet.text(columns: 42)
        for said in [
            "CLÔTURE JOURNALIÈRE (Z) N° 12", "Journée du 14/07/2026", "Écritures 4 à 9", "12 345,67 €",
            "99 999 999,99 €", "-2,40 €", "Sceau précédent : 0123456789abcdef", "Sceau : fedcba9876543210",
        ] {
            #expect(text.contains(said), "\(said)\n\(text)")
            #expect(sheet.html.replacing("\u{A0}", with: " ").lowercased().contains(said.lowercased()), "\(said)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 42 }, "\(text)")
        #expect(ClosureSheet(setting: Shop.setting).sheet(of: Shop.entry(5, .sale(Self.sale)), clock: clock) == nil)
    }

    @Test("a statement counts one depositor's goods, returns taken off, and what the office keeps with its VAT")
    func statement() {
        func line(_ quantity: Int, _ depositor: String = "potier") -> TicketLine {
            var line = Shop.line(
                quantity * 3_000, rate: 0,
                consignment: .init(depositor: depositor, mandate: .depositor, commission: .init(cents: quantity * 600)))
            line.quantity = quantity
            line.unitPrice = Money(cents: 3_000)
            return line
        }
        let entries = [
            Shop.entry(5, .sale(Shop.ticket([line(3), line(1, "apiculteur"), Shop.line(500, rate: 550)], []))),
            Shop.entry(6, .refund(Shop.ticket([line(-1)], []))),
            Shop.entry(7, .sale(Shop.ticket([line(1)], [])), training: true),
            Shop.entry(8, .sale(Shop.ticket([line(1)], [])), on: Shop.day.adding(days: 40)),
        ]
        let days = Shop.day...Shop.day.adding(days: 17)
        let statement = DepositorStatement(
            of: entries, depositor: Shop.potter, days: days, setting: Shop.setting, rates: Shop.rates)
        #expect(statement.rows.map(\.quantity) == [2])
        #expect(statement.gross.cents == 6_000 && statement.commission.cents == 1_200)
        #expect(statement.commissionVAT.cents == 200 && statement.due.cents == 4_800)
        #expect(statement.table[1] == ["p", "P", "3000", "2", "6000", "1200", "4800"])
        let page = statement.sheet(setting: Shop.setting).text(columns: 80)
        for said in [
            "Poterie du Pont", "Du 14/07/2026 au 31/07/2026, caisse caisse", "À verser au déposant", "48,00 €",
            "2,00 €",
        ] {
            #expect(page.contains(said), "\(said)\n\(page)")
        }
    }

    @Test("of two standard rates that begin on one day the last said holds, as it does for what is sold")
    func corrected() {
        let rates = [
            RateChange(category: .standard, rate: VATRate(basisPoints: 2_500), from: Shop.day),
            RateChange(category: .standard, rate: VATRate(basisPoints: 2_000), from: Shop.day),
        ]
        let commission = Commission(Money(cents: 1_200), setting: Shop.setting, rates: rates, on: Shop.day)
        #expect(commission.rate.basisPoints == 2_000 && commission.net.cents == 1_000 && commission.vat.cents == 200)
    }

    @Test("sold in the office's own name, its commission is a margin and carries no VAT; an empty statement says so")
    func ownName() {
        var potter = Shop.potter
        potter.mandate = .office
        let line = Shop.line(
            1_200, rate: 2_000,
            consignment: .init(depositor: "potier", mandate: .office, commission: .init(cents: 240)))
        let sold = DepositorStatement(
            of: [Shop.entry(5, .sale(Shop.ticket([line], [])))], depositor: potter, days: Shop.day...Shop.day,
            setting: Shop.setting, rates: Shop.rates)
        #expect(sold.commissionVAT == .zero && sold.salesVAT.cents == 200 && sold.due.cents == 960)
        let empty = DepositorStatement(
            of: [], depositor: potter, days: Shop.day...Shop.day, setting: Shop.setting, rates: Shop.rates)
        #expect(empty.sheet(setting: Shop.setting).text(columns: 80).contains("Rien n’a été vendu."))
    }

    @Test("what people typed stays text on an HTML page, and a long word doesn't leave a narrow one")
    func hostile() {
        let sheet = Sheet(
            title: "<b>", owner: ["a & b"], heading: [String(repeating: "x", count: 100)],
            tables: [.init(rows: [["<script>", "1"]])], foot: [])
        #expect(!sheet.html.contains("<script>") && sheet.html.contains("a &amp; b"))
        #expect(sheet.text(columns: 42).split(separator: "\n").allSatisfy { $0.count <= 42 })
    }
}
