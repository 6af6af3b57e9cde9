import LineEditor
import Reception
import Terminal

/// What the till's prompt knows of the shop between two openings: its products, and what a basket comes to.
struct TillView {
    let finder: ProductFinder
    let pricing: Pricing
    private let currency: String
    private let changeOn: Set<Payment.Method>

    init(_ desk: TillDesk) throws {
        pricing = try Pricing(desk)
        finder = ProductFinder(pricing.products)
        currency = desk.till.setting.currency
        changeOn = desk.till.setting.changeOn.union([.cash])
    }

    /// Whether change is given on a method.
    func givesChange(_ method: Payment.Method) -> Bool { changeOn.contains(method) }

    /// What is left to pay.
    func due(_ order: SaleOrder) throws -> Money {
        try pricing.ticket(order.unpaid).total - order.payments.reduce(.zero) { $0 + ($1.amount ?? .zero) }
    }

    /// The basket, its total and what is left to pay; of many lines the last.
    func rows(_ order: SaleOrder, limit: Int) -> [Row] {
        guard !order.lines.isEmpty, let ticket = try? pricing.ticket(order.unpaid) else { return [] }
        let lines = TicketSheet(currency: currency).basket(ticket)
        let hidden = max(0, lines.count - limit)
        var rows = lines.dropFirst(hidden).dropLast().map { Row($0) }
        if hidden > 0 { rows.insert(Row(say("  … et \(hidden) au-dessus", "  … and \(hidden) above"), .faint), at: 0) }
        rows.append(Row(lines.last ?? "", .strong))
        guard !order.payments.isEmpty, let due = try? due(order) else { return rows }
        let paid = order.payments.map { "\(PaymentWords.name($0.method)) \(words($0.amount ?? .zero))" }.joined(
            separator: ", ")
        return rows + [
            Row(say("  Reçu : \(paid). Reste \(words(due))", "  Received: \(paid). \(words(due)) left"), .strong)
        ]
    }

    func words(_ money: Money) -> String { MoneyWords.words(money, currency) }
    func words(_ discount: Discount) -> String { DiscountWords.words(discount, currency: currency) }
}

/// The help of the till's prompt.
enum TillHelp {
    static var rows: [Row] {
        let width = TillWord.all.map { $0.word.count }.max() ?? 0
        return [
            Row(
                say(
                    "Un produit par son code, son nom ou son code-barres, et combien : miel-500 2",
                    "A product by its code, its name or its barcode, and how many: honey-500 2"), .strong)
        ]
            + TillWord.all.map { word in
                Row("  " + word.word + String(repeating: " ", count: width - word.word.count + 2) + word.meaning)
            }
    }
}
