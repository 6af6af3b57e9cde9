import ArgumentParser
import Reception
import Terminal

struct ProductAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say("Ajoute un produit.", "Adds a product."),
        discussion: say(
            """
            Exemples :
              desk product add guide --label "Guide" --price 5.00
              desk product add miel-500 --label "Miel 500 g" --price 8.50 --vat reduced --stock --barcode 3760123450018
            """,
            """
            Examples:
              desk product add guide --label "Guide" --price 5.00
              desk product add honey-500 --label "Miel 500 g" --label en="Honey 500 g" --price 8.50 --vat reduced --stock
            """))

    @Argument(
        help: .init(
            say("Son code, pour toujours : miel-500.", "Its code, for ever: honey-500."), valueName: "code"))
    var code: String

    @OptionGroup var fields: ProductFields
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard fields.labels.isEmpty || fields.price == nil else { return }
        throw ValidationError(
            say(
                "Il faut un nom et un prix : desk product add \(code) --label \"Guide\" --price 5.00",
                "There must be a name and a price: desk product add \(code) --label \"Guide\" --price 5.00"))
    }

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let shop = ProductDesk(desk, outcome: outcome)
            if let known = try shop.products.first(where: { $0.code == code }) {
                throw Refused.byPerson(
                    say(
                        "« \(code) » existe déjà : \(shop.words(known)). Pour le changer : desk product edit \(code) …",
                        "“\(code)” is there already: \(shop.words(known)). To change it: desk product edit \(code) …"))
            }
            let product = try fields.put(into: Product(code: code, labels: [:], price: .zero))
            try shop.keep(product, done: say("Ajouté : ", "Added: "))
        }
    }
}
