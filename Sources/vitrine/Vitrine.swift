import ArgumentParser
import Catalogue
import Foundation

/// Exit codes are the same for every command: 0 done, 1 refused (the person can mend it), 2 usage, 3 the system failed.
@main
struct Vitrine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vitrine",
        abstract: say("La réception numérique d'un office de tourisme.", "The digital reception of a tourist office."),
        discussion: say(
            """
            Exemples :
              vitrine serve                    sert ./content sur http://127.0.0.1:8080
              vitrine content check            dit tout ce qui ne va pas dans ./content
              vitrine content show pont-romain --at 2026-07-14T10:05

            Codes de sortie : 0 fait, 1 refusé (à corriger), 2 mauvais usage, 3 panne du système.
            """,
            """
            Examples:
              vitrine serve                    serves ./content on http://127.0.0.1:8080
              vitrine content check            tells everything that is wrong in ./content
              vitrine content show pont-romain --at 2026-07-14T10:05

            Exit codes: 0 done, 1 refused (you can mend it), 2 usage, 3 the system failed.
            """),
        version: version,
        subcommands: [Serve.self, Content.self])

    static let version = "0.1.0"

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refused {
            refusal.tell()
            Foundation.exit(refusal.exitCode)
        } catch {
            // sysexits' EX_USAGE is what the parser gives; ours is 2.
            let code = exitCode(for: error).rawValue
            let text = fullMessage(for: error)
            if !text.isEmpty { (code == 0 ? print(text) : tell(text)) }
            Foundation.exit(code == ExitCode.validationFailure.rawValue ? 2 : code)
        }
    }
}

/// The language of whoever types, from LANG.
let speech = MessageLanguage(environment: ProcessInfo.processInfo.environment)

/// The French or the English of one message.
func say(_ french: String, _ english: String) -> String { speech == .french ? french : english }

/// A line on standard error.
func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// A command that ends without having done what it was asked.
struct Refused: Error {
    let exitCode: Int32
    let lines: [String]

    /// The person can mend it.
    static func byPerson(_ lines: String...) -> Refused { Refused(exitCode: 1, lines: lines) }
    /// The system failed.
    static func bySystem(_ lines: String...) -> Refused { Refused(exitCode: 3, lines: lines) }

    func tell() { for line in lines { vitrine.tell(line) } }
}
