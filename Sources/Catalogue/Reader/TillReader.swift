import Reception
import Yams

/// Reads `till:` of `office.yaml`: who sells, at which rates of VAT, and the accountant's accounts.
struct TillReader {
    private static let keys = ["mode", "seller", "cutoff", "change_on", "rates", "accounts"]
    private static let sellerKeys = ["name", "address", "siret", "vat_number"]
    /// Later would be the next day's morning, not the night before.
    private static let latestCutoff = 12 * 60

    private let till: Fields
    private let currency: String

    /// What the office says of its tills; of an office that says nothing, what a till can't do without.
    ///
    /// - `name`: the office's, in its own language: the seller's as long as nothing else is said.
    static func read(_ office: Fields, name: String, currency: String) -> TillSetting {
        guard let till = office.fields("till", keys: keys) else {
            return TillSetting(seller: .init(name: name), currency: currency)
        }
        return TillReader(till: till, currency: currency).setting(name: name)
    }

    private func setting(name: String) -> TillSetting {
        let rates = rates()
        return TillSetting(
            mode: till.choice("mode", of: TillSetting.Mode.self) ?? .builtin, seller: seller(name: name),
            currency: currency, cutoff: cutoff(), changeOn: changeOn(), rates: rates, accounts: accounts(rates))
    }

    private func seller(name: String) -> TillSetting.Seller {
        guard let seller = till.fields("seller", keys: Self.sellerKeys) else { return .init(name: name) }
        return TillSetting.Seller(
            name: seller.text("name") ?? name, address: seller.texts("address"),
            siret: seller.value("siret", .siret) { Self.siret($0) },
            vatNumber: seller.value("vat_number", .vatNumber) { Self.vatNumber($0) })
    }

    private func cutoff() -> Int {
        guard let minute = till.value("cutoff", .timeOfDay, { HourRange.minute($0) }) else { return 0 }
        guard minute <= Self.latestCutoff else {
            till.report.error(.outOfRange("cutoff", "00:00…12:00"), line: till.line(of: "cutoff"))
            return 0
        }
        return minute
    }

    /// Change is always given on cash; saying so would read as if it could be otherwise.
    private func changeOn() -> Set<Payment.Method> {
        let methods = till.choices("change_on", of: Payment.Method.self)
        for (method, node) in zip(methods, till.items("change_on"))
        where ![.holidayVoucher, .giftVoucher].contains(method) {
            till.report.error(.noVoucher(method), line: node.line)
        }
        return Set(methods)
    }

    private func rates() -> [RateChange] {
        var rates: [RateChange] = []
        for item in till.groups("rates", keys: ["category", "rate", "from"]) {
            for key in ["category", "rate", "from"] { _ = item.required(key) }
            let category = item.choice("category", of: VATCategory.self)
            let rate = item.value("rate", .vatRate) { VATRate(typed: $0) }
            guard let category, let rate, let from = item.date("from") else { continue }
            guard category != .none, rate > .zero else {
                item.report.error(.rateOfNothing, line: item.line)
                continue
            }
            if rates.contains(where: { $0.category == category && $0.from == from }) {
                item.report.error(.duplicateRate(category, from), line: item.line)
            } else {
                rates.append(RateChange(category: category, rate: rate, from: from))
            }
        }
        return rates
    }

    private func accounts(_ rates: [RateChange]) -> [String: String] {
        let levels = Set(rates.map(\.rate.basisPoints)).sorted()
        let keys =
            Payment.Method.allCases.map(\.rawValue) + ["consignment", "commission", "movement", "shortage", "surplus"]
            + ([0] + levels).map { "sales-\($0)" } + levels.map { "vat-\($0)" }
        guard let accounts = till.fields("accounts", keys: keys) else { return [:] }
        var numbers: [String: String] = [:]
        for key in keys {
            numbers[key] = accounts.value(key, .account) {
                1...20 ~= $0.utf8.count && Names.isCode($0) ? $0 : nil
            }
        }
        return numbers
    }

    /// 14 digits of which the last makes the sum right (Luhn), so that a slip isn't printed on every receipt.
    private static func siret(_ text: String) -> String? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard digits.count == 14, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element) - 48
            return sum + (digit.offset % 2 == 0 ? value : value * 2 > 9 ? value * 2 - 9 : value * 2)
        }
        return sum % 10 == 0 ? String(decoding: digits, as: UTF8.self) : nil
    }

    /// A country and 2 to 13 letters or digits; spaces between them don't count.
    private static func vatNumber(_ text: String) -> String? {
        let signs = text.utf8.filter { $0 != UInt8(ascii: " ") }
        guard 4...15 ~= signs.count, signs.prefix(2).allSatisfy({ 65...90 ~= $0 }),
            signs.allSatisfy({ 48...57 ~= $0 || 65...90 ~= $0 })
        else { return nil }
        return String(decoding: signs, as: UTF8.self)
    }
}
