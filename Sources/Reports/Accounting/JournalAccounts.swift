import Reception

/// The accountant's accounts, by what they are of: `till: accounts:` in `content/office.yaml`.
struct JournalAccounts {
    /// What an account is of.
    enum Purpose: Hashable {
        /// Money of one method of payment.
        case payment(Payment.Method)
        /// Turnover of one rate, without its VAT.
        case sales(VATRate)
        /// VAT of one rate.
        case vat(VATRate)
        /// What is owed to depositors in whose name the office sells.
        case consignment
        /// What the office keeps of it, without VAT.
        case commission
        /// Cash on its way to the bank or from it.
        case movement
        /// Cash that is missing.
        case shortage
        /// Cash too much.
        case surplus

        /// Every purpose at some rates of VAT; the commission's VAT is one of theirs.
        static func all(_ rates: [VATRate]) -> [Purpose] {
            Payment.Method.allCases.map(Purpose.payment) + rates.map(Purpose.sales)
                + rates.filter { $0 != .zero }.map(Purpose.vat)
                + [.consignment, .commission, .movement, .shortage, .surplus]
        }

        /// Its key in the setting.
        var key: String {
            switch self {
            case .payment(let method): method.rawValue
            case .sales(let rate): "sales-\(rate.basisPoints)"
            case .vat(let rate): "vat-\(rate.basisPoints)"
            case .consignment: "consignment"
            case .commission: "commission"
            case .movement: "movement"
            case .shortage: "shortage"
            case .surplus: "surplus"
            }
        }

        /// What the journal calls it.
        var name: String {
            switch self {
            case .payment(let method): Receipt.name(method)
            case .sales(let rate): "Ventes " + Receipt.percent(rate)
            case .vat(let rate): "TVA collectée " + Receipt.percent(rate)
            case .consignment: "Déposants"
            case .commission: "Commissions de dépôt-vente"
            case .movement: "Virements internes"
            case .shortage: "Manquants de caisse"
            case .surplus: "Excédents de caisse"
            }
        }
    }

    let numbers: [String: String]
    /// The keys that were asked for and that the setting doesn't have.
    private(set) var missing: Set<String> = []

    init(_ setting: TillSetting) { numbers = setting.accounts }

    /// Its number; "" when the setting doesn't have it, which is then remembered.
    mutating func number(of purpose: Purpose) -> String {
        if let number = numbers[purpose.key], !number.isEmpty { return number }
        missing.insert(purpose.key)
        return ""
    }
}

extension Journal {
    /// The keys of all accounts that a journal may need, at an office's rates of VAT.
    public static func accounts(of setting: TillSetting, rates: [RateChange]) -> [String] {
        JournalAccounts.Purpose.all(Self.rates(of: setting, rates)).map(\.key)
    }

    /// What the account of a key is of, in French; the key itself when no account has it.
    public static func accountName(_ key: String) -> String {
        let rate = key.split(separator: "-").last.flatMap { Int($0) }.map(VATRate.init(basisPoints:))
        return JournalAccounts.Purpose.all([rate ?? .zero]).first { $0.key == key }?.name ?? key
    }

    private static func rates(of setting: TillSetting, _ rates: [RateChange]) -> [VATRate] {
        setting.seller.vatNumber == nil ? [.zero] : Set(rates.map(\.rate)).sorted()
    }
}
