import Reception
import Testing

@testable import Reports

@Suite("The accountant's journal")
struct JournalTests {
    static let day = OfficeDay(daysSince1970: 20_648)
    static let rates = [
        RateChange(category: .standard, rate: .init(basisPoints: 2_000), from: OfficeDay(daysSince1970: 16_071))
    ]
    static let accounts = [
        "cash": "530000", "card": "511500", "cheque": "511200", "holiday-voucher": "511300", "gift-voucher": "511400",
        "transfer": "512000", "sales-2000": "707200", "sales-550": "707055", "sales-0": "707000", "vat-2000": "445712",
        "vat-550": "445713", "consignment": "467000", "commission": "706500", "movement": "580000",
        "shortage": "658000", "surplus": "758000",
    ]
    static let setting = TillSetting(
        seller: .init(name: "Office", vatNumber: "FR12123456789"), accounts: accounts)
    static let potter = Depositor(
        code: "potier", name: "Poterie du Pont", mandate: .depositor, commission: 2_000, isTaxed: false)

    static func entry(_ number: Int, _ content: TillContent, on day: OfficeDay = day, training: Bool = false)
        -> TillEntry
    {
        TillEntry(
            id: FactID(bornAt: Instant(milliseconds: 0)), office: "exemple", till: "caisse", number: number,
            at: Instant(milliseconds: 0), day: day, counsellor: nil, training: training, key: 1, content: content,
            text: "{}", seal: "")
    }

    static func closure(_ day: OfficeDay, _ number: Int) -> Closure {
        Closure(
            period: .day(day), number: number, entries: nil, tickets: 0, refunds: 0, vat: [], payments: [:],
            total: .zero, yearTotal: .zero, perpetualTotal: .zero, cashExpected: .zero, cashCounted: nil, head: "")
    }

    static func journal(
        _ entries: [TillEntry], closed: [OfficeDay] = [day], setting: TillSetting = setting, counts: [TillEntry] = []
    ) -> Journal {
        Journal(
            of: entries, closures: closed.enumerated().map { closure($0.element, $0.offset + 1) }, counts: counts,
            setting: setting, depositors: [potter], rates: rates)
    }

    static func line(
        _ gross: Int, rate: Int, consignment: TicketLine.Consignment? = nil
    ) -> TicketLine {
        let net = (abs(gross) * 20_000 + 10_000 + rate) / (2 * (10_000 + rate)) * gross.signum()
        return TicketLine(
            product: "p", label: "P", quantity: gross.signum(), unitPrice: .init(cents: abs(gross)),
            category: .standard,
            rate: .init(basisPoints: rate), gross: .init(cents: gross), net: .init(cents: net),
            vat: .init(cents: gross - net), consignment: consignment)
    }

    static func ticket(_ lines: [TicketLine], _ payments: [Payment]) -> Ticket {
        Ticket(
            number: 1, currency: "EUR", lines: lines, vat: [], total: lines.reduce(.zero) { $0 + $1.gross },
            payments: payments)
    }

    @Test("what was sold is credited by rate without its VAT, what came in is debited by method without its change")
    func sales() {
        let sale = Self.ticket(
            [Self.line(1_200, rate: 2_000), Self.line(1_055, rate: 550)],
            [
                .init(method: .card, amount: .init(cents: 1_000)),
                .init(method: .cash, amount: .init(cents: 2_000), change: .init(cents: 745)),
            ])
        let journal = Self.journal([Self.entry(5, .sale(sale))])
        #expect(
            journal.lines.map { "\($0.account) \(JournalLine.decimal($0.debit)) \(JournalLine.decimal($0.credit))" }
                == [
                    "511500 10,00 0,00", "530000 12,55 0,00", "707200 0,00 10,00", "707055 0,00 10,00",
                    "445712 0,00 2,00", "445713 0,00 0,55",
                ])
        #expect(journal.missingAccounts == [])
    }

    @Test("a sale in a depositor's name is theirs, the commission the office's, with its VAT")
    func consignment() {
        let terms = TicketLine.Consignment(depositor: "potier", mandate: .depositor, commission: .init(cents: 600))
        let sale = Self.ticket(
            [Self.line(3_000, rate: 0, consignment: terms)], [.init(method: .cash, amount: .init(cents: 3_000))])
        let lines = Self.journal([Self.entry(5, .sale(sale))]).lines
        #expect(
            lines.map { "\($0.number) \($0.account) \($0.auxiliary?.name ?? "-") \($0.debit.cents) \($0.credit.cents)" }
                == [
                    "caisse-2026-07-14-1 530000 - 3000 0", "caisse-2026-07-14-1 467000 Poterie du Pont 0 3000",
                    "caisse-2026-07-14-2 467000 Poterie du Pont 600 0", "caisse-2026-07-14-2 706500 - 0 500",
                    "caisse-2026-07-14-2 445712 - 0 100",
                ])
        var untaxed = Self.setting
        untaxed.seller.vatNumber = nil
        #expect(
            Self.journal([Self.entry(5, .sale(sale))], setting: untaxed).lines.last?.credit == Money(cents: 600))
    }

    @Test("sold in the office's own name, consigned goods are its own sale")
    func ownName() {
        let terms = TicketLine.Consignment(depositor: "potier", mandate: .office, commission: .init(cents: 240))
        let sale = Self.ticket(
            [Self.line(1_200, rate: 2_000, consignment: terms)], [.init(method: .cash, amount: .init(cents: 1_200))])
        #expect(Self.journal([Self.entry(5, .sale(sale))]).lines.map(\.account) == ["530000", "707200", "445712"])
    }

    @Test(
        "cash taken out, cash missing, and a count corrected on a later day: each its own entry, booked when it was found"
    )
    func cash() {
        func count(_ number: Int, _ counted: Int, corrects: Int? = nil, on day: OfficeDay = Self.day) -> TillEntry {
            Self.entry(
                number,
                .count(
                    CountRecord(
                        count: CashCount(counted: .init(cents: counted), day: Self.day), expected: .init(cents: 10_000),
                        corrects: corrects)), on: day)
        }
        let next = Self.day.adding(days: 1)
        let first = count(6, 9_760)
        let journal = Self.journal(
            [
                Self.entry(5, .movement(.init(amount: .init(cents: -20_000), reason: "banque"))), first,
                count(9, 10_100, corrects: 6, on: next),
            ], closed: [Self.day, next])
        #expect(
            journal.lines.map { "\($0.day) \($0.account) \($0.debit.cents) \($0.credit.cents)" } == [
                "2026-07-14 580000 20000 0", "2026-07-14 530000 0 20000",
                "2026-07-14 658000 240 0", "2026-07-14 530000 0 240",
                "2026-07-15 530000 340 0", "2026-07-15 758000 0 340",
            ])
        // Exported by itself, the later day knows what it corrects all the same.
        let later = Self.journal([count(9, 10_100, corrects: 6, on: next)], closed: [next], counts: [first])
        #expect(later.lines.map(\.debit.cents) == [340, 0])
    }

    @Test("what isn't closed and what was practised isn't in it")
    func left() {
        let sale = Self.ticket([Self.line(100, rate: 0)], [.init(method: .card, amount: .init(cents: 100))])
        let journal = Self.journal(
            [Self.entry(5, .sale(sale), training: true), Self.entry(6, .sale(sale), on: Self.day.adding(days: 1))])
        #expect(journal.lines == [] && journal.days == [])
    }

    @Test("accounts that the setting doesn't have are named by their keys, once")
    func missing() {
        var setting = Self.setting
        setting.accounts["card"] = nil
        setting.accounts["vat-550"] = ""
        let sale = Self.ticket([Self.line(1_055, rate: 550)], [.init(method: .card, amount: .init(cents: 1_055))])
        let journal = Self.journal([Self.entry(5, .sale(sale)), Self.entry(6, .sale(sale))], setting: setting)
        #expect(journal.missingAccounts == ["card", "vat-550"])
    }

    @Test("its text has eighteen columns, and no word can add one")
    func text() throws {
        var setting = Self.setting
        setting.accounts["cash"] = "53\t0"
        let sale = Self.ticket([Self.line(123_456, rate: 0)], [.init(method: .cash, amount: .init(cents: 123_456))])
        let entries = [
            Self.entry(5, .sale(sale)),
            Self.entry(6, .movement(.init(amount: .init(cents: -5), reason: "dépôt\tau\nguichet"))),
        ]
        let rows = Self.journal(entries, setting: setting).text.split(separator: "\r\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count == 5)
        #expect(rows.allSatisfy { $0.count == 18 })
        #expect(rows[0] == JournalLine.headings)
        #expect(
            rows[1] == [
                "CA", "Caisse", "caisse-2026-07-14-1", "20260714", "53 0", "Espèces", "", "", "Z 1", "20260714",
                "Ventes du 14/07/2026, caisse", "1234,56", "0,00", "", "", "", "", "",
            ])
        #expect(rows[3][10] == "Mouvement de caisse (dépôt au guichet) du 14/07/2026, caisse")
    }

    @Test(
        "whatever is sold, given back, moved and counted, every entry balances, and cash in the books is cash in the drawer"
    )
    func balance() {
        var random = SeededGenerator(seed: 20_260_714)
        for _ in 0..<300 {
            var entries: [TillEntry] = []
            let days = (0..<Int.random(in: 1...4, using: &random)).map { Self.day.adding(days: $0) }
            var cash = 0
            var number = 0
            for day in days {
                var last: (number: Int, difference: Int)?
                for _ in 0..<Int.random(in: 0...30, using: &random) {
                    number += 1
                    switch Int.random(in: 0...9, using: &random) {
                    case 0:
                        let amount = Int.random(in: -50_000...50_000, using: &random)
                        cash += amount
                        entries.append(
                            Self.entry(number, .movement(.init(amount: .init(cents: amount), reason: "b")), on: day))
                    case 1:
                        let expected = Int.random(in: 0...50_000, using: &random)
                        let difference = Int.random(in: -500...500, using: &random)
                        entries.append(
                            Self.entry(
                                number,
                                .count(
                                    CountRecord(
                                        count: .init(counted: .init(cents: expected + difference)),
                                        expected: .init(cents: expected), corrects: last?.number)), on: day))
                        cash += difference - (last?.difference ?? 0)
                        last = (number, difference)
                    default:
                        let ticket = Self.randomTicket(&random)
                        cash += ticket.payments.reduce(0) {
                            $0 + ($1.method == .cash ? $1.amount.cents - $1.change.cents : 0)
                        }
                        entries.append(
                            Self.entry(number, ticket.total < .zero ? .refund(ticket) : .sale(ticket), on: day))
                    }
                }
            }
            let journal = Self.journal(entries, closed: days)
            for (number, lines) in Dictionary(grouping: journal.lines, by: \.number) {
                #expect(lines.reduce(0) { $0 + $1.debit.cents - $1.credit.cents } == 0, "\(number)")
            }
            #expect(journal.lines.allSatisfy { $0.debit >= .zero && $0.credit >= .zero })
            #expect(journal.lines.allSatisfy { ($0.debit == .zero) != ($0.credit == .zero) })
            #expect(
                journal.lines.reduce(0) { $0 + ($1.account == "530000" ? $1.debit.cents - $1.credit.cents : 0) } == cash
            )
        }
    }

    private static func randomTicket(_ random: inout SeededGenerator) -> Ticket {
        let sign = Int.random(in: 0...5, using: &random) == 0 ? -1 : 1
        let lines = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            let gross = sign * Int.random(in: 1...9_999, using: &random)
            let mandates: [Depositor.Mandate?] = [nil, nil, .depositor, .office]
            let terms = mandates.randomElement(using: &random).flatMap(\.self).map {
                TicketLine.Consignment(depositor: "potier", mandate: $0, commission: .init(cents: gross / 5))
            }
            return line(gross, rate: [0, 550, 2_000].randomElement(using: &random) ?? 0, consignment: terms)
        }
        let total = lines.reduce(0) { $0 + $1.gross.cents }
        let part = total * Int.random(in: 0...100, using: &random) / 100
        let change = sign > 0 ? Int.random(in: 0...500, using: &random) : 0
        return ticket(
            lines,
            [
                .init(
                    method: Payment.Method.allCases.randomElement(using: &random) ?? .card, amount: .init(cents: part)),
                .init(method: .cash, amount: .init(cents: total - part + change), change: .init(cents: change)),
            ])
    }
}
