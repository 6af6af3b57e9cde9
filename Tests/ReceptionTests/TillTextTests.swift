import Foundation
import Reception
import Testing

/// What is sealed is text: it must be the same from one machine and one day to the next, and be read back whole.
@Suite struct TillTextTests {
    private static let day = TillShelf.day

    /// One of each kind, with what may be left out said and left out.
    private static func contents() throws -> [TillContent] {
        let sale = try TillShelf.sell(
            TillShelf.order("miel 2", "bol", off: Discount(percent: 1_000, reason: "l’été / \"soldes\" \\ é")))
        var withVisit = sale
        withVisit.visit = FactID("019f8a2c-0000-7000-8000-000000000001")
        let refund = try sale.refund(
            RefundOrder(ticket: 7, method: .cash, reason: "cassé", restocks: false), after: [])
        let closure = Closure(
            period: .month(year: 2026, month: 7), number: 1, entries: 2...9, tickets: 1, refunds: 1, vat: sale.vat,
            payments: [.cash: Money(cents: 5), .holidayVoucher: Money(cents: -5)], total: .zero, yearTotal: .zero,
            perpetualTotal: Money(cents: 12), cashExpected: Money(cents: 5_000), cashCounted: nil,
            head: "0123456789abcdef")
        var emptyDay = closure
        (emptyDay.period, emptyDay.entries, emptyDay.cashCounted) = (.day(day), nil, .zero)
        return [
            .setup(TillSetup(software: "Vitrine 1.0.0", keyFingerprint: "00ff", archiveKey: "ab")), .sale(sale),
            .sale(withVisit), .refund(refund), .opening(TillOpening(float: Money(cents: 5_000))),
            .count(CountRecord(count: CashCount(counted: Money(cents: 5)), expected: .zero)),
            .count(
                CountRecord(
                    count: CashCount(
                        counted: Money(cents: 300), pieces: [200: 1, 100: 1, 1_000: 0], day: day, note: "soir"),
                    expected: Money(cents: 300), corrects: 6)),
            .movement(CashMovement(amount: Money(cents: -20_000), reason: "banque")), .closure(closure),
            .closure(emptyDay), .reprint(Reprint(ticket: 7, copy: 1)),
            .archive(ArchiveRecord(period: .year(2026), entries: 12, digest: "aa")), .product(TillShelf.products[0]),
            .product(TillShelf.products[6]), .depositor(TillShelf.depositors[0]), .rate(TillShelf.rates[0]),
            .stock(StockMove(product: "miel", kind: .stockTake, quantity: 0)),
            .stock(StockMove(product: "miel", kind: .loss, quantity: 1, reason: "cassé")),
            .totals(
                ExternalTotals(
                    day: day, tickets: 1,
                    lines: [.init(product: "A", quantity: 1, gross: Money(cents: 1), rate: .zero)],
                    payments: [Payment(method: .card, amount: Money(cents: 1))])),
            .key(KeyChange(key: 2, fingerprint: "0f", reason: "départ")),
            .restore(RestoreRecord(lostHead: 9, from: 4, reason: "disque")),
        ]
    }

    @Test func `text, content and text again are the same, for every kind`() throws {
        let contents = try Self.contents()
        #expect(Set(contents.map(\.kind)) == Set(TillContent.Kind.allCases))
        for content in contents {
            let text = try content.text
            let read = try TillContent(content.kind, text: text)
            #expect(read == content)
            #expect(try read.text == text && content.text == text)
            #expect(!text.contains("\n") && !text.contains("null") && !text.contains("\\/"))
        }
    }

    @Test func `keys are sorted and nothing stands between them`() throws {
        let text = try TillContent.sale(TillShelf.sell(TillShelf.order("carte"))).text
        #expect(
            text == """
                {"currency":"EUR","lines":[{"category":"standard","discount":0,"gross":50,"label":"Carte","net":42,\
                "product":"carte","quantity":1,"rate":2000,"unit_price":50,"vat":8}],"number":7,\
                "payments":[{"amount":50,"change":0,"method":"card"}],"total":50,\
                "vat":[{"gross":50,"net":42,"rate":2000,"vat":8}]}
                """)
    }

    @Test func `random tickets are read back as they were written`() throws {
        var shop = RandomShop(seed: 11)
        for _ in 0..<300 {
            let content = TillContent.sale(try shop.ticket())
            let text = try content.text
            let read = try TillContent(.sale, text: text)
            #expect(try read == content && read.text == text)
        }
    }

    @Test(arguments: ["", "null", "[]", "{", "{\"float\":1.5}", "{\"float\":\"5\"}", "{\"counted\":5}"])
    func `text of another kind isn't read`(text: String) {
        #expect(throws: (any Error).self) { try TillContent(.opening, text: text) }
    }

    @Test func `every field of an entry and the seal before it are in what is sealed`() throws {
        let entry = try Self.entry
        let message = entry.sealedMessage(previous: TillEntry.noSeal)
        var others: [TillEntry] = []
        func change(_ body: (inout TillEntry) -> Void) {
            var other = entry
            body(&other)
            others.append(other)
        }
        change { $0.id = FactID(high: 1, low: 3) }
        change { $0.office = "autre" }
        change { $0.till = "caiss" }
        change { $0.number = 2 }
        change { $0.at = $0.at.advanced(byMilliseconds: 1) }
        change { $0.day = $0.day.adding(days: 1) }
        change { $0.counsellor = nil }
        change { $0.training = true }
        change { $0.key = 2 }
        change { $0.text = "{}" }
        change { $0.content = .rate(TillShelf.rates[0]) }
        // What moves from one field to the next isn't the same message.
        change { ($0.office, $0.till) = ("office", "caissee") }
        for other in others { #expect(other.sealedMessage(previous: TillEntry.noSeal) != message, "\(other)") }
        #expect(entry.sealedMessage(previous: String(repeating: "1", count: 64)) != message)
        var resealed = entry
        resealed.seal = String(repeating: "f", count: 64)
        #expect(resealed.sealedMessage(previous: TillEntry.noSeal) == message, "a seal doesn't seal itself")
    }

    @Test func `what is sealed is each field after its length`() throws {
        let message = try Self.entry.sealedMessage(previous: TillEntry.noSeal)
        let fields = [
            "vitrine-till", "1", "officee", "caisse", "1", "opening", "00000000-0000-0001-0000-000000000002",
            "2026-07-14T10:00:00.000Z", "2026-07-14", "zoé", "0", "1", "{\"float\":5000}", TillEntry.noSeal,
        ]
        let expected: [UInt8] = fields.map { [0, 0, 0, UInt8($0.utf8.count)] + Array($0.utf8) }.reduce([], +)
        #expect(message == expected)
    }

    private static var entry: TillEntry {
        get throws {
            let content = TillContent.opening(TillOpening(float: Money(cents: 5_000)))
            return try TillEntry(
                id: FactID(high: 1, low: 2), office: "officee", till: "caisse", number: 1,
                at: #require(Instant(rfc3339: "2026-07-14T10:00:00Z")), day: day, counsellor: "zoé", training: false,
                key: 1,
                content: content, text: content.text, seal: "")
        }
    }
}
