import ArgumentParser
import Reception
import Terminal

struct AdmissionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admission",
        abstract: say(
            "Note les entrées d'un site que l'office compte.", "Records who came in at a site that the office counts."),
        discussion: say(
            """
            Exemples :
              desk admission chapelle-castrale 12+4     12 adultes et 4 enfants
              desk admission vino 2 --paid              2 entrées payantes ; le début du nom suffit
              desk admission chapelle 30 --day hier     un groupe d'hier
            """,
            """
            Examples:
              desk admission chapelle-castrale 12+4     12 adults and 4 children
              desk admission vino 2 --paid              2 who paid; the beginning of the name will do
              desk admission chapelle 30 --day yesterday
            """))

    @Argument(
        help: .init(say("Le site, par son nom ou son début.", "The site, by its name or its beginning.")),
        completion: .custom(WordCompletion.sites))
    var site: String

    @Argument(
        help: .init(
            say("Adultes et enfants : 12, 12+4.", "Adults and children: 12, 12+4."), valueName: "people"))
    var people: String

    @Flag(help: .init(say("Ils ont payé leur entrée.", "They paid to come in.")))
    var paid = false

    @OptionGroup var moment: MomentOption
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try FactDesk(counter: counter, options: options, outcome: outcome, now: now)
                .keep(.admission, people, site: site, paid: paid, at: moment)
        }
    }
}
