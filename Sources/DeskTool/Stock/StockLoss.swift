import ArgumentParser
import Terminal

struct StockLoss: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loss",
        abstract: say("Note ce qui est cassé, volé ou donné.", "Records what was broken, stolen or given."))

    @OptionGroup var arguments: StockArguments

    @Option(help: .init(say("Pourquoi ; gardé avec l'écriture.", "Why; kept with the entry."), valueName: "text"))
    var because: String

    func run() throws { try arguments.keep(.loss, because: because) }
}
