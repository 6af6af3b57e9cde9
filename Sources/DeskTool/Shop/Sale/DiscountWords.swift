import Reception
import Terminal

/// A discount as it is typed.
enum DiscountWords {
    /// `10%` or `2.00`, with its reason. Throws what has to be mended.
    ///
    /// - `example`: how a reason is typed here.
    static func read(
        _ typed: String, because reason: String?, example: String = option
    ) throws -> Discount {
        let reason = CSVFile.trimmed(reason ?? "")
        guard !reason.isEmpty else {
            throw Refused.byPerson(
                say(
                    "Une remise a une raison, gardée avec la vente : \(example). Rien n'a été enregistré.",
                    "A discount has a reason, kept with the sale: \(example). Nothing was recorded."))
        }
        if let percent = MoneyWords.typedPercent(typed) { return Discount(percent: percent, reason: reason) }
        if let amount = Money(typed: typed) { return Discount(amount: amount, reason: reason) }
        throw Refused.byPerson(
            say(
                "« \(typed) » n'est pas une remise : écrivez 10% ou 2.00. Rien n'a été enregistré.",
                "“\(typed)” isn't a discount: write 10% or 2.00. Nothing was recorded."))
    }

    /// How a reason is typed in one line, and at the prompt.
    static let option = say("--because \"coin abîmé\"", "--because \"torn corner\"")
    static let behind = say("« 10% coin abîmé »", "“10% torn corner”")

    /// What a word takes off the line before it: `10%` of `-10%`, `2.00` of `-2.00`; nil of anything else, such as `-2`, a quantity.
    static func offLine(_ word: String) -> String? {
        guard let sign = word.first, "-\u{2212}".contains(sign) else { return nil }
        let off = word.dropFirst()
        guard off.first?.isNumber == true || off.first == "€", off.contains(where: { "%.,€".contains($0) }) else {
            return nil
        }
        return String(off)
    }

    /// A line of the prompt, `miel-500 2 -10% pot fêlé`, cut behind what is taken off: its basket, and the reason; nil where nothing is.
    static func parted(_ words: [String]) -> (basket: [String], reason: String?) {
        guard let place = words.firstIndex(where: { offLine($0) != nil }) else { return (words, nil) }
        return (Array(words[...place]), words[(place + 1)...].joined(separator: " "))
    }

    /// `-10 %`, `-2,00 €`
    static func words(_ discount: Discount, currency: String) -> String {
        let off =
            discount.amount.map { MoneyWords.words($0, currency) }
            ?? VATRate(basisPoints: discount.percent ?? 0).wording(in: speech)
        return "-" + off
    }
}
