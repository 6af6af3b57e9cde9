import Reception
import Terminal

/// Amounts as they are typed and told at the till.
enum MoneyWords {
    /// `17,00 €`; in English `€17.00`.
    static func words(_ money: Money, _ currency: String) -> String { money.wording(in: speech, currency: currency) }

    /// What is typed of a percentage: `10%`, `12,5 %`, in hundredths of a percent; nil when it is none.
    static func typedPercent(_ text: String) -> Int? {
        guard text.last == "%" else { return nil }
        return Money(typed: String(text.dropLast()))?.cents
    }
}
