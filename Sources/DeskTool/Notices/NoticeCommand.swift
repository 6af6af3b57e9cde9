import ArgumentParser
import Terminal

/// `desk notice …` and `desk notice end …`.
struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: say("Annonce un avis sur les écrans, ou l'arrête.", "Announces a notice on the screens, or ends it."),
        usage: say(
            """
            desk notice TEXTE… --until MOMENT [--level NIVEAU] [--hazard RISQUE] [--place LIEU]…
                   desk notice end NUMÉRO
            """,
            """
            desk notice TEXT… --until MOMENT [--level LEVEL] [--hazard HAZARD] [--place PLACE]…
                   desk notice end ID
            """),
        subcommands: [NoticeAnnounce.self, NoticeEnd.self],
        defaultSubcommand: NoticeAnnounce.self)
}
