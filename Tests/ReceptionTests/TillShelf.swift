import Reception
import Testing

/// A small shop with one of everything.
enum TillShelf {
    static let day = OfficeDay(daysSince1970: 20_648)

    static func product(
        _ code: String, _ cents: Int, _ category: VATCategory = .standard, depositor: String? = nil,
        barcode: String? = nil, archived: Bool = false
    ) -> Product {
        Product(
            code: code, labels: ["fr": code.capitalized], price: Money(cents: cents), category: category,
            stocked: code == "miel",
            depositor: depositor, barcode: barcode, archived: archived)
    }

    static let products = [
        product("miel", 1_055, .reduced, barcode: "3760001234567"), product("guide", 1_200), product("carte", 50),
        product("journal", 210, .superReduced), product("menu", 1_100, .intermediate), product("bon", 5_000, .none),
        product("bol", 2_400, depositor: "potier"), product("tasse", 999, depositor: "ruche"),
        product("affiche", 1_500, depositor: "musee"), product("vieux", 300, archived: true),
        product("perdu", 300, depositor: "parti"), product("tresor", 99_999_999),
    ]
    static let depositors = [
        Depositor(code: "potier", name: "Potier", mandate: .depositor, commission: 3_000, isTaxed: true),
        Depositor(code: "ruche", name: "Ruche", mandate: .depositor, commission: 2_500, isTaxed: false),
        Depositor(code: "musee", name: "Musée", mandate: .office, commission: 2_000, isTaxed: true),
        Depositor(code: "parti", name: "Parti", mandate: .office, commission: 0, isTaxed: false, archived: true),
    ]
    static let rates = [
        (VATCategory.standard, 2_000, "2014-01-01"), (.intermediate, 1_000, "2014-01-01"),
        (.reduced, 550, "2014-01-01"),
        (.superReduced, 210, "2014-01-01"), (.reduced, 600, "2027-01-01"),
    ].map { category, points, from in
        RateChange(
            category: category, rate: VATRate(basisPoints: points),
            from: OfficeDay(from) ?? OfficeDay(daysSince1970: 0))
    }

    static func list(vat: Bool = true, changeOn: Set<Payment.Method> = [], rates: [RateChange] = rates) -> PriceList {
        PriceList(
            products: products, depositors: depositors, rates: rates,
            setting: TillSetting(
                seller: .init(name: "Office", vatNumber: vat ? "FR44732829320" : nil), changeOn: changeOn))
    }

    /// `"miel 2"`, `"carte"`: how much of what.
    static func order(
        _ lines: String..., off: Discount? = nil, paid payments: [Tender] = [Tender(method: .card)]
    ) -> SaleOrder {
        SaleOrder(
            lines: lines.map { line in
                let words = line.split(separator: " ")
                return .init(product: String(words[0]), quantity: words.count > 1 ? Int(words[1]) ?? 0 : 1)
            }, discount: off, payments: payments)
    }

    static func sell(_ order: SaleOrder, _ list: PriceList = list()) throws -> Ticket {
        var ticket = try list.ticket(for: order, on: day)
        ticket.number = 7
        return ticket
    }
}

extension Tender {
    init(_ method: Payment.Method, _ cents: Int) { self.init(method: method, amount: Money(cents: cents)) }
}

/// Expects a refusal with this code, whose sentences are whole in both languages.
func expectRefusal(_ code: Refusal.Code, index: Int? = nil, _ body: () throws -> Void) {
    do {
        try body()
        Issue.record("nothing was refused where \(code) was expected")
    } catch let refusal as Refusal {
        #expect(refusal.code == code && refusal.index == index, "\(refusal)")
        for language in MessageLanguage.allCases {
            let wording = refusal.wording(in: language)
            #expect(wording.message.count > 10 && wording.hint.count > 5)
        }
        #expect(refusal.wording(in: .french) != refusal.wording(in: .english))
    } catch { Issue.record("\(error)") }
}
