import ArgumentParser
import KioskServer
import Reception
import Register
import Terminal

/// Where the server's data is.
struct DataFolderOption: ParsableArguments {
    @Option(help: .init(say("Le dossier des données du serveur.", "The server's data folder."), valueName: "folder"))
    var data = setting("DATA") ?? "data"

    /// Opens the register beside the server, gives it to `body` and lets go of it.
    func withRegister<Result>(_ body: (Register) throws -> Result) throws -> Result {
        do {
            let register = try Register.beside(data, now: .now)
            defer { register.shutdown() }
            return try body(register)
        } catch RegisterError.noRegister(let folder) {
            throw Refused.byPerson(
                say(
                    "Aucun serveur n'a encore servi depuis le dossier « \(folder) ». Lancez « vitrine serve » une fois, ou indiquez le dossier avec --data.",
                    "No server has used the folder “\(folder)” yet. Run “vitrine serve” once, or name the folder with --data."
                ))
        } catch RegisterError.migrationPending {
            throw Refused.byPerson(
                say(
                    "La base est plus ancienne que ce programme et un serveur s'en sert. Redémarrez le serveur : il la mettra à jour.",
                    "The database is older than this program, and a server is using it. Restart the server: it brings it up to date."
                ))
        } catch RegisterError.mixedWithDemonstration(let folder) {
            throw Refused.byPerson(
                say(
                    "Rien n'est changé : dans « \(folder) », la base et le fichier DEMONSTRATION ne disent pas la même chose. Remettez la base d'où elle vient.",
                    "Nothing was changed: in “\(folder)”, the database and the file DEMONSTRATION don't say the same. Put the database back where it came from."
                ))
        } catch let error as RegisterError {
            throw Refused.bySystem(say("Rien n'est changé : \(error)", "Nothing was changed: \(error)"))
        }
    }
}
