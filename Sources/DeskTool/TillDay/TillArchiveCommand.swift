import ArgumentParser
import Reception
import Register
import Terminal

struct TillArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: say(
            "Fait l'archive signée d'une année ou d'un mois, à garder hors de cette machine.",
            "Makes the signed archive of a year or a month, to be kept off this machine."),
        discussion: say(
            """
            Exemple :
              desk till archive --year 2026 --out /media/usb
            Un nouveau dossier : CSV et JSON, une notice, une signature. « desk till verify DOSSIER » le vérifie,
            où qu'il soit.
            """,
            """
            Example:
              desk till archive --year 2026 --out /media/usb
            A new folder: CSV and JSON, a notice, a signature. “desk till verify FOLDER” verifies it, wherever it is.
            """))

    @Option(help: .init(say("Une année : 2026.", "A year: 2026."), valueName: "year"))
    var year: String?

    @Option(help: .init(say("Un mois : 2026-07.", "A month: 2026-07."), valueName: "month"))
    var month: String?

    @Option(
        help: .init(say("Où faire son dossier.", "Where to make its folder."), valueName: "folder"),
        completion: .directory)
    var out: String

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard (year == nil) == (month == nil) else { return }
        throw ValidationError(say("L'un des deux : --year ou --month.", "One of the two: --year or --month."))
    }

    func run() throws {
        let period = try year.map(TypedPeriod.year) ?? TypedPeriod.month(month ?? "")
        try options.withOwnTill(till, now: .now) { own in
            let archive = try own.archive(period, in: out, counsellor: options.counsellorName)
            if form.json { return try printJSON(Made(archive)) }
            print(
                say(
                    "Archive faite : \(archive.path), \(archive.entries) entrées.",
                    "Archive made: \(archive.path), \(archive.entries) entries."))
            print(
                say(
                    "Notez ailleurs la clé qui la signe : \(archive.publicKey)",
                    "Note elsewhere the key that signs it: \(archive.publicKey)"))
        }
    }

    private struct Made: Encodable {
        let path: String
        let entries: Int
        let publicKey: String
        let entry: TillEntry

        init(_ archive: TillArchive) {
            (path, entries) = (archive.path, archive.entries)
            (publicKey, entry) = (archive.publicKey, archive.entry)
        }

        enum CodingKeys: String, CodingKey {
            case path, entries, entry
            case publicKey = "public_key"
        }
    }
}
