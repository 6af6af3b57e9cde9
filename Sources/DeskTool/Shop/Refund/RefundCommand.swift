import ArgumentParser
import Reception
import Terminal

struct RefundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refund",
        abstract: say("Rembourse un ticket, ou une partie.", "Gives back the money of a ticket, or a part of it."),
        discussion: say(
            """
            Exemples :
              desk refund 12                                    montre ses lignes et demande le reste
              desk refund 12 --because "erreur de saisie"       tout le ticket, comme il a été payé
              desk refund 12 2x1 --cash --because "pot fêlé"    un seul article de la ligne 2, en espèces
            Rien ne s'efface : un remboursement est un ticket de plus, lié au premier.
            """,
            """
            Examples:
              desk refund 12                                    shows its lines and asks for the rest
              desk refund 12 --because "typed by mistake"       all of the ticket, the way it was paid
              desk refund 12 2x1 --cash --because "cracked pot" only one article of line 2, in cash
            Nothing is deleted: a refund is one more ticket, linked to the first.
            """))

    @Argument(help: .init(say("Le numéro du ticket.", "The ticket's number."), valueName: "ticket"))
    var ticket: Int

    @Argument(
        help: .init(
            say(
                "Des lignes du ticket, de 1 en bas : 2, ou 2x1 pour un seul ; tout sinon.",
                "Lines of the ticket, from 1 down: 2, or 2x1 for only one; all otherwise."),
            valueName: "line"))
    var lines: [String] = []

    @Flag(
        help: .init(
            say(
                "Comment c'est rendu ; sinon, comme c'était payé.",
                "How it is given back; otherwise the way it was paid.")))
    var method: GivenBack?

    @Option(help: .init(say("Pourquoi.", "Why."), valueName: "text"))
    var because: String?

    @Flag(
        name: .customLong("no-restock"),
        help: .init(say("Ce qui revient ne retourne pas en stock.", "What comes back doesn't go back into stock.")))
    var noRestock = false

    @Flag(help: .init(say("Un ticket d'exercice.", "A ticket of practice.")))
    var training = false

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let entry = try desk.till.ticket(ticket, training: training)
            guard let sold = entry.content.ticket else { return }
            let sheet = RefundSheet(
                ticket: sold,
                refunds: try desk.till.refunds(of: ticket, training: training).compactMap(\.content.ticket),
                currency: desk.till.setting.currency)
            let wanted = try RefundLines(lines)
            let order = RefundOrder(
                ticket: ticket, lines: wanted.lines, method: try sheet.method(said: method?.method),
                reason: try reason(sheet), restocks: !noRestock)
            if outcome.dryRun {
                for line in sheet.lines { print(line) }
                return print(say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded."))
            }
            let sealed = try desk.perform(.refund(order), training: training)
            if outcome.json { return try printJSON(sealed) }
            tell(sealed, sheet: TicketSheet(currency: desk.till.setting.currency))
            if let warning = ClockWords.warning(sealed, at: desk.till) { Terminal.tell(warning) }
        }
    }

    /// What is said of it, or answered when somebody can be asked.
    private func reason(_ sheet: RefundSheet) throws -> String {
        if let because { return CSVFile.trimmed(because) }
        guard !outcome.dryRun else { return "-" }
        for line in sheet.lines { Terminal.tell(line) }
        if canAsk,
            let answer = askText(
                say(
                    "Pourquoi est-ce remboursé ? (Entrée : rien n'est fait) ",
                    "Why is it given back? (Enter: nothing is done) "))
        {
            return answer
        }
        throw Refused.byPerson(
            say(
                "Un remboursement a une raison : desk refund \(ticket) --because \"erreur de saisie\". Rien n'a été enregistré.",
                "A refund has a reason: desk refund \(ticket) --because \"typed by mistake\". Nothing was recorded."))
    }

    private func tell(_ entry: TillEntry, sheet: TicketSheet) {
        guard let ticket = entry.content.ticket else { return }
        for line in sheet.basket(ticket) { print(line) }
        for payment in ticket.payments {
            let words = say("RENDRE", "GIVE BACK") + "  " + MoneyWords.words(-payment.amount, ticket.currency)
            for line in TicketSheet.large("\(words)  (\(PaymentWords.name(payment.method)))") { print(line) }
        }
        let kind = entry.training ? say("FACTICE : ", "FACTICE: ") : ""
        print(
            kind
                + say(
                    "Ticket \(ticket.number) : remboursement du ticket \(self.ticket). Reçu : desk ticket \(ticket.number) --print",
                    "Ticket \(ticket.number): refund of ticket \(self.ticket). Receipt: desk ticket \(ticket.number) --print"
                ))
    }
}

/// How money is given back.
enum GivenBack: String, EnumerableFlag {
    case cash, card, cheque, ancv, gift, transfer

    var method: Payment.Method {
        switch self {
        case .cash: .cash
        case .card: .card
        case .cheque: .cheque
        case .ancv: .holidayVoucher
        case .gift: .giftVoucher
        case .transfer: .transfer
        }
    }

    static func help(for value: GivenBack) -> ArgumentHelp? {
        switch value {
        case .cash: .init(say("Rendu en espèces.", "Given back in cash."))
        case .card: .init(say("Rendu sur la carte.", "Given back on the card."))
        case .cheque: .init(say("Rendu par chèque.", "Given back by cheque."))
        case .ancv: .init(say("Rendu en chèques-vacances.", "Given back in holiday vouchers."))
        case .gift: .init(say("Rendu en bon cadeau.", "Given back as a gift voucher."))
        case .transfer: .init(say("Rendu par virement.", "Given back by transfer."))
        }
    }
}
