import Reception
import Reports
import Terminal

/// Amounts as they are typed and told.
enum MoneyWords {
    /// `17,00 €`; in English `€17.00`.
    static func words(_ money: Money, _ currency: String) -> String {
        let french = Receipt.amount(money, currency)
        guard speech == .english else { return french }
        let number = plain(Money(cents: abs(money.cents)), ".")
        let sign = money.cents < 0 ? "-" : ""
        return currency == "EUR" ? "\(sign)€\(number)" : "\(sign)\(number) \(currency)"
    }

    /// `17.00`, with another point if need be: what a program, or a spreadsheet, reads.
    static func plain(_ money: Money, _ point: String) -> String {
        let (whole, rest) = money.cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return (money.cents < 0 ? "-" : "") + "\(whole)\(point)\(rest < 10 ? "0" : "")\(rest)"
    }

    /// What is typed of an amount: `20`, `12,50`, `12.5`, `3 €`, with a sign or not; nil when it is none, or has tenths of a cent.
    static func typed(_ text: String) -> Money? {
        var digits = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" && $0 != "€" }[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard 1...2 ~= parts.count, let whole = number(parts[0]), parts[0].utf8.count <= 9 else { return nil }
        var cents = 0
        if parts.count == 2 {
            guard 1...2 ~= parts[1].utf8.count, let rest = number(parts[1]) else { return nil }
            cents = parts[1].utf8.count == 1 ? rest * 10 : rest
        }
        return Money(cents: (whole * 100 + cents) * (isNegative ? -1 : 1))
    }

    /// What is typed of a percentage: `10%`, `12,5 %`, in hundredths of a percent; nil when it is none.
    static func typedPercent(_ text: String) -> Int? {
        let trimmed = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
        guard trimmed.last == "%" else { return nil }
        return typed(String(trimmed.dropLast()))?.cents
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
    }
}
