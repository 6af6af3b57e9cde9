import ArgumentParser
import Reception
import Register
import Terminal

struct TillRestore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: say(
            "Reprend après une copie plus ancienne remise en place, ou remet les clés d'une copie.",
            "Goes on after an older copy was put back, or puts back keys from a copy."),
        discussion: say(
            """
            Exemples :
              desk till restore --because "disque changé, sauvegarde d'hier soir"
              desk till restore --keys /media/usb/cles-caisse
            La reprise est scellée dans la caisse, avec sa raison : rien n'est caché, et la suite se vend.
            """,
            """
            Examples:
              desk till restore --because "disk replaced, last night's backup"
              desk till restore --keys /media/usb/till-keys
            That it went on is sealed in the till, with the reason: nothing is hidden, and selling goes on.
            """))

    @Option(
        help: .init(
            say("Ce qui s'est passé ; gardé avec l'écriture.", "What happened; kept with the entry."), valueName: "text"
        ))
    var because: String?

    @Option(
        help: .init(
            say("Un fichier de « desk till backup-key ».", "A file of “desk till backup-key”."), valueName: "file"),
        completion: .file())
    var keys: String?

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard (because == nil) == (keys == nil) else { return }
        throw ValidationError(
            say("L'un des deux : --because, ou --keys.", "One of the two: --because, or --keys."))
    }

    func run() throws {
        try options.withOwnTill(till, now: .now) { own in
            if let keys {
                try putBack(own.restoreKeys(from: keys))
            } else {
                try tell(own.restore(reason: because ?? "", counsellor: options.counsellorName))
            }
        }
    }

    private func putBack(_ files: [String]) throws {
        if form.json { return try printJSON(["files": files]) }
        print(
            files.isEmpty
                ? say("Aucune clé ne manquait ; rien n'a changé.", "No key was missing; nothing changed.")
                : say("Remis en place : ", "Put back: ") + files.joined(separator: ", "))
    }

    private func tell(_ entry: TillEntry) throws {
        if form.json { return try printJSON(entry) }
        guard case .restore(let record) = entry.content else { return }
        print(
            say(
                "Reprise scellée : entrée \(entry.number), après la \(record.from). La caisse peut vendre de nouveau.",
                "Sealed that it goes on: entry \(entry.number), after \(record.from). The till can sell again."))
        if record.lostHead > record.from {
            let lost = record.lostHead - record.from
            print(
                say(
                    "\(lost) entrée\(lost > 1 ? "s sont perdues" : " est perdue") (\(record.from + 1) à \(record.lostHead)) : retrouvez leurs tickets, et dites-le à votre expert-comptable.",
                    "\(lost) entr\(lost > 1 ? "ies are" : "y is") lost (\(record.from + 1) to \(record.lostHead)): find their tickets, and tell your accountant."
                ))
        }
    }
}
