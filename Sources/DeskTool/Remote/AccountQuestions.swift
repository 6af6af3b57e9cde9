import ArgumentParser
import Foundation
import Terminal

/// What a login needs, from whoever sits there or from a program.
enum AccountQuestions {
    /// The account's name, typed.
    static func name(at server: ServerAddress) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            throw ValidationError(
                say(
                    "Quel compte ? Sans terminal, donnez-le avec --user.",
                    "Which account? Without a terminal, give it with --user."))
        }
        FileHandle.standardError.write(Data(say("Compte sur \(server.name) : ", "Account at \(server.name): ").utf8))
        guard let name = readLine()?.trimmingCharacters(in: .whitespaces), !name.isEmpty else {
            throw Refused.byPerson(
                say("Rien n'est changé : aucun compte n'a été tapé.", "Nothing was changed: no account was typed."))
        }
        return name
    }

    /// The password, unseen; never from the command line, which everybody on the machine can read.
    static func password(of user: String, fromInput: Bool) throws -> String {
        if fromInput {
            guard let text = Secret.fromStandardInput() else {
                throw Refused.byPerson(
                    say("Aucun mot de passe sur l'entrée standard.", "No password on standard input."))
            }
            return text
        }
        guard let text = Secret.ask(say("Mot de passe de \(user) : ", "Password of \(user): ")) else {
            throw Refused.byPerson(
                say(
                    "Rien n'est changé : aucun mot de passe n'a été tapé. Sans terminal, donnez-le avec --password-stdin.",
                    "Nothing was changed: no password was typed. Without a terminal, give it with --password-stdin."))
        }
        return text
    }

    /// The text of a file with certificates: kept as such, because the file may be on a key that leaves.
    static func certificate(_ path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Refused.byPerson(
                say("Le fichier \(path) ne peut pas être lu.", "The file \(path) can't be read."))
        }
        guard text.contains("-----BEGIN CERTIFICATE-----") else {
            throw Refused.byPerson(
                say(
                    "\(path) n'est pas un certificat au format PEM. Demandez à qui s'occupe du serveur celui de son autorité.",
                    "\(path) isn't a certificate in PEM format. Ask who looks after the server for that of its authority."
                ))
        }
        return text
    }
}
