import ArgumentParser
import Terminal

struct StockTake: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: say("Note ce qui a été compté sur l'étagère.", "Records what was counted on the shelf."))

    @OptionGroup var arguments: StockArguments

    func run() throws { try arguments.keep(.stockTake) }
}
