import ArgumentParser
import Reception
import Terminal

struct VisitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit",
        abstract: say("Enregistre une visite.", "Records a visit."),
        discussion: say(
            """
            Exemples :
              desk visit 34 2+2 famille rando caveau    Hérault, 2 adultes 2 enfants
              desk visit nl 2 couple vv en:             Pays-Bas, en anglais
              desk visit tel be '?' heb @14:30          au téléphone, à 14 h 30
              desk visit --file samedi.csv              un fichier, une ligne par visite
            """,
            """
            Examples:
              desk visit 34 2+2 famille rando caveau    Hérault, 2 adults 2 children
              desk visit nl 2 couple vv en:             the Netherlands, in English
              desk visit tel be '?' heb @14:30          by phone, at 14:30
              desk visit --file saturday.csv            a file, one line a visit
            """))

    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            say(
                "Qui est venu et pour quoi, en mots, dans n'importe quel ordre.",
                "Who came and what for, in words, in any order."), valueName: "line"),
        completion: .custom(WordCompletion.line))
    var line: [String] = []

    @OptionGroup var outcome: OutcomeOptions

    @Option(
        help: .init(
            say(
                "Un fichier de visites, une ligne chacune ; - lit l'entrée.",
                "A file of visits, a line each; - reads standard input."),
            valueName: "file"))
    var file: String?

    @Option(
        name: .customLong("sample-of"),
        help: .init(
            say("Le comptage dont ces personnes font partie.", "The tally that these people are part of."),
            valueName: "id"))
    var tally: String?

    @Flag(
        help: .init(
            say("Enregistre sans rien demander, même un jour fermé.", "Records without asking, even on a closed day.")))
    var yes = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        if file != nil, tally != nil {
            throw ValidationError(
                say(
                    "--sample-of vaut pour une ligne, pas pour un fichier.",
                    "--sample-of is for a line, not for a file."))
        }
    }

    func run() throws {
        let visit = VisitToRecord(
            words: try LineWords.checked(line), tally: tally, isTrial: outcome.dryRun, isJSON: outcome.json,
            isSure: yes,
            options: options)
        guard let file else { return try visit.run() }
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try record(file: file, usual: visit.words, at: VisitDesk(counter: counter, options: options, now: now))
        }
    }
}
