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
