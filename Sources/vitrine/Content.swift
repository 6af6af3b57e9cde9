import ArgumentParser
import Terminal

struct Content: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Vérifie et montre le contenu.", "Checks and shows the content."),
        subcommands: [ContentCheck.self, ContentShow.self])
}
