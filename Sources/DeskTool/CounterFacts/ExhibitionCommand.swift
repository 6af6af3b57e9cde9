import ArgumentParser
import Reception
import Terminal

struct ExhibitionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhibition",
        abstract: say("Note combien de personnes ont vu une exposition.", "Records how many people saw an exhibition."),
        discussion: say(
            """
            Exemples :
              desk exhibition 30
              desk exhibition 10+3 vinopanorama --at hier-18:00
            """,
            """
            Examples:
              desk exhibition 30
              desk exhibition 10+3 vinopanorama --at yesterday-18:00
            """))

    @Argument(
        help: .init(
            say("Adultes et enfants : 30, 10+3.", "Adults and children: 30, 10+3."), valueName: "people"))
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
                .keep(.exhibition, people, site: site, at: moment)
        }
    }
}
