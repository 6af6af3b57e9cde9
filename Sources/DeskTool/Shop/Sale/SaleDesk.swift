import Reception
import Terminal

/// What happens to a basket at an open till.
struct SaleDesk {
    let desk: TillDesk
    let sale: SaleToRecord

    init(_ desk: TillDesk, sale: SaleToRecord) {
        (self.desk, self.sale) = (desk, sale)
    }

    private var sheet: TicketSheet { TicketSheet(currency: desk.till.setting.currency) }

    /// Sells a basket, with what was put aside if that is taken back. Returns the basket when nobody said how it is paid and somebody is there
    /// to say it.
    func sell(_ typed: SaleOrder) throws -> SaleOrder? {
        guard let name = sale.resumed else { return try take(typed) }
        let parked = try ParkedBaskets(desk.till).named(name)
        var order = parked.order
        order.lines = BasketWords.merged(order.lines + typed.lines)
        order.payments = typed.payments
        order.discount = typed.discount ?? order.discount
        order.visit = typed.visit ?? order.visit
        if sale.isTrial { return try take(order) }
        // Out of everybody's sight while it is sold, and back where it was when it isn't.
        _ = try desk.till.unpark(parked.id)
        do {
            return try take(order)
        } catch {
            try? desk.till.park(parked)
            throw error
        }
    }

    /// Puts a basket aside, once each of its products is known.
    func park(_ order: SaleOrder, as name: String) throws {
        let priced = try self.priced(order)
        let name = CSVFile.trimmed(name)
        if !sale.isTrial {
            try desk.till.park(ParkedBasket(id: FactID(bornAt: desk.now), name: name, at: desk.now, order: order))
        }
        for line in sheet.basket(priced) { print(line) }
        print(
            sale.isTrial
                ? say("Essai : rien n'a été mis de côté.", "A trial: nothing was put aside.")
                : say(
                    "Mis de côté : « \(name) ». Pour le reprendre : \(ShellWords.line(["desk", "sell", "--resume", name, "--card"]))",
                    "Put aside: “\(name)”. To take it back: \(ShellWords.line(["desk", "sell", "--resume", name, "--card"]))"
                ))
    }

    private func take(_ order: SaleOrder) throws -> SaleOrder? {
        // What comes to nothing is paid already.
        if order.payments.isEmpty, case let priced = try self.priced(order), sale.isTrial || priced.total > .zero {
            if canAsk, !sale.isJSON, !sale.isTrial { return order }
            guard !sale.isTrial else { return try show(trial: priced) }
            throw Refused(
                exitCode: 1,
                lines: sheet.basket(priced) + [
                    say(
                        "Comment est-ce payé ? Ajoutez --cash 20, --card… Rien n'a été enregistré.",
                        "How is it paid? Add --cash 20, --card… Nothing was recorded.")
                ])
        }
        if sale.isTrial { return try show(trial: priced(order)) }
        let entry = try desk.perform(.sale(order), training: sale.training)
        if sale.isJSON { try printJSON(entry) } else { tell(entry) }
        if sale.prints { try ReceiptPrinter().print(ReceiptOf.original(entry, at: desk.till)) }
        return nil
    }

    private func priced(_ order: SaleOrder) throws -> Ticket { try Pricing(desk).ticket(order) }

    private func show(trial priced: Ticket) throws -> SaleOrder? {
        if sale.isJSON {
            try printJSON(priced)
        } else {
            for line in sheet.ticket(priced) { print(line) }
            print(say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded."))
        }
        return nil
    }

    private func tell(_ entry: TillEntry) {
        guard let ticket = entry.content.ticket else { return }
        for line in sheet.ticket(ticket) + SaleWords.confirmation(entry, ticket, till: sale.till) { print(line) }
        if let linked = sale.linked { print(linked.line) }
        for warning in SaleWords.warnings(entry, at: desk.till) { Terminal.tell(warning) }
    }
}

/// What is said of a ticket that was sealed.
enum SaleWords {
    /// Its number, how to print it, how to undo it.
    static func confirmation(_ entry: TillEntry, _ ticket: Ticket, till: any TillChoice) -> [String] {
        let number = ticket.number
        let options = (till.till.map { " --till \($0)" } ?? "") + (entry.training ? " --training" : "")
        let kind =
            entry.training
            ? say("FACTICE : ticket d'exercice \(number).", "FACTICE: practice ticket \(number).")
            : say("Ticket \(number) enregistré.", "Ticket \(number) recorded.")
        var lines = [
            kind
                + say(
                    " Pour l'annuler : desk refund \(number)\(options)", " To undo it: desk refund \(number)\(options)"),
            say("Reçu : desk ticket \(number)\(options) --print", "Receipt: desk ticket \(number)\(options) --print"),
        ]
        if ticket.total.cents >= noteFrom, ticket.currency == "EUR", !entry.training {
            lines.append(
                say(
                    "25 € ou plus : pour une prestation (visite guidée…), la note se remet sans être demandée.",
                    "€25 or more: for a service (a guided tour…), the note is given without being asked for."))
        }
        return lines
    }

    /// What is odd about a ticket that was sealed all the same: the clock, the stock. What can't be read now takes nothing from it.
    static func warnings(_ entry: TillEntry, at till: any Till) -> [String] {
        let clock = [ClockWords.warning(entry, at: till)].compactMap(\.self)
        guard let ticket = entry.content.ticket, !entry.training,
            let stock = try? till.stock(of: Set(ticket.lines.map(\.product)))
        else { return clock }
        return clock + StockWords.warnings(ticket, stock: stock)
    }

    /// Cents from which a note of a service is given: arrêté n° 83-50/A of 3 October 1983.
    private static let noteFrom = 2_500
}
