import LineEditor
import Reception
import Terminal

extension TillSession {
    /// Puts products into the basket: by code or barcode, one or several, or one by words of its name.
    mutating func add(_ words: [String], _ tell: (Row) -> Void) throws -> Answer {
        var lines = try? BasketWords.lines(words)
        if lines?.allSatisfy({ view.finder.exactly($0.product) != nil }) != true {
            lines = try [named(words)]
        }
        var changed = order
        changed.lines = BasketWords.merged(
            order.lines
                + (lines ?? []).map { line in
                    var line = line
                    line.product = view.finder.exactly(line.product)?.code ?? line.product
                    return line
                })
        // What breaks a rule (a quantity, an archived product) is told now, not when it is paid.
        _ = try view.pricing.ticket(changed.unpaid)
        order = changed
        if !canEdit { tellBasket(tell) }
        return Answer()
    }

    /// The one product that the words mean, with a quantity behind them. Throws the choice when there are several.
    private func named(_ words: [String]) throws -> SaleOrder.Line {
        var name = words
        var quantity = 1
        if let last = words.last, words.count > 1, let number = Int(last), last.utf8.count <= 4 {
            (name, quantity) = (words.dropLast(), number)
        }
        let typed = name.joined(separator: " ")
        let found = view.finder.search(typed).filter { !$0.archived }
        if found.count == 1 { return SaleOrder.Line(product: found[0].code, quantity: quantity) }
        guard found.count > 1 else {
            return SaleOrder.Line(product: try view.finder.product(typed).code, quantity: quantity)
        }
        let rows = found.prefix(8).map { "  \($0.code)  \($0.label(in: speech))  \(view.words($0.price))" }
        throw Refused(
            exitCode: 1,
            lines: [say("Lequel ? Tapez son code :", "Which one? Type its code:")] + rows
                + (found.count > 8 ? ["  …"] : []))
    }

    /// `retirer miel-500`
    mutating func remove(_ words: [String], _ tell: (Row) -> Void) throws {
        let typed = words.joined(separator: " ")
        let code =
            view.finder.exactly(typed)?.code
            ?? view.finder.search(typed).first { product in
                order.lines.contains { $0.product == product.code }
            }?.code
        guard let place = order.lines.firstIndex(where: { $0.product == code }) else {
            throw Refused.byPerson(say("« \(typed) » n'est pas dans le panier.", "“\(typed)” isn't in the basket."))
        }
        order.lines.remove(at: place)
        if !canEdit { tellBasket(tell) }
    }

    /// `remise 10% coin abîmé`
    mutating func takeOff(_ words: [String], _ tell: (Row) -> Void) throws {
        var changed = order
        changed.discount = try words.first.map {
            try DiscountWords.read($0, because: words.dropFirst().joined(separator: " "))
        }
        if !changed.lines.isEmpty { _ = try view.pricing.ticket(changed.unpaid) }
        order = changed
        if !canEdit { tellBasket(tell) }
    }

    /// `attente chapeau`
    mutating func park(_ name: String, _ tell: (Row) -> Void) throws {
        guard !order.lines.isEmpty else { throw Self.empty }
        let now = now()
        let name = name.isEmpty ? String(FactID(bornAt: now).description.suffix(4)) : name
        try options.withTill(till, now: now) { desk in
            try desk.till.park(ParkedBasket(id: FactID(bornAt: now), name: name, at: now, order: order.unpaid))
        }
        order = SaleOrder(lines: [], payments: [])
        tell(
            Row(
                say(
                    "Mis de côté : « \(name) ». Pour le reprendre : reprendre \(name)",
                    "Put aside: “\(name)”. To take it back: resume \(name)"),
                .good))
    }

    /// `reprendre chapeau`
    mutating func resume(_ name: String, _ tell: (Row) -> Void) throws {
        let parked = try options.withTill(till, now: now()) { desk in
            try desk.till.unpark(ParkedBaskets(desk.till).named(name).id)
        }
        order.lines = BasketWords.merged(parked.order.lines + order.lines)
        order.discount = order.discount ?? parked.order.discount
        order.visit = order.visit ?? parked.order.visit
        tell(Row(say("Repris : « \(parked.name) ».", "Taken back: “\(parked.name)”."), .good))
        if !canEdit { tellBasket(tell) }
    }

    /// Takes a payment; seals the sale when all is paid.
    mutating func pay(_ method: Payment.Method, _ words: [String], _ tell: (Row) -> Void) throws -> Answer {
        guard !order.lines.isEmpty else { throw Self.empty }
        var amount: Money?
        if let typed = words.first, !TenderAmount.rest.contains(typed) {
            amount = PaymentWords.amount(words.joined())
            guard amount != nil else {
                throw Refused.byPerson(
                    say(
                        "« \(words.joined(separator: " ")) » n'est pas un montant.",
                        "“\(words.joined(separator: " "))” isn't an amount."))
            }
        }
        let due = try view.due(order)
        var paid = order
        paid.payments.append(Tender(method: method, amount: amount))
        let isPart = amount.map { .zero < $0 && $0 < due } ?? false
        if isPart {
            order = paid
            if !canEdit { tellBasket(tell) }
            return Answer()
        }
        let now = now()
        let (entry, warned) = try options.withTill(till, now: now) { desk in
            let entry = try desk.perform(.sale(paid), training: training)
            return (entry, warnings(entry, at: desk.till))
        }
        sealed = entry
        order = SaleOrder(lines: [], payments: [])
        tellSold(entry, tell)
        for warning in warned { tell(Row(warning, .warning)) }
        return Answer()
    }

    /// Prints what was sold last.
    func printLast(_ tell: (Row) -> Void) throws {
        guard let sealed else {
            throw Refused.byPerson(say("Rien n'a encore été vendu ici.", "Nothing was sold here yet."))
        }
        try options.withTill(till, now: now()) { desk in
            try ReceiptPrinter().print(ReceiptOf.original(sealed, at: desk.till))
        }
        tell(Row(say("Reçu imprimé.", "Receipt printed."), .good))
    }

    /// Where somebody stays at the till there is time to read the stock, which takes as long as there are tickets since it was counted.
    private func warnings(_ entry: TillEntry, at till: any Till) -> [String] {
        let sold = Set(entry.content.ticket?.lines.map(\.product) ?? [])
        let stock = training ? nil : try? till.stock(of: sold)
        return [ClockWords.warning(entry, at: till)].compactMap(\.self)
            + (entry.content.ticket.map { StockWords.warnings($0, stock: stock ?? [:]) } ?? [])
    }

    private func tellSold(_ entry: TillEntry, _ tell: (Row) -> Void) {
        guard let ticket = entry.content.ticket else { return }
        let sheet = TicketSheet(currency: ticket.currency)
        for line in sheet.ticket(ticket) { tell(Row(line)) }
        for line in SaleWords.confirmation(entry, ticket, till: till) { tell(Row(line, .good)) }
    }

    private static var empty: Refused {
        .byPerson(say("Le panier est vide : un produit d'abord.", "The basket is empty: a product first."))
    }
}

extension SaleOrder {
    /// The same, before anything was handed over.
    var unpaid: SaleOrder {
        var order = self
        order.payments = []
        return order
    }
}
