import GRDB
import Reception

/// What is asked of a till becomes what is sealed: the rules are Reception's, what they need to know is read here.
struct TillOrders {
    let till: RegisterTill
    let database: Database
    let chain: TillChain
    /// Today.
    let day: OfficeDay

    private var catalogue: TillCatalogue { TillCatalogue(database: database) }
    private var ledger: TillLedger { TillLedger(database: database, office: chain.office, till: chain.till) }

    func content(of request: TillRequest) throws -> TillContent {
        try checkMode(request.order)
        if request.training { try checkTraining(request.order) }
        switch request.order {
        case .sale(let order):
            if !request.training { try checkOpen(day) }
            return .sale(try numbered(ticket(for: order), training: request.training))
        case .refund(let order):
            if !request.training { try checkOpen(day) }
            return .refund(try numbered(refund(order, training: request.training), training: request.training))
        case .reprint(let ticket): return .reprint(try reprint(of: ticket, training: request.training))
        case .opening(let float):
            try checkOpen(day)
            return .opening(try TillOpening(float: float).checked())
        case .movement(let movement):
            try checkOpen(day)
            return .movement(try movement.checked())
        case .count(let count): return .count(try record(of: count.checked()))
        case .closure(let period):
            return .closure(try ledger.closure(of: period.checked(today: day), head: chain.seal))
        case .product(let product):
            return .product(
                try product.checked(
                    among: catalogue.products(archived: true), depositors: catalogue.depositors()))
        case .depositor(let depositor): return .depositor(try depositor.checked())
        case .rate(let change): return .rate(try change.checked())
        case .stock(let move): return .stock(try move.checked(among: catalogue.products(archived: true)))
        case .totals(let totals): return .totals(try totals.checked(today: day))
        }
    }

    /// Prices a basket with its own products only: an office may have thousands. All of them are needed to tell what was meant instead of one
    /// that isn't there.
    private func ticket(for order: SaleOrder) throws -> Ticket {
        let rates = try catalogue.rates()
        let products = try order.lines.compactMap { try catalogue.product($0.product) }
        let depositors = try products.compactMap(\.depositor).compactMap { try catalogue.depositor($0) }
        do {
            return try PriceList(products: products, depositors: depositors, rates: rates, setting: till.setting)
                .ticket(for: order, on: day)
        } catch {
            guard error.code == .productUnknown else { throw error }
        }
        return try PriceList(
            products: catalogue.products(archived: true), depositors: catalogue.depositors(), rates: rates,
            setting: till.setting
        ).ticket(for: order, on: day)
    }

    private func refund(_ order: RefundOrder, training: Bool) throws -> Ticket {
        let (original, refunds) = try (
            till.ticket(order.ticket, training: training, in: database),
            till.refunds(of: order.ticket, training: training, in: database)
        )
        guard let ticket = original.content.ticket else { throw Refusal.ticketUnknown(order.ticket) }
        return try ticket.refund(order, after: refunds.compactMap(\.content.ticket))
    }

    private func numbered(_ ticket: Ticket, training: Bool) throws -> Ticket {
        var ticket = ticket
        ticket.number = (try till.lastTicket(training: training, in: database) ?? 0) + 1
        return ticket
    }

    private func reprint(of ticket: Int, training: Bool) throws -> Reprint {
        _ = try till.ticket(ticket, training: training, in: database)
        let copies = try till.copies(of: ticket, training: training, in: database)
        return Reprint(ticket: ticket, copy: copies + 1)
    }

    private func record(of count: CashCount) throws -> CountRecord {
        let counted = count.day ?? day
        guard counted <= day else { throw Refusal.countOfTomorrow(counted) }
        let sums = try ledger.sums(of: counted)
        return CountRecord(count: count, expected: sums.cash, corrects: sums.count?.entry)
    }

    /// A closed day takes nothing more.
    private func checkOpen(_ day: OfficeDay) throws {
        if let period = try ledger.closure(of: day) { throw Refusal.dayClosed(day, period) }
    }

    /// The office's own certified till alone sells where there is one, and only there are totals handed in.
    private func checkMode(_ order: TillOrder) throws {
        switch (till.setting.mode, order) {
        case (_, .product), (_, .depositor), (_, .rate), (_, .stock), (.external, .totals): break
        case (.external, _): throw Refusal.tillExternal
        case (.builtin, .totals): throw Refusal.totalsOfOwnTill
        case (.builtin, _): break
        }
    }

    private func checkTraining(_ order: TillOrder) throws {
        switch order {
        case .sale, .refund, .reprint: break
        default: throw Refusal.trainingInvalid
        }
    }
}
