import ArgumentParser
import Reception
import Terminal

struct DepositorAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: say(
            "Ajoute un déposant ; son contrat dit le mandat et la commission.",
            "Adds a depositor; their contract says mandate and commission."))

    @Argument(
        help: .init(
            say("Un code, le même pour toujours : potier.", "A code, the same for ever: potter."), valueName: "code"))
    var code: String

    @OptionGroup var fields: DepositorFields
    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        guard let name = fields.name, let mandate = fields.mandate, let commission = try fields.typedCommission(),
            let taxed = fields.taxed
        else {
            throw ValidationError(
                say(
                    "Il faut --name, --mandate, --commission, et --taxed ou --no-taxed : le contrat du déposant les dit.",
                    "There must be --name, --mandate, --commission, and --taxed or --no-taxed: the depositor's contract says them."
                ))
        }
        let depositor = Depositor(code: code, name: name, mandate: mandate, commission: commission, isTaxed: taxed)
        try options.withTill(till, now: .now) { desk in
            if let known = try desk.till.depositors().first(where: { $0.code == code }) {
                throw Refused.byPerson(
                    say(
                        "« \(code) » est déjà \(known.name) ; « desk depositor edit \(code) » le change. Rien n'a été enregistré.",
                        "“\(code)” is \(known.name) already; “desk depositor edit \(code)” changes it. Nothing was recorded."
                    ))
            }
            let entry = try desk.perform(.depositor(depositor))
            if form.json { return try printJSON(entry) }
            print(say("Ajouté : \(code) : ", "Added: \(code): ") + DepositorWords.words(depositor))
        }
    }
}
