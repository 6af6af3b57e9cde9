import ArgumentParser
import Terminal

struct StockIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "in", abstract: say("Note une livraison.", "Records a delivery."))

    @OptionGroup var arguments: StockArguments

    func run() throws { try arguments.keep(.receipt) }
}
