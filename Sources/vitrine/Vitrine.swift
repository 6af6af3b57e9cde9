import ArgumentParser
import Terminal

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
              vitrine user add claire --role desk
              vitrine demo                     invente trois ans dans ./demo, pour essayer

            Codes de sortie : 0 fait, 1 refusé (à corriger), 2 mauvais usage, 3 panne du système.
            """,
            """
            Examples:
              vitrine serve                    serves ./content on http://127.0.0.1:8080
              vitrine content check            tells everything that is wrong in ./content
              vitrine content show pont-romain --at 2026-07-14T10:05
              vitrine user add claire --role desk
              vitrine demo                     makes up three years in ./demo, to try things out

            Exit codes: 0 done, 1 refused (you can mend it), 2 usage, 3 the system failed.
            """),
        version: version,
        subcommands: [Serve.self, Content.self, User.self, Demo.self])

    static let version = "0.1.0"

    static func main() async {
        do {
            try helpIfAsked()
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }
}
