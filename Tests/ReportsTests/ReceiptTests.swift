import Foundation
import Reception
import Testing

@testable import Reports

/// Tickets as a till seals them, of one seller.
private enum Shop {
    static let setting = TillSetting(
        seller: .init(
            name: "Office de tourisme d’Exemple", address: ["5 place de la Fontaine", "30250 Exemple"],
            siret: "12345678900011", vatNumber: "FR12123456789"))

    static let lines = [
        TicketLine(
            product: "miel-500", label: "Miel de garrigue 500 g", quantity: 2, unitPrice: .init(cents: 850),
            category: .reduced, rate: .init(basisPoints: 550), gross: .init(cents: 1_700), net: .init(cents: 1_611),
            vat: .init(cents: 89)),
        TicketLine(
            product: "carte", label: "Carte « Cœur de ville » <pliée> & plan des sentiers balisés du pays", quantity: 1,
            unitPrice: .init(cents: 600), discount: .init(cents: 100), discountReason: "coin abîmé",
            category: .standard, rate: .init(basisPoints: 2_000), gross: .init(cents: 500), net: .init(cents: 417),
            vat: .init(cents: 83)),
    ]

    static let sale = Ticket(
        number: 12, currency: "EUR", lines: lines,
        vat: [
            VATAmount(
                rate: .init(basisPoints: 550), gross: .init(cents: 1_700), net: .init(cents: 1_611),
                vat: .init(cents: 89)),
            VATAmount(
                rate: .init(basisPoints: 2_000), gross: .init(cents: 500), net: .init(cents: 417),
                vat: .init(cents: 83)),
        ],
        total: .init(cents: 2_200),
        payments: [
            Payment(method: .holidayVoucher, amount: .init(cents: 1_000)),
            Payment(method: .cash, amount: .init(cents: 2_000), change: .init(cents: 800)),
        ])

    static let refund = Ticket(
        number: 13, currency: "EUR",
        lines: [
            TicketLine(
                product: "miel-500", label: "Miel de garrigue 500 g", quantity: -1, unitPrice: .init(cents: 850),
                category: .reduced, rate: .init(basisPoints: 550), gross: .init(cents: -850), net: .init(cents: -806),
                vat: .init(cents: -44), refunds: 0)
        ],
        vat: [
            VATAmount(
                rate: .init(basisPoints: 550), gross: .init(cents: -850), net: .init(cents: -806),
                vat: .init(cents: -44))
        ],
        total: .init(cents: -850), payments: [Payment(method: .card, amount: .init(cents: -850))], refunds: 12,
        reason: "pot fêlé")

    static func receipt(
        _ content: TillContent = .sale(sale), setting: TillSetting = setting, training: Bool = false, copies: Int = 0
    ) throws -> Receipt {
        let entry = TillEntry(
            id: try #require(FactID("019f8a2c-1b3d-7000-8000-000000000001")), office: "exemple", till: "caisse",
            number: 40, at: Instant(milliseconds: 1_784_032_325_250), day: try #require(OfficeDay("2026-07-14")),
            counsellor: "ZB", training: training, key: 1, content: content, text: "{}",
            seal: "0123456789abcdef" + String(repeating: "0", count: 48))
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        return try #require(
            Receipt(of: entry, setting: setting, clock: clock, software: "Vitrine 0.1.0", copies: copies))
    }
}

@Suite struct ReceiptTests {
    @Test func `a sale on 42 columns says who sold what, when, to how much, with which VAT, paid how`() throws {
        #expect(try Shop.receipt().text(columns: 42) == golden("sale-42.txt"))
    }

    @Test func `on 80 columns it says the same`() throws {
        #expect(try Shop.receipt().text(columns: 80) == golden("sale-80.txt"))
    }

    @Test func `a copy of a refund made for practice says all three`() throws {
        let receipt = try Shop.receipt(.refund(Shop.refund), training: true, copies: 2)
        #expect(try receipt.text(columns: 42) == golden("refund-training-copy-42.txt"))
    }

    @Test func `a seller without VAT says why there is none, and one without SIRET that it is missing`() throws {
        var ticket = Shop.sale
        ticket.vat = [VATAmount(rate: .zero, gross: ticket.total, net: ticket.total, vat: .zero)]
        let seller = TillSetting(seller: .init(name: "Office de tourisme d’Exemple"))
        let receipt = try Shop.receipt(.sale(ticket), setting: seller)
        #expect(try receipt.text(columns: 42) == golden("without-vat-42.txt"))
        #expect(receipt.html.contains("TVA non applicable, art. 293 B du CGI") && !receipt.html.contains("Taux"))
    }

    @Test func `the page is one file that needs no other, and what was typed is text in it`() throws {
        let html = try Shop.receipt().html
        #expect(try html == golden("sale.html"))
        #expect(!html.contains("<pliée>") && html.contains("&lt;pliée&gt; &amp; plan"))
        for outside in ["http:", "https:", "src=", "href=", "url(", "@import", "<script"] {
            #expect(!html.contains(outside), "\(outside)")
        }
    }

    @Test(arguments: [42, 80])
    func `no line is wider than the paper, whatever the words`(columns: Int) throws {
        var ticket = Shop.sale
        ticket.lines[0].label = String(repeating: "anticonstitutionnellement", count: 9)
        ticket.lines[1].discountReason = String(repeating: "parce que ", count: 20)
        ticket.lines[0].unitPrice = .init(cents: 99_999_999)
        ticket.lines[0].quantity = 9_999
        let text = try Shop.receipt(.sale(ticket), training: true, copies: 123).text(columns: columns)
        for line in text.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    }

    @Test func `a printer gets its reset, its code page, the text in it, and a cut`() throws {
        let bytes = try Shop.receipt().printerBytes(columns: 42)
        #expect(bytes.starts(with: [0x1B, 0x40, 0x1B, 0x74, 19]))
        #expect(bytes.suffix(7) == [0x0A, 0x0A, 0x0A, 0x1D, 0x56, 66, 0])
        #expect(
            CodePage858.bytes("é€ à 2 × « Cœur » – d’Ÿ 猫\t\n") == [
                0x82, 0xD5, 0x20, 0x85, 0x20, 0x32, 0x20, 0x9E, 0x20, 0xAE, 0x20, 0x43, 0x6F, 0x65, 0x75, 0x72, 0x20,
                0xAF,
                0x20, 0x2D, 0x20, 0x64, 0x27, 0x59, 0x20, 0x3F, 0x3F, 0x0A,
            ])
        #expect(bytes.dropFirst(5).dropLast(7).allSatisfy { $0 == 0x0A || $0 >= 0x20 })
    }

    @Test func `an entry that is no ticket has no receipt`() throws {
        let entry = try Shop.receipt().entry
        var opening = entry
        opening.content = .opening(TillOpening(float: .zero))
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        #expect(Receipt(of: opening, setting: Shop.setting, clock: clock, software: "x") == nil)
    }

    /// What stands in the repository.
    private func golden(_ name: String) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
