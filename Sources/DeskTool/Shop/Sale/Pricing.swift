import Reception
import Terminal

/// What baskets come to now, as the till will seal them.
struct Pricing {
    /// All of them, the archived ones too.
    let products: [Product]
    private let list: PriceList
    private let day: OfficeDay

    init(_ desk: TillDesk) throws {
        let till = desk.till
        products = try till.products(archived: true)
        list = PriceList(
            products: products, depositors: try till.depositors(), rates: try till.rates(), setting: till.setting)
        day = till.clock.tillDay(at: desk.now, cutoff: till.setting.cutoff)
    }

    /// The ticket of a basket, without payments when nothing was handed over. Throws the `Refusal` of the first rule broken.
    func ticket(_ order: SaleOrder) throws(Refusal) -> Ticket {
        guard order.payments.isEmpty else { return try list.ticket(for: order, on: day) }
        var paid = order
        paid.payments = [Tender(method: .card)]
        var ticket = try list.ticket(for: paid, on: day)
        ticket.payments = []
        return ticket
    }
}
