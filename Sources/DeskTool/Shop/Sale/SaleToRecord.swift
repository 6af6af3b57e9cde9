import Reception
import Terminal

/// One sale, from the words of its basket to the change.
struct SaleToRecord {
    /// The basket, word by word.
    var words: [String]
    /// How it is paid.
    var tenders: [Tender]
    /// Off the whole: `10%`, `2.00`, and why.
    var discount: String?
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
        let lines = try BasketWords.lines(words)
        let discount = try readDiscount()
        let visit = try visit.map { try LinkedVisit.origin(of: $0, options: options) }
        if lines.isEmpty, resumed == nil {
            guard parkedAs == nil, tenders.isEmpty, discount == nil else { throw Self.empty }
            return try openTill(SaleOrder(lines: [], payments: [], visit: visit))
        }
        let order = SaleOrder(lines: lines, discount: discount, payments: tenders, visit: visit)
        var unpaid: SaleOrder?
        try options.withTill(till, now: .now) { desk in
            if let parkedAs { return try SaleDesk(desk, sale: self).park(order, as: parkedAs) }
            unpaid = try SaleDesk(desk, sale: self).sell(order)
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

/// A discount as it is typed.
enum DiscountWords {
    /// `10%` or `2.00`, with its reason. Throws what has to be mended.
    static func read(_ typed: String, because reason: String?) throws -> Discount {
        let reason = CSVFile.trimmed(reason ?? "")
        guard !reason.isEmpty else {
            throw Refused.byPerson(
                say(
                    "Une remise a une raison, gardée avec la vente : --because \"coin abîmé\". Rien n'a été enregistré.",
                    "A discount has a reason, kept with the sale: --because \"torn corner\". Nothing was recorded."))
        }
        if let percent = MoneyWords.typedPercent(typed) { return Discount(percent: percent, reason: reason) }
        if let amount = Money(typed: typed) { return Discount(amount: amount, reason: reason) }
        throw Refused.byPerson(
            say(
                "« \(typed) » n'est pas une remise : écrivez 10% ou 2.00. Rien n'a été enregistré.",
                "“\(typed)” isn't a discount: write 10% or 2.00. Nothing was recorded."))
    }
}

/// The visit that a sale came from.
enum LinkedVisit {
    /// Its first fact, by `last` (this desk's) or the beginning of its id.
    static func origin(of typed: String, options: any DeskChoice) throws -> FactID {
        try options.withCounter(now: .now) { counter in
            let isLast = ["last", "derniere", "dernière"].contains(typed)
            let kept =
                isLast
                ? try counter.lastFacts(50, desk: options.deskCode).first(where: \.isVisit)
                : try counter.history(of: typed).last
            guard let kept, kept.isVisit, kept.fact.voided == nil else {
                throw Refused.byPerson(
                    isLast
                        ? say(
                            "Le comptoir « \(options.deskCode) » n'a noté aucune visite. Rien n'a été enregistré.",
                            "The desk “\(options.deskCode)” recorded no visit. Nothing was recorded.")
                        : say(
                            "« \(typed) » n'est pas une visite qui compte ; « desk list » les montre. Rien n'a été enregistré.",
                            "“\(typed)” isn't a visit that counts; “desk list” shows them. Nothing was recorded."))
            }
            return kept.origin
        }
    }
}
