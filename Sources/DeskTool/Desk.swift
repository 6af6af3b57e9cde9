import ArgumentParser
import Terminal

/// What counsellors type. One file a command; `run()` parses and delegates.
public struct Desk: ParsableCommand {
    /// The commands.
    public static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: say("Ce qui se tape au comptoir.", "What is typed at the desk."),
        discussion: say(
            """
            Exemples :
              desk notice "Le château ferme à 17 h" --until 18:00
              desk notice "Le Vidourle monte" "The Vidourle is rising" --level alert --hazard flood --until demain
              desk notices
              desk notice end 019f8a2c-1b3d

            Codes de sortie : 0 fait, 1 refusé (à corriger), 2 mauvais usage, 3 panne du système.
            """,
            """
            Examples:
              desk notice "Le château ferme à 17 h" "The castle closes at 5 pm" --until 18:00
              desk notice "Le Vidourle monte" "The Vidourle is rising" --level alert --hazard flood --until tomorrow
              desk notices
              desk notice end 019f8a2c-1b3d

            Exit codes: 0 done, 1 refused (you can mend it), 2 usage, 3 the system failed.
            """),
        version: "0.1.0",
        subcommands: [
            VisitCommand.self, UndoCommand.self, AmendCommand.self, VoidCommand.self, ShowCommand.self,
            ListCommand.self, TodayCommand.self, StatsCommand.self,
            NoticeCommand.self, NoticesCommand.self,
        ])

    @OptionGroup var options: DeskOptions

    /// A command without options.
    public init() {}

    /// Runs the command line and ends the process.
    public static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }
}
