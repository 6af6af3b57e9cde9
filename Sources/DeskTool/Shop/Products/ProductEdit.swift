import ArgumentParser
import Reception
import Terminal

struct ProductEdit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: say("Change un produit, à partir de maintenant.", "Changes a product, from now on."),
        discussion: say(
            """
            Exemples :
              desk product edit guide --price 5.50
              desk product edit guide --label en="Guide book" --barcode 3760123450018
              desk product edit guide --supplier ""          une option vide enlève ce qui y était
            """,
            """
            Examples:
              desk product edit guide --price 5.50
              desk product edit guide --label en="Guide book" --barcode 3760123450018
              desk product edit guide --supplier ""          an empty option takes away what was there
            """))

    @Argument(
        help: .init(say("Son code.", "Its code."), valueName: "code"), completion: .custom(WordCompletion.products))
    var code: String

    @OptionGroup var fields: ProductFields

    @Flag(help: .init(say("Le remet en vente s'il est archivé.", "Puts it back on sale when it is archived.")))
    var restore = false

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard fields.isEmpty, !restore else { return }
        throw ValidationError(
            say(
                "Dites ce qui change, par exemple : desk product edit \(code) --price 5.50",
                "Say what changes, for example: desk product edit \(code) --price 5.50"))
    }

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let shop = ProductDesk(desk, outcome: outcome)
            let known = try shop.product(code)
            var product = try fields.put(into: known)
            if restore { product.archived = false }
            guard product != known else {
                return print(
                    say("Rien n'a changé : \(shop.words(known)).", "Nothing was changed: \(shop.words(known))."))
            }
            try shop.keep(product, done: say("Changé : ", "Changed: "))
            if product.stocked, !known.stocked, !outcome.dryRun, !outcome.json { try tellStock(product.code, at: desk) }
        }
    }

    /// What was sold before counts too: whoever begins to follow a stock counts what is there.
    private func tellStock(_ code: String, at desk: TillDesk) throws {
        let left = try desk.till.stock(of: [code])[code] ?? 0
        print(
            say(
                "Son stock est suivi : \(left). Notez ce qui est là : desk stock take \(code) N",
                "Its stock is followed: \(left). Record what is there: desk stock take \(code) N"))
    }
}
