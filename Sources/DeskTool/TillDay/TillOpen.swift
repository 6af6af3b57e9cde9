import ArgumentParser
import Reception
import Terminal

struct TillOpen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: say(
            "Ouvre la journée avec le fond de caisse.", "Opens the day with the cash in the drawer."),
        discussion: say(
            """
            Une vente ouvre la journée toute seule, avec un fond de caisse de 0. Tapé une deuxième fois, le
            fond de caisse remplace le premier.
            """,
            """
            A sale opens the day by itself, with nothing in the drawer. Typed a second time, the cash takes the
            place of the first.
            """))

    @Option(
        help: .init(
            say("Les espèces dans le tiroir : 50 ou 50,00.", "The cash in the drawer: 50 or 50.00."),
            valueName: "amount"))
    var float: String

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withTill(till, now: now) { desk in
            let float = try TypedAmount.read(float, desk.till.setting)
            let entry = try desk.perform(.opening(float: float))
            if form.json { return try printJSON(entry) }
            let words = TillWords(desk)
            print(
                say(
                    "Caisse ouverte, \(words.moments.day(entry.day)) : \(words.amount(float)) dans le tiroir.",
                    "Till open, \(words.moments.day(entry.day)): \(words.amount(float)) in the drawer."))
        }
    }
}
