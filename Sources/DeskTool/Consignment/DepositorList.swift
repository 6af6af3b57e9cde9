import ArgumentParser
import Reception
import Terminal

struct DepositorList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Montre les déposants.", "Shows the depositors."))

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let depositors = try desk.till.depositors()
            if form.json { return try printJSON(depositors) }
            guard !depositors.isEmpty else {
                return print(
                    say(
                        "Aucun déposant ; « desk depositor add » en ajoute un.",
                        "No depositor; “desk depositor add” adds one."))
            }
            let width = depositors.map(\.code.count).max() ?? 0
            for depositor in depositors {
                let space = String(repeating: " ", count: width - depositor.code.count)
                print("\(depositor.code)\(space)  \(DepositorWords.words(depositor))")
            }
        }
    }
}
