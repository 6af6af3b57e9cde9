import ArgumentParser
import Reception
import Register
import Terminal

/// Where the register is, and how to speak; every command asks.
struct RegisterOptions: ParsableArguments {
    @Option(
        help: .init(say("Le dossier des données du serveur.", "The server's data folder."), valueName: "folder"))
    var data = setting("DATA") ?? "data"

    @Option(help: .init(say("fr ou en : la langue des messages.", "fr or en: the language of messages.")))
    var lang: MessageLanguage?

    /// Opens the register, gives it to `body` and lets go of it.
    func withRegister<Result>(now: Instant, _ body: (Register) throws -> Result) throws -> Result {
        do {
            let register = try Register.beside(data, now: now)
            defer { register.shutdown() }
            return try body(register)
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }
}

extension MessageLanguage: ExpressibleByArgument {}

extension Refused {
    /// The register's trouble, in the words of the desk.
    fileprivate init(_ error: RegisterError) {
        switch error {
        case .noRegister(let folder):
            self = .byPerson(
                say(
                    "Aucun serveur n'a encore servi depuis le dossier « \(folder) ». Indiquez celui du serveur avec --data (ou VITRINE_DATA).",
                    "No server has used the folder “\(folder)” yet. Name the server's with --data (or VITRINE_DATA)."))
        case .migrationPending:
            self = .byPerson(
                say(
                    "La base est plus ancienne que ce programme et un serveur s'en sert. Redémarrez le serveur : il la mettra à jour.",
                    "The database is older than this program, and a server is using it. Restart the server: it brings it up to date."
                ))
        case .newerDatabase:
            self = .byPerson(
                say(
                    "La base vient d'une version plus récente ; rien n'y a été changé. Utilisez le « desk » de cette version.",
                    "The database was written by a newer version; it was left as it is. Use that version's “desk”."))
        case .unavailable, .busy:
            self = .bySystem(
                say(
                    "Rien n'a été enregistré : le disque est plein, en panne, ou retenu par un autre programme. Réessayez ; si cela dure, prévenez qui s'occupe du serveur.",
                    "Nothing was recorded: the disk is full, failing, or held by another program. Try again; if it lasts, tell who looks after the server."
                ))
        default:
            self = .bySystem(
                say("La base ne peut pas être ouverte : \(error)", "The database can't be opened: \(error)"))
        }
    }
}
