import ArgumentParser
import Reception
import Terminal

struct TastingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasting",
        abstract: say("Note combien de personnes ont dégusté.", "Records how many people came to a tasting."),
        discussion: say(
            """
            Exemples :
              desk tasting 14
              desk tasting 10+3 vinopanorama --at hier-18:00
            """,
            """
            Examples:
              desk tasting 14
              desk tasting 10+3 vinopanorama --at yesterday-18:00
            """))

    @Argument(
        help: .init(
            say("Adultes et enfants : 14, 10+3.", "Adults and children: 14, 10+3."), valueName: "people"))
    var people: String

    @Argument(
        help: .init(
            say("Où, par le nom du site ; à l'office sinon.", "Where, by the site's name; at the office otherwise.")),
        completion: .custom(WordCompletion.sites))
    var site: String?

    @OptionGroup var moment: MomentOption
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try FactDesk(counter: counter, options: options, outcome: outcome, now: now)
                .keep(.tasting, people, site: site, at: moment)
        }
    }
}
