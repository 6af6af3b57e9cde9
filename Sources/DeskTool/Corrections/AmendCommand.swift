import ArgumentParser
import Reception
import Terminal

struct AmendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: say(
            "Corrige une visite : la ligne entière prend sa place.", "Corrects a visit: the whole line takes its place."
        ))

    @Argument(help: .init(say("Le numéro de la visite, ou son début.", "The visit's id, or its beginning.")))
    var id: String

    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            say(
                "La ligne, comme pour desk visit. Sans @…, la visite garde son moment.",
                "The line, as for desk visit. Without @…, the visit stays when it was."),
            valueName: "line"))
    var line: [String] = []

    @Flag(
        help: .init(
            say("Enregistre sans rien demander, même un jour fermé.", "Records without asking, even on a closed day.")))
    var yes = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let typed = try LineWords.checked(line)
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let desk = CorrectionDesk(counter: counter, options: options, now: now)
            let head = try desk.head(id)
            guard !typed.isEmpty else { throw givenBack(head, at: desk) }
            let visits = VisitDesk(counter: counter, options: options, now: now)
            let line = visits.read(typed.joined(separator: " "))
            if let refused = LineToMend.of(line, givenBackAs: ["desk", "amend", id]) { throw refused }
            if line.saysWhen, !yes { try visits.confirmOpen(on: [line.at]) }
            let fact = try desk.amend(head, by: line)
            print(say("Avant : ", "Before: ") + desk.told(head.fact))
            print(say("Après : ", "After: ") + desk.told(fact))
        }
    }

    /// The visit's own line, to be mended.
    private func givenBack(_ head: KeptFact, at desk: CorrectionDesk) -> Refused {
        let line = desk.words.line(head.fact, saysWhen: false) ?? ""
        return .byPerson(
            say(
                "Que faut-il y mettre ? La ligne d'aujourd'hui, à corriger :",
                "What should it say? Its present line, to mend:"),
            "  " + ShellWords.line(["desk", "amend", id] + line.split(separator: " ").map(String.init)))
    }
}
