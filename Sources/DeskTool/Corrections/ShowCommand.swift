import ArgumentParser
import Reception
import Terminal

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Montre l'histoire d'une saisie : qui, quand, ce qui a changé.",
            "Shows the history of something recorded: who, when, what changed."))

    @Argument(
        help: .init(say("Le numéro de la saisie, ou son début.", "The id of what was recorded, or its beginning.")))
    var id: String

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let history = try counter.history(of: id)
            if json {
                try printJSON(history.map(FactRow.init))
            } else {
                let sheet = HistorySheet(words: FactWords(counter, now: now))
                for line in sheet.lines(history) { print(line) }
            }
        }
    }
}
