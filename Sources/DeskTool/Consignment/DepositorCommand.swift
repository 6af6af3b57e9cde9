import ArgumentParser
import Terminal

/// `desk depositor add …` and its like.
struct DepositorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "depositor",
        abstract: say(
            "Ceux dont la boutique vend les articles (dépôt-vente).", "Those whose goods the shop sells (consignment)."),
        discussion: say(
            """
            Exemples :
              desk depositor add potier --name "Poterie du Pont" --mandate depositor --commission 20% --no-taxed
              desk depositor edit potier --commission 25%        à partir de maintenant
              desk depositor statement potier --from 2026-07-01 --to 2026-07-31
            """,
            """
            Examples:
              desk depositor add potter --name "Bridge Pottery" --mandate depositor --commission 20% --no-taxed
              desk depositor edit potter --commission 25%        from now on
              desk depositor statement potter --from 2026-07-01 --to 2026-07-31
            """),
        subcommands: [DepositorAdd.self, DepositorEdit.self, DepositorList.self, DepositorStatementCommand.self])
}
