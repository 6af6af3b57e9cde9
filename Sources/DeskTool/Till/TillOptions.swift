import ArgumentParser
import Reception
import Terminal

/// Which till: every command of the shop asks.
struct TillOptions: ParsableArguments, TillChoice {
    @Option(
        help: .init(
            say("La caisse, par son nom ; caisse sinon.", "The till, by its name; caisse otherwise."),
            valueName: "name"))
    var till: String?

    func validate() throws {
        guard tillCode.utf8.count > 32 || !Names.isCode(tillCode) else { return }
        throw ValidationError(
            say(
                "--till : « \(tillCode) » doit être fait de 1 à 32 lettres sans accent, chiffres, points ou tirets.",
                "--till: “\(tillCode)” must be 1 to 32 unaccented letters, digits, dots or dashes."))
    }
}
