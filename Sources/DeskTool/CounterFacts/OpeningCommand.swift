import ArgumentParser
import Reception
import Terminal

struct OpeningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opening",
        abstract: say(
            "Note quand l'office a vraiment été ouvert, ou qu'il était fermé.",
            "Records when the office was really open, or that it was closed."),
        discussion: say(
            """
            Exemples :
              desk opening 9:00-12:30 14:00-18:00
              desk opening 9h-12h30 --day hier
              desk opening fermé --day 2026-11-11
            La dernière saisie d'un jour est celle qui compte.
            """,
            """
            Examples:
              desk opening 9:00-12:30 14:00-18:00
              desk opening 9:00-12:30 --day yesterday
              desk opening closed --day 2026-11-11
            What was recorded last of a day is what counts.
            """))

    @Argument(
        help: .init(
            say("Les heures, ou « fermé ».", "The hours, or “closed”."), valueName: "hours"))
    var hours: [String]

    @OptionGroup var day: DayOption
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let opening = try SpokenHours.opening(hours)
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try FactDesk(counter: counter, options: options, outcome: outcome, now: now)
                .keep(.opening(opening), at: try day.moment(clock: counter.clock, now: now))
        }
    }
}
