import ArgumentParser
import Reception
import Terminal

struct DepositorEdit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: say(
            "Change un déposant à partir de maintenant ; ce qui est vendu reste comme vendu.",
            "Changes a depositor from now on; what was sold stays as it was sold."))

    @Argument(
        help: .init(say("Son code.", "Their code."), valueName: "code"),
        completion: .custom(WordCompletion.depositors))
    var code: String

    @OptionGroup var fields: DepositorFields

    @Flag(
        inversion: .prefixedNo, help: .init(say("Plus rien de lui ne se vend.", "Nothing more of theirs is sold.")))
    var archived: Bool?

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let before = try DepositorWords.find(code, at: desk.till)
            var depositor = before
            if let name = fields.name { depositor.name = name }
            if let mandate = fields.mandate { depositor.mandate = mandate }
            if let commission = try fields.typedCommission() { depositor.commission = commission }
            if let taxed = fields.taxed { depositor.isTaxed = taxed }
            if let archived { depositor.archived = archived }
            guard depositor != before else {
                throw ValidationError(
                    say(
                        "Rien à changer. Dites quoi, par exemple --commission 25%.",
                        "Nothing to change. Say what, for example --commission 25%."))
            }
            let entry = try desk.perform(.depositor(depositor))
            if form.json { return try printJSON(entry) }
            print(say("Changé : \(code) : ", "Changed: \(code): ") + DepositorWords.words(depositor))
        }
    }
}
