import ArgumentParser
import Terminal

/// `desk stock in …` and its like.
struct StockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stock",
        abstract: say(
            "Ce qui est en stock : entrées, pertes, inventaires.", "What is in stock: deliveries, losses, counts."),
        discussion: say(
            """
            Exemples :
              desk stock in miel-500 24                          24 pots livrés
              desk stock loss miel-500 1 --because "pot cassé"
              desk stock take miel-500 22                        22 comptés sur l'étagère
              desk stock list
            Les ventes et les remboursements changent le stock d'eux-mêmes. Il peut passer sous zéro : c'est dit,
            et rien n'est bloqué.
            """,
            """
            Examples:
              desk stock in honey-500 24                         24 jars delivered
              desk stock loss honey-500 1 --because "broken jar"
              desk stock take honey-500 22                       22 counted on the shelf
              desk stock list
            Sales and refunds change the stock by themselves. It may go below zero: that is said, and nothing is
            blocked.
            """),
        subcommands: [StockIn.self, StockLoss.self, StockTake.self, StockList.self])
}
