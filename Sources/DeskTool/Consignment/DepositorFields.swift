import ArgumentParser
import Reception
import Terminal

/// What can be said of a depositor beside their code.
struct DepositorFields: ParsableArguments {
    @Option(
        help: .init(
            say(
                "Le nom de la firme ou de l'association, pour son relevé.",
                "The firm's or association's name, for its statement."),
            valueName: "name"))
    var name: String?

    @Option(
        help: .init(
            say(
                "Au nom de qui l'office vend : depositor (le déposant) ou office.",
                "In whose name the office sells: depositor or office."),
            valueName: "mandate"))
    var mandate: Depositor.Mandate?

    @Option(
        help: .init(
            say("Ce que l'office garde du prix TTC : 20%.", "What the office keeps of the price with VAT: 20%."),
            valueName: "percent"))
    var commission: String?

    @Flag(
        inversion: .prefixedNo,
        help: .init(say("Si le déposant facture la TVA.", "Whether the depositor charges VAT.")))
    var taxed: Bool?

    /// In hundredths of a percent. Throws what isn't a percentage.
    func typedCommission() throws -> Int? {
        try commission.map { typed in
            guard let percent = VATRate(typed: typed) else {
                throw Refused.byPerson(
                    say(
                        "« \(typed) » n'est pas une commission : écrivez 20% ou 12,5%. Rien n'a été enregistré.",
                        "“\(typed)” isn't a commission: write 20% or 12.5%. Nothing was recorded."))
            }
            return percent.basisPoints
        }
    }
}

extension Depositor.Mandate: ExpressibleByArgument {}
