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
        if till.setting.mode == .external { try checkExternal(request.order) }
        if request.training { try checkTraining(request.order) }
        switch request.order {
        case .sale(let order):
            try checkOpen(day, training: request.training)
            let rates = try catalogue.rates()
            return .sale(
                try TillSeam.sale(
                    order, number: (till.lastTicket(training: request.training, in: database) ?? 0) + 1,
                    currency: till.setting.currency,
                    product: {
                        guard let product = try catalogue.product($0) else { throw Refusal.ticketUnknown(nil) }
                        return product
                    },
                    rate: { category in
                        rates.last { $0.category == category && $0.from <= day }?.rate ?? .zero
                    }))
        case .refund, .stock, .depositor, .rate, .totals, .reprint: throw Refusal.ticketUnknown(nil)
        case .opening(let float):
            try checkOpen(day, training: false)
            return .opening(TillOpening(float: float))
        case .movement(let movement):
            try checkOpen(day, training: false)
            return .movement(movement)
        case .count(let count): return .count(try record(of: count))
        case .closure(let period):
            return .closure(try ledger.closure(of: period, today: day, head: chain.seal))
        case .product(let product): return .product(product)
        }
    }

    private func record(of count: CashCount) throws -> CountRecord {
        let day = count.day ?? day
        return CountRecord(
            count: count, expected: try ledger.cash(of: day, totals: ledger.totals(of: day)),
            corrects: try ledger.count(of: day)?.entry)
    }

    /// A closed day takes nothing more.
    private func checkOpen(_ day: OfficeDay, training: Bool) throws {
        guard !training, let period = try ledger.closure(of: day) else { return }
        throw Refusal.dayClosed(day, period)
    }

    /// The office has a till of its own: it alone sells.
    private func checkExternal(_ order: TillOrder) throws {
        switch order {
        case .product, .depositor, .rate, .stock, .totals: break
        default: throw Refusal.tillExternal
        }
    }

    private func checkTraining(_ order: TillOrder) throws {
        switch order {
        case .sale, .refund, .reprint: break
        default: throw Refusal.trainingInvalid
        }
    }
}
