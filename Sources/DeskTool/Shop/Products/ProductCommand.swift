import ArgumentParser
import Terminal

/// `desk product add …` and its like.
struct ProductCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "product",
        abstract: say("Ce que la boutique vend.", "What the shop sells."),
        discussion: say(
            """
            Exemples :
              desk product add guide --label "Guide" --price 5.00
              desk product edit guide --price 5.50          le nouveau prix, à partir de maintenant
              desk product archive guide                    ne se vend plus
              desk product import produits.csv              un fichier de tableur, tout ou rien
            """,
            """
            Examples:
              desk product add guide --label "Guide" --price 5.00
              desk product edit guide --price 5.50          the new price, from now on
              desk product archive guide                    is sold no more
              desk product import products.csv              a spreadsheet's file, all of it or nothing
            """),
        subcommands: [
            ProductAdd.self, ProductEdit.self, ProductArchive.self, ProductList.self, ProductImport.self,
            ProductExport.self,
        ])
}
