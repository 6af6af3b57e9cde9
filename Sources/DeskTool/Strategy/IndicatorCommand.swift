import ArgumentParser
import Terminal

/// `desk indicator set …` and its like.
struct IndicatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator",
        abstract: say(
            "Les chiffres de la stratégie qui viennent d'ailleurs.", "The strategy's figures that come from elsewhere."),
        discussion: say(
            """
            Exemples :
              desk indicator list                           ce qui se saisit, et ce qui manque encore
              desk indicator set facebook 12450 --month 10 --source "Meta Business Suite"
              desk indicator set budget 250000 --year 2026 --source "Budget voté le 12 mars"
              desk indicator undo                           annule le dernier chiffre saisi
              desk indicator history facebook               tout ce qui en a été dit
            """,
            """
            Examples:
              desk indicator list                           what is entered, and what is still missing
              desk indicator set facebook 12450 --month 10 --source "Meta Business Suite"
              desk indicator set budget 250000 --year 2026 --source "Budget voted on 12 March"
              desk indicator undo                           undoes the last figure entered
              desk indicator history facebook               all that was ever said of it
            """),
        subcommands: [IndicatorSet.self, IndicatorUndo.self, IndicatorList.self, IndicatorHistory.self])
}
