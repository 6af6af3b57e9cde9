import ArgumentParser
import Reception
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
              desk visit 34 2+2 famille rando           une famille de l'Hérault, pour les randonnées
              desk undo                                 annule la dernière saisie
              desk tally +6                             6 personnes de plus, sans rien leur demander
              desk admission chapelle-castrale 12+4     12 adultes et 4 enfants à la chapelle
              desk note "orage, marché annulé"          ce qu'il faudra savoir de ce jour
              desk notice "Le château ferme à 17 h" --until 18:00
              desk sell miel-500 2 carte-postale 3 --cash 20    une vente, et ce qu'il faut rendre
              desk today                                la journée en chiffres

            Codes de sortie : 0 fait, 1 refusé (à corriger), 2 mauvais usage, 3 panne du système.
            """,
            """
            Examples:
              desk visit 34 2+2 family hiking           a family from the Hérault, for hikes
              desk undo                                 undoes what was recorded last
              desk tally +6                             6 more people, without asking them anything
              desk admission chapelle-castrale 12+4     12 adults and 4 children at the chapel
              desk note "storm, market cancelled"       what should be known of this day
              desk notice "Le château ferme à 17 h" "The castle closes at 5 pm" --until 18:00
              desk sell honey-500 2 postcard 3 --cash 20        a sale, and the change to give
              desk today                                the day in figures

            Exit codes: 0 done, 1 refused (you can mend it), 2 usage, 3 the system failed.
            """),
        version: Software.version,
        groupedSubcommands: [
            CommandGroup(
                name: say("Noter une visite", "Record a visit"), subcommands: [VisitCommand.self, TallyCommand.self]),
            CommandGroup(
                name: say("Corriger", "Correct"),
                subcommands: [UndoCommand.self, AmendCommand.self, VoidCommand.self, ShowCommand.self]),
            CommandGroup(
                name: say("Noter le reste du comptoir", "Record the rest of the desk"),
                subcommands: [
                    AdmissionCommand.self, TastingCommand.self, ExhibitionCommand.self, OpeningCommand.self,
                    DoorCommand.self, NoteCommand.self,
                ]),
            CommandGroup(
                name: say("Relire", "Read again"),
                subcommands: [TodayCommand.self, ListCommand.self, StatsCommand.self]),
            CommandGroup(
                name: say("Suivre la stratégie", "Follow the strategy"),
                subcommands: [StrategyCommand.self, IndicatorCommand.self]),
            CommandGroup(
                name: say("Publier", "Publish"), subcommands: [ReportCommand.self, ExportCommand.self]),
            CommandGroup(
                name: say("Tenir la boutique", "Keep the shop"),
                subcommands: [SellCommand.self, RefundCommand.self, TicketCommand.self, ProductCommand.self]),
            CommandGroup(
                name: say("Annoncer sur les écrans", "Announce on the screens"),
                subcommands: [NoticeCommand.self, NoticesCommand.self]),
            CommandGroup(
                name: say("Tenir la boutique", "Run the shop"),
                subcommands: [TillCommand.self, StockCommand.self, DepositorCommand.self]),
            CommandGroup(
                name: say("D'un autre ordinateur", "From another computer"),
                subcommands: [LoginCommand.self, LogoutCommand.self, WhoamiCommand.self, SyncCommand.self]),

        ])

    @Flag(
        help: .init(
            say(
                "Le comptoir ligne par ligne, sans couleur ni rien qui bouge (VITRINE_PLAIN=1) : lecteurs d'écran.",
                "The counter line by line, without colour or anything that moves (VITRINE_PLAIN=1): screen readers.")))
    var plain = false

    @OptionGroup var options: DeskOptions

    /// A command without options.
    public init() {}

    /// Without a command, the counter opens.
    public func run() throws {
        try CounterPrompt(options: options, isPlain: plain).run()
    }

    /// Runs the command line and ends the process.
    public static func main() {
        do {
            // Describing all commands to the parser takes longer than keeping a visit, or selling.
            if let visit = VisitToRecord(typed: CommandLine.arguments.dropFirst()) { return try visit.run() }
            if let sale = SaleToRecord(typed: CommandLine.arguments.dropFirst()) { return try sale.run() }
            try helpIfAsked()
            var command = try parseAsRoot(SellCommand.spelledOut(CommandLine.arguments.dropFirst()))
            try command.run()
        } catch {
            end(with: error)
        }
    }
}
