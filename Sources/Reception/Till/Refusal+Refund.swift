/// What can be wrong with a refund. People count lines from 1.
extension Refusal {
    static func refundOfRefund(_ number: Int, of original: Int) -> Refusal {
        Refusal(
            .refundOfRefund,
            fr: (
                "Le ticket \(number) est lui-même un remboursement, du ticket \(original).",
                "Un remboursement ne se rembourse pas : refaites une vente."
            ),
            en: (
                "Ticket \(number) is a refund itself, of ticket \(original).",
                "A refund can't be refunded: sell again."
            ))
    }

    static func ticketRefunded(_ number: Int) -> Refusal {
        Refusal(
            .ticketRefunded,
            fr: (
                "Le ticket \(number) est déjà remboursé en entier.",
                "« desk ticket \(number) » montre ce qui en a été rendu."
            ),
            en: (
                "Ticket \(number) was refunded already, all of it.",
                "“desk ticket \(number)” shows what was given back."
            ))
    }

    static func lineRefunded(_ index: Int, _ line: TicketLine, _ number: Int) -> Refusal {
        Refusal(
            .ticketRefunded,
            fr: (
                "La ligne \(index + 1) du ticket \(number) (\(line.label)) est déjà remboursée.",
                "« desk ticket \(number) » montre ce qui reste."
            ),
            en: (
                "Line \(index + 1) of ticket \(number) (\(line.label)) was refunded already.",
                "“desk ticket \(number)” shows what is left."
            ))
    }

    static func refundsNothing(_ number: Int) -> Refusal {
        Refusal(
            .refundInvalid,
            fr: (
                "Aucune ligne du ticket \(number) n'est à rembourser.",
                "Nommez des lignes, ou aucune pour tout rembourser."
            ),
            en: ("No line of ticket \(number) is to be refunded.", "Name lines, or none to refund all."))
    }

    static func noSuchLine(_ index: Int, of ticket: Ticket) -> Refusal {
        let count = ticket.lines.count
        return Refusal(
            .refundInvalid,
            fr: (
                "Le ticket \(ticket.number) n'a pas de ligne \(index.addingReportingOverflow(1).partialValue).",
                count == 1 ? "Il n'a que la ligne 1." : "Ses lignes vont de 1 à \(count)."
            ),
            en: (
                "Ticket \(ticket.number) has no line \(index.addingReportingOverflow(1).partialValue).",
                count == 1 ? "Its only line is 1." : "Its lines are 1 to \(count)."
            ))
    }

    static func lineTwice(_ index: Int, _ number: Int) -> Refusal {
        Refusal(
            .refundInvalid,
            fr: (
                "La ligne \(index + 1) du ticket \(number) est nommée deux fois.",
                "Nommez-la une fois, avec la quantité."
            ),
            en: ("Line \(index + 1) of ticket \(number) is named twice.", "Name it once, with the quantity."))
    }

    static func refundQuantity(_ quantity: Int, left: Int, _ line: TicketLine) -> Refusal {
        Refusal(
            .quantityInvalid,
            fr: ("\(quantity) \(line.label) ne peuvent pas être rendus.", "Il en reste \(left) à rendre, au plus."),
            en: ("\(quantity) \(line.label) can't be given back.", "\(left) of it at most are left to give back."))
    }
}
