import ArgumentParser
import Reception
import Register
import Terminal

struct TillRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: say(
            "Change la clé qui scelle ; l'ancienne reste, pour vérifier ce qu'elle a scellé.",
            "Changes the key that seals; the old one stays, to verify what it sealed."))

    @Option(help: .init(say("Pourquoi ; gardé avec l'écriture.", "Why; kept with the entry."), valueName: "text"))
    var because: String

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withOwnTill(till, now: .now) { own in
            let entry = try own.rotateKey(reason: because, counsellor: options.counsellorName)
            if form.json { return try printJSON(entry) }
            guard case .key(let change) = entry.content else { return }
            print(
                say(
                    "La clé n° \(change.key) scelle à partir de maintenant. Gardez-en une copie : desk till backup-key FICHIER",
                    "Key \(change.key) seals from now on. Keep a copy of it: desk till backup-key FILE"))
        }
    }
}
