import ArgumentParser
import Reception
import Register
import Terminal

struct TillBackupKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup-key",
        abstract: say(
            "Copie les clés de la caisse dans un fichier, à garder ailleurs et à part.",
            "Copies the till's keys into a file, to be kept elsewhere and by itself."))

    @Argument(
        help: .init(
            say("Un nouveau fichier : une clé USB, un coffre.", "A new file: a USB stick, a safe."), valueName: "file"),
        completion: .file())
    var file: String

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withOwnTill(till, now: .now) { own in
            try own.backUpKeys(to: file)
            if form.json { return try printJSON(["file": file]) }
            print(
                say(
                    "Clés copiées dans \(file). Gardez ce fichier hors de cette machine, et loin des sauvegardes de la base : qui a les deux peut tout sceller.",
                    "Keys copied to \(file). Keep that file off this machine, and away from the database's backups: who has both can seal anything."
                ))
        }
    }
}
