import Catalogue
import Foundation
import Reception
import Testing

@Suite struct TillSettingTests {
    private static let till = """

        till:
          mode: external
          seller:
            name: Office du pays
            address: ["1 rue du Pont", "30250 Sommières"]
            siret: "732 829 320 00074"
            vat_number: FR 44 732829320
          cutoff: "02:30"
          change_on: [gift-voucher]
          rates:
            - {category: reduced, rate: 5.5, from: 2014-01-01}
            - {category: reduced, rate: "6,25", from: 2027-01-01}
          accounts: {cash: "530", sales-550: 707, vat-625: "44571"}
        """

    /// The content with what an office says of its till; `edit`: a line of it, and what stands there instead.
    private func content(_ edit: (String, String)? = nil) throws -> TemporaryContent {
        let content = try TemporaryContent()
        let till = edit.map { Self.till.replacingOccurrences(of: $0.0, with: $0.1) } ?? Self.till
        try #require(edit == nil || till != Self.till)
        try content.write("office.yaml", content.read("office.yaml") + till)
        return content
    }

    @Test func `what an office says of its till travels with the compiled content`() throws {
        let content = try content()
        let day = { (text: String) in OfficeDay(text)! }
        let expected = TillSetting(
            mode: .external,
            seller: .init(
                name: "Office du pays", address: ["1 rue du Pont", "30250 Sommières"], siret: "73282932000074",
                vatNumber: "FR44732829320"), cutoff: 150, changeOn: [.giftVoucher],
            rates: [
                RateChange(category: .reduced, rate: VATRate(basisPoints: 550), from: day("2014-01-01")),
                RateChange(category: .reduced, rate: VATRate(basisPoints: 625), from: day("2027-01-01")),
            ], accounts: ["cash": "530", "sales-550": "707", "vat-625": "44571"])
        #expect(try content.load().till == expected)
        #expect(try content.load().till == expected, "read back from the compiled content")
    }

    @Test func `an office that says nothing sells in its own name, in its currency, outside VAT`() throws {
        let setting = try TemporaryContent().load().till
        #expect(setting == TillSetting(seller: .init(name: "L’office"), currency: "EUR"))
    }

    @Test(arguments: [
        ("mode: external", "mode: certified", "unknown-value", "mode: certified"),
        ("cutoff:", "cut_off:", "unknown-key", "cut_off:"),
        ("siret: \"732 829 320 00074\"", "siret: \"73282932000075\"", "wrong-type", "siret:"),
        ("siret: \"732 829 320 00074\"", "siret: \"732829320\"", "wrong-type", "siret:"),
        ("vat_number: FR 44 732829320", "vat_number: 44732829320", "wrong-type", "vat_number:"),
        ("cutoff: \"02:30\"", "cutoff: \"2h30\"", "wrong-type", "cutoff:"),
        ("cutoff: \"02:30\"", "cutoff: \"23:00\"", "out-of-range", "cutoff:"),
        ("[gift-voucher]", "[gift-voucher, card]", "change-on-no-voucher", "change_on:"),
        ("[gift-voucher]", "[gift]", "unknown-value", "change_on:"),
        ("category: reduced, rate: 5.5", "category: low, rate: 5.5", "unknown-value", "category: low"),
        ("category: reduced, rate: 5.5", "category: none, rate: 5.5", "rate-of-nothing", "category: none"),
        ("rate: 5.5", "rate: 0", "rate-of-nothing", "rate: 0"),
        ("rate: 5.5", "rate: 5.505", "wrong-type", "rate: 5.505"),
        ("rate: 5.5, from: 2014-01-01", "rate: 5.5", "missing-key", "rate: 5.5"),
        ("from: 2014-01-01", "from: 2014-02-30", "wrong-type", "2014-02-30"),
        ("from: 2014-01-01", "from: 2027-01-01", "duplicate-rate", "rate: \"6,25\""),
        ("cash: \"530\"", "till: \"530\"", "unknown-key", "accounts:"),
        ("cash: \"530\"", "sales-560: \"530\"", "unknown-key", "accounts:"),
        ("cash: \"530\"", "cash: \"5 30\"", "wrong-type", "accounts:"),
        ("    name: Office du pays", "    name: \"\"", "empty-text", "name: \"\""),
    ])
    func `what is wrong in it is told with its line`(old: String, new: String, code: String, at: String) throws {
        let content = try content((old, new))
        let lines = try content.read("office.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.lastIndex { $0.contains(at) }) + 1
        // A rate that isn't read leaves its account without one, which is told after it.
        let problem = try #require(content.check().problems.first { $0.severity == .error })
        #expect("\(problem.code) \(problem.file):\(problem.line ?? 0)" == "\(code) office.yaml:\(line)")
    }
}
