import Register
import Terminal

extension Refused {
    /// The register's trouble, in the words of the desk.
    init(_ error: RegisterError) {
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
        case .diskFull(let folder):
            self = .bySystem(
                say(
                    "Rien n'a été enregistré : le disque de « \(folder) » est plein. Faites-y de la place, puis recommencez.",
                    "Nothing was recorded: the disk of “\(folder)” is full. Make room on it, then do it again."))
        case .readOnly(let path):
            self = .bySystem(
                say(
                    "Rien n'a été enregistré : « \(path) » ne peut qu'être lu. Vérifiez ses droits, ou utilisez le compte qui fait tourner le serveur.",
                    "Nothing was recorded: “\(path)” is read-only. Check its rights, or use the account that runs the server."
                ))
        case .unavailable, .busy:
            self = .bySystem(
                say(
                    "Rien n'a été enregistré : le disque est plein, en panne, ou retenu par un autre programme. Réessayez ; si cela dure, prévenez qui s'occupe du serveur.",
                    "Nothing was recorded: the disk is full, failing, or held by another program. Try again; if it lasts, tell who looks after the server."
                ))
        case .notADatabase(let path):
            self = .bySystem(
                say(
                    "Rien n'a été enregistré : « \(path) » est abîmé, ou n'est pas une base. Prévenez qui s'occupe du serveur : la dernière sauvegarde le remplace.",
                    "Nothing was recorded: “\(path)” is damaged, or isn't a database. Tell who looks after the server: the last backup takes its place."
                ))
        case .cannotOpen(let path, let reason):
            self = .bySystem(
                say(
                    "Rien n'a été enregistré : « \(path) » ne peut pas être ouvert (\(reason)). Vérifiez que le dossier est là, et que ce compte y a accès.",
                    "Nothing was recorded: “\(path)” can't be opened (\(reason)). Check that the folder is there, and that this account may use it."
                ))
        case .mixedWithDemonstration(let folder):
            self = .byPerson(
                say(
                    "Rien n'a été fait : dans « \(folder) », la base et le fichier DEMONSTRATION ne disent pas la même chose. Une démonstration et de vraies données ne partagent jamais un dossier : remettez la base d'où elle vient.",
                    "Nothing was done: in “\(folder)”, the database and the file DEMONSTRATION don't say the same. A demonstration and real data never share a folder: put the database back where it came from."
                ))
        default:
            self = .bySystem(
                say("La base ne peut pas être ouverte : \(error)", "The database can't be opened: \(error)"))
        }
    }
}
