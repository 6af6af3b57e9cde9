import ArgumentParser
import Reception
import Terminal

struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: say(
            "Note ce qu'il faudra savoir d'un jour en lisant ses chiffres.",
            "Notes what should be known of a day when its figures are read."),
        discussion: say(
            """
            Exemples :
              desk note "orage, marché annulé"
              desk note "panne d'électricité l'après-midi" --day hier
            """,
            """
            Examples:
              desk note "thunderstorm, market cancelled"
              desk note "no electricity in the afternoon" --day yesterday
            """))

    @Argument(help: .init(say("Le texte, sur une ligne.", "The text, on one line."), valueName: "text"))
    var words: [String]

    @OptionGroup var day: DayOption
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try FactDesk(counter: counter, options: options, outcome: outcome, now: now)
                .keep(
                    .annotation(Annotation(text: words.joined(separator: " "))),
                    at: try day.moment(clock: counter.clock, now: now))
        }
    }
}
