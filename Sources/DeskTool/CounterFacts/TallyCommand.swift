import ArgumentParser
import Reception
import Terminal

struct TallyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally",
        abstract: say(
            "Compte des personnes sans rien leur demander, quand il y a foule.",
            "Counts people without asking them anything, in a rush."),
        discussion: say(
            """
            Exemples :
              desk tally +6                             6 personnes viennent d'entrer
              desk tally 25 --at 11h                    25 personnes, ce matin à 11 h
              desk tally --sample                       les comptages du jour, et comment les décrire
              desk visit 34 2+2 famille --sample-of 019f8a2c-1b3d    4 d'entre eux
            """,
            """
            Examples:
              desk tally +6                             6 people have just come in
              desk tally 25 --at 11:00                  25 people, this morning at 11:00
              desk tally --sample                       the day's tallies, and how to describe them
              desk visit 34 2+2 famille --sample-of 019f8a2c-1b3d    4 of them
            """))

    @Argument(
        parsing: .allUnrecognized,
        help: .init(say("Combien de personnes : +6 ou 6.", "How many people: +6 or 6."), valueName: "people"))
    var people: [String] = []

    @Flag(
        help: .init(
            say(
                "Montre les comptages d'un jour, et comment en décrire un échantillon plus tard.",
                "Shows a day's tallies, and how to describe a sample of one later.")))
    var sample = false

    @OptionGroup var moment: MomentOption
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let typed = try LineWords.checked(people)
        guard typed.count == (sample ? 0 : 1) else { throw usage }
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let moment = try moment.moment(clock: counter.clock, now: now)
            if sample {
                let day = counter.clock.dayAndHour(at: moment.at).day
                return try TallySheet(counter: counter, day: day, now: now).show(json: outcome.json)
            }
            let count = try HeadCount(typed[0])
            let desk = FactDesk(counter: counter, options: options, outcome: outcome, now: now)
            try desk.keep(.tally(Tally(people: count.adults + count.children)), at: moment) { id in
                [TallySheet.invitation(id)]
            }
        }
    }

    private var usage: ValidationError {
        ValidationError(
            say(
                "Dites combien de personnes, par exemple : desk tally +6",
                "Say how many people, for example: desk tally +6"))
    }
}
