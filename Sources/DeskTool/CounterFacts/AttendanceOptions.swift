import ArgumentParser
import Reception
import Terminal

/// How many people came to something at the office or elsewhere, and when.
struct AttendanceOptions: ParsableArguments {
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

    /// Records it.
    func keep(_ kind: Attendance.Kind, options: DeskOptions) throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try FactDesk(counter: counter, options: options, outcome: outcome, now: now)
                .keep(kind, people, site: site, at: moment)
        }
    }
}
