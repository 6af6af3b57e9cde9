import ArgumentParser
import Reception
import Terminal

struct ProductList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("Montre les produits.", "Shows the products."))

    @Argument(
        help: .init(
            say("Ce qui est cherché : code, nom, code-barres.", "What is looked for: code, name, barcode."),
            valueName: "word"))
    var words: [String] = []

    @Flag(help: .init(say("Ceux qui ne se vendent plus aussi.", "Those too that are sold no more.")))
    var all = false

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let products = try desk.till.products(archived: all)
            let found = words.isEmpty ? products : ProductFinder(products).search(words.joined(separator: " "))
            if json { return try printJSON(found) }
            guard !found.isEmpty else {
                return print(
                    products.isEmpty
                        ? say(
                            "Aucun produit. Le premier : desk product add guide --label \"Guide\" --price 5.00",
                            "No product. The first: desk product add guide --label \"Guide\" --price 5.00")
                        : say("Aucun produit ne ressemble à cela.", "No product looks like that."))
            }
            let stock = found.contains(where: \.stocked) ? try desk.till.stock() : [:]
            for line in ProductSheet(currency: desk.till.setting.currency, stock: stock).lines(found) { print(line) }
        }
    }
}
