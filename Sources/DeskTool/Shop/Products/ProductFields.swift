import ArgumentParser
import Reception
import Terminal

/// What can be said of a product beside its code.
struct ProductFields: ParsableArguments {
    @Option(
        name: .customLong("label"),
        help: .init(
            say(
                "Son nom ; dans une autre langue : --label en=\"Guide book\".",
                "Its name; in another language: --label en=\"Guide book\"."), valueName: "text"))
    var labels: [String] = []

    @Option(help: .init(say("Son prix TTC : 5.00 ou 5,00.", "Its price including VAT: 5.00."), valueName: "amount"))
    var price: String?

    @Option(
        name: .customLong("vat"),
        help: .init(
            say("Sa catégorie de TVA ; standard sinon.", "Its category of VAT; standard otherwise."),
            valueName: "category"))
    var category: VATCategory?

    @Flag(
        name: .customLong("stock"), inversion: .prefixedNo,
        help: .init(say("Si son stock est suivi.", "Whether its stock is followed.")))
    var stocked: Bool?

    @Option(help: .init(say("Qui le livre.", "Who delivers it."), valueName: "name"))
    var supplier: String?

    @Option(
        help: .init(say("À qui il est, en dépôt-vente.", "Whose it is, on consignment."), valueName: "code"),
        completion: .custom(WordCompletion.depositors))
    var depositor: String?

    @Option(help: .init(say("Son code-barres.", "Its barcode."), valueName: "digits"))
    var barcode: String?

    var isEmpty: Bool {
        labels.isEmpty && price == nil && category == nil && stocked == nil && supplier == nil && depositor == nil
            && barcode == nil
    }

    /// The product with what is said put in; an empty text takes away what was there.
    func put(into product: Product) throws -> Product {
        var product = product
        for label in labels {
            let (language, text) = Self.label(label)
            product.labels[language] = text.isEmpty ? nil : text
        }
        if let price { product.price = try Self.price(price) }
        if let category { product.category = category }
        if let stocked { product.stocked = stocked }
        if let supplier { product.supplier = supplier.isEmpty ? nil : supplier }
        if let depositor { product.depositor = depositor.isEmpty ? nil : depositor }
        if let barcode { product.barcode = barcode.isEmpty ? nil : barcode }
        return product
    }

    /// `en=Guide book`, or a text in French.
    private static func label(_ typed: String) -> (language: String, text: String) {
        let parts = typed.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Language.isKnown(String(parts[0])) else { return ("fr", typed) }
        return (String(parts[0]), String(parts[1]))
    }

    private static func price(_ typed: String) throws -> Money {
        guard let price = Money(typed: typed) else {
            throw Refused.byPerson(
                say(
                    "« \(typed) » n'est pas un prix. Écrivez-le en euros et centimes, par exemple 5.00.",
                    "“\(typed)” isn't a price. Write it in euros and cents, such as 5.00."))
        }
        return price
    }
}

extension VATCategory: ExpressibleByArgument {}
