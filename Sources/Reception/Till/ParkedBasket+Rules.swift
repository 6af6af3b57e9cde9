extension ParkedBasket {
    /// This basket, when it can wait: what is in it is priced when it is sold. Throws `value_invalid`, `discount_invalid`.
    public func checked() throws(Refusal) -> ParkedBasket {
        guard TillText.isLine(name, limit: 100) else {
            throw Refusal(
                .valueInvalid,
                fr: (
                    "Un panier mis de côté a besoin d’un nom de 1 à 100 caractères, sur une ligne.",
                    "Donnez-lui un mot pour le retrouver, jamais le nom de quelqu’un."
                ),
                en: (
                    "A basket put aside needs a name of 1 to 100 characters, on one line.",
                    "Give it a word to find it by, never somebody's name."
                ))
        }
        guard order.lines.allSatisfy({ TicketLine.quantities ~= $0.quantity }) else {
            throw Refusal(
                .valueInvalid,
                fr: ("Une quantité du panier ne peut pas être.", "Elle va de 1 à 9999."),
                en: ("A quantity of the basket can't be.", "It is from 1 to 9999."))
        }
        for line in order.lines { try line.discount?.checked() }
        try order.discount?.checked()
        return self
    }
}
