import Reception
import Terminal

/// One sale, from the words of its basket to the change.
struct SaleToRecord {
    /// The basket, word by word.
    var words: [String]
    /// How it is paid.
    var tenders: [Tender]
    /// Off the whole: `10%`, `2.00`.
    var discount: String?
    /// Why something is taken off, of the whole or of lines.
    var reason: String?
    /// `last`, or the beginning of a visit's id.
    var visit: String?
    /// Put aside under that name.
    var parkedAs: String?
    /// Taken back, by name or id; an empty text is the only one.
    var resumed: String?
    var training = false
    /// Whether the receipt is printed.
    var prints = false
    /// Whether nothing is recorded.
    var isTrial = false
    /// Whether it is told as JSON.
    var isJSON = false
    /// The visit, found.
    private(set) var linked: LinkedVisit?
    let till: any TillChoice
    let options: any DeskChoice

    init(words: [String], tenders: [Tender], till: any TillChoice, options: any DeskChoice) {
        (self.words, self.tenders) = (words, tenders)
        (self.till, self.options) = (till, options)
    }

    /// A sale typed as it is all day, products and payments only; nil when the command line is anything else.
    init?(typed: some Sequence<String>) {
        var words: [String] = []
        var tenders: [Tender] = []
        var isTender = false
        for (place, argument) in typed.enumerated() {
            if place == 0 {
                guard argument == SellCommand.configuration.commandName else { return nil }
            } else if argument.hasPrefix("-") {
                guard let method = SellCommand.methods[argument] else { return nil }
                tenders.append(Tender(method: method))
                isTender = true
            } else if isTender, let amount = PaymentWords.amount(argument) {
                tenders[tenders.count - 1].amount = amount
                isTender = false
            } else {
                words.append(argument)
                isTender = false
            }
        }
        guard !words.isEmpty, !tenders.isEmpty else { return nil }
        self.init(words: words, tenders: Tender.ordered(tenders), till: UsualTill(), options: UsualChoice())
    }

    func run() throws {
        if prints { try ReceiptPrinter().check() }
        let lines = try BasketWords.lines(words, because: reason)
        let discount = try readDiscount()
        var sale = self
        sale.linked = try visit.map { try LinkedVisit(of: $0, options: options) }
        let visit = sale.linked?.origin
        if lines.isEmpty, resumed == nil {
            guard parkedAs == nil, tenders.isEmpty, discount == nil else { throw Self.empty }
            return try openTill(SaleOrder(lines: [], payments: [], visit: visit))
        }
        let order = SaleOrder(lines: lines, discount: discount, payments: tenders, visit: visit)
        var unpaid: SaleOrder?
        try options.withTill(till, now: .now) { desk in
            if let parkedAs { return try SaleDesk(desk, sale: sale).park(order, as: parkedAs) }
            unpaid = try SaleDesk(desk, sale: sale).sell(order)
        }
        if let unpaid { try openTill(unpaid) }
    }

    /// Sells by the keyboard, from a basket on.
    private func openTill(_ order: SaleOrder) throws {
        try TillPrompt(till: till, options: options, training: training).run(with: order)
    }

    private func readDiscount() throws -> Discount? {
        guard let discount else { return nil }
        return try DiscountWords.read(discount, because: reason)
    }

    private static var empty: Refused {
        .byPerson(
            say(
                "Le panier est vide. Par exemple : desk sell miel-500 2 carte-postale 3 --cash 20",
                "The basket is empty. For example: desk sell honey-500 2 postcard 3 --cash 20"))
    }
}
