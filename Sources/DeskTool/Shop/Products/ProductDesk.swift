import Reception
import Terminal

/// What happens to products at an open till.
struct ProductDesk {
    let desk: TillDesk
    let outcome: OutcomeOptions

    init(_ desk: TillDesk, outcome: OutcomeOptions) {
        (self.desk, self.outcome) = (desk, outcome)
    }

    /// All of them, the archived ones too.
    var products: [Product] { get throws { try desk.till.products(archived: true) } }

    /// The one that is meant.
    func product(_ typed: String) throws -> Product { try ProductFinder(products).product(typed) }

    /// Has the till seal a product as it is from now on, and says so.
    func keep(_ product: Product, done: String) throws {
        try product.checked(among: products, depositors: desk.till.depositors())
        if !outcome.dryRun { _ = try desk.perform(.product(product)) }
        if outcome.json { return try printJSON(product) }
        print(done + words(product) + ".")
        if outcome.dryRun { print(say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded.")) }
    }

    /// `guide, Guide, 5,00 €`
    func words(_ product: Product) -> String {
        "\(product.code), \(product.label(in: speech)), \(MoneyWords.words(product.price, desk.till.setting.currency))"
    }
}
