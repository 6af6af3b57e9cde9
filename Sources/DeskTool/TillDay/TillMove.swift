import ArgumentParser
import Reception
import Terminal

struct TillMove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: say(
            "Note des espèces portées à la banque, ou qui en viennent.",
            "Records cash taken to the bank, or brought from it."),
        discussion: say(
            """
            Exemples :
              desk till move -200 --because "remise en banque"     200 € sortent du tiroir
              desk till move 40 --because "monnaie"                40 € y entrent
            """,
            """
            Examples:
              desk till move -200 --because "to the bank"          €200 leave the drawer
              desk till move 40 --because "change"                 €40 go into it
            """))

    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            say(
                "Le montant : -200 sort du tiroir, 40 y entre.", "The amount: -200 leaves the drawer, 40 goes into it."),
            valueName: "amount"))
    var amount: [String] = []

    @Option(help: .init(say("Pourquoi ; gardé avec l'écriture.", "Why; kept with the entry."), valueName: "text"))
    var because: String

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let typed = try LineWords.checked(amount)
        guard typed.count == 1 else {
            throw ValidationError(
                say(
                    "Donnez un montant, par exemple : desk till move -200 --because \"remise en banque\"",
                    "Give an amount, for example: desk till move -200 --because \"to the bank\""))
        }
        try options.withTill(till, now: .now) { desk in
            let amount = try TypedAmount.read(typed[0], desk.till.setting)
            let entry = try desk.perform(.movement(CashMovement(amount: amount, reason: because)))
            if form.json { return try printJSON(entry) }
            let words = TillWords(desk)
            let expected = try desk.till.status().cashExpected
            let moved = words.amount(Money(cents: abs(amount.cents)))
            print(
                amount < .zero
                    ? say("\(moved) sortis du tiroir : \(because).", "\(moved) taken out of the drawer: \(because).")
                    : say("\(moved) mis dans le tiroir : \(because).", "\(moved) put into the drawer: \(because)."))
            print(
                say(
                    "Espèces attendues maintenant : \(words.amount(expected)).",
                    "Cash expected now: \(words.amount(expected))."))
            if expected < .zero {
                tell(
                    say(
                        "C'est plus qu'il ne devait y avoir : le fond de caisse est-il noté ? desk till open --float 50",
                        "That is more than there should be: was the drawer's cash recorded? desk till open --float 50"))
            }
        }
    }
}
