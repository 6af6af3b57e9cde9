import ArgumentParser
import Reception
import Terminal

struct ProductArchive: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: say(
            "Retire un produit de la vente ; rien ne s'efface.", "Takes a product out of the shop; nothing is deleted.")
    )

    @Argument(
        help: .init(say("Son code.", "Its code."), valueName: "code"), completion: .custom(WordCompletion.products))
    var code: String

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let shop = ProductDesk(desk, outcome: outcome)
            var product = try shop.product(code)
            guard !product.archived else {
                return print(
                    say(
                        "Il est déjà archivé : \(shop.words(product)).",
                        "It is archived already: \(shop.words(product))."))
            }
            product.archived = true
            try shop.keep(product, done: say("Archivé, ne se vend plus : ", "Archived, sold no more: "))
            if !outcome.json, !outcome.dryRun {
                print(
                    say(
                        "Pour le remettre en vente : desk product edit \(product.code) --restore",
                        "To put it back on sale: desk product edit \(product.code) --restore"))
            }
        }
    }
}
