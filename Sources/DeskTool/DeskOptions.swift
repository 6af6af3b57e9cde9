import ArgumentParser
import Reception
import Terminal

/// Where facts go, who records them, and how to speak: every command asks, and so does `desk` before its command.
struct DeskOptions: ParsableArguments, DeskChoice {
    @Option(
        help: .init(
            say(
                "Le dossier des données du serveur, sur la même machine.", "The server's data folder, on this machine."),
            valueName: "folder"))
    var data: String?

    @Option(
        help: .init(
            say("L'adresse du serveur, depuis une autre machine.", "The server's address, from another machine."),
            valueName: "url"))
    var server: String?

    @Flag(
        help: .init(
            say(
                "La base de cette machine, même quand ce comptoir est relié à un serveur.",
                "This machine's register, even when this desk is connected to a server.")))
    var local = false

    @Option(
        help: .init(
            say("Le nom de ce comptoir ; comptoir sinon.", "This desk's name; comptoir otherwise."), valueName: "name"))
    var desk: String?

    @Option(
        help: .init(say("Qui saisit, par ses initiales.", "Who records, by their initials."), valueName: "name"))
    var counsellor: String?

    @Option(help: .init(say("fr ou en : la langue des messages.", "fr or en: the language of messages.")))
    var lang: MessageLanguage?

    func validate() throws {
        if server != nil, data != nil || local {
            throw ValidationError(
                say(
                    "--data ou --local et --server désignent deux bases : gardez l'un ou l'autre.",
                    "--data or --local and --server name two registers: keep one of them."))
        }
        for (option, name) in [("--desk", deskName), ("--counsellor", counsellorName)] {
            guard let name, !Names.isCode(name) else { continue }
            throw ValidationError(
                say(
                    "\(option) : « \(name) » doit être fait de 1 à 64 lettres sans accent, chiffres, points ou tirets.",
                    "\(option): “\(name)” must be 1 to 64 unaccented letters, digits, dots or dashes."))
        }
    }
}

extension MessageLanguage: ExpressibleByArgument {}
