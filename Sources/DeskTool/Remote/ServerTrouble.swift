import HTTPClient
import Terminal

/// Why a server couldn't be asked. What it refuses is a `Refusal` instead.
enum ServerTrouble: Error, Hashable {
    /// It can't be reached now: refused, silent, unknown by name, or what stands before it says that it is down.
    case away
    /// It is asked too much at once: its words.
    case busy(String)
    /// It answers that it can't: its disk is full, it is stopping, something failed inside it. Its words.
    case failing(String)
    /// It answered something that isn't its own: another program's page, a failure, another version.
    case strange(status: Int)
    /// It doesn't take the token any more.
    case tokenRefused
    /// The account may not do that: the server's words.
    case forbidden(String)
    /// Its certificate doesn't verify: libcurl's words.
    case certificate(String)
    /// The certificate authorities that were named can't be read.
    case authorities
    /// libcurl isn't installed.
    case library

    init(_ failure: HTTPFailure) {
        switch failure {
        case .libraryMissing: self = .library
        case .certificate(let words): self = .certificate(words)
        case .authorities: self = .authorities
        case .unreachable, .silent, .notAnAddress: self = .away
        }
    }

    /// Whether whoever types can do something about it; else time does.
    var canBeMended: Bool {
        switch self {
        case .away, .busy, .failing, .strange: false
        case .tokenRefused, .forbidden, .certificate, .authorities, .library: true
        }
    }

    /// What is wrong.
    func message(_ server: ServerAddress) -> String {
        switch self {
        case .away: say("Le serveur \(server.name) ne répond pas", "The server \(server.name) doesn't answer")
        case .strange(let status):
            say(
                "Le serveur \(server.name) a répondu ce que ce programme ne comprend pas (HTTP \(status))",
                "The server \(server.name) answered something this program doesn't understand (HTTP \(status))")
        case .tokenRefused:
            say(
                "Le serveur \(server.name) ne reconnaît plus cet accès",
                "The server \(server.name) doesn't take this access any more")
        case .forbidden(let words), .busy(let words), .failing(let words):
            words.hasSuffix(".") ? String(words.dropLast()) : words
        case .certificate(let words):
            say(
                "Le certificat de \(server.name) ne peut pas être vérifié (\(words))",
                "The certificate of \(server.name) can't be verified (\(words))")
        case .authorities:
            say(
                "Le fichier de --ca n'est pas un certificat au format PEM",
                "The file of --ca isn't a certificate in PEM format")
        case .library:
            say(
                "libcurl manque sur cet ordinateur, et sans elle aucun serveur ne peut être joint",
                "libcurl isn't installed on this computer, and no server can be reached without it")
        }
    }

    /// What to do; nil when there is only waiting.
    func hint(_ server: ServerAddress) -> String? {
        switch self {
        case .away:
            say(
                "Vérifiez l'adresse et le réseau, ou réessayez plus tard.",
                "Check the address and the network, or try again later.")
        case .busy, .failing: nil
        case .strange:
            say(
                "Vérifiez l'adresse, et que les deux programmes sont de la même version.",
                "Check the address, and that both programs are of the same version.")
        case .tokenRefused: say("Refaites « desk login ».", "Run “desk login” again.")
        case .forbidden:
            say(
                "Demandez à qui s'occupe du serveur, ou refaites « desk login » avec un autre compte.",
                "Ask who looks after the server, or run “desk login” again with another account.")
        case .certificate:
            say(
                "Demandez à qui s'occupe du serveur le fichier de son autorité, et faites « desk login \(server.text) --ca FICHIER ». S'il n'y en a pas, ne donnez pas votre mot de passe : ce n'est peut-être pas lui.",
                "Ask who looks after the server for the file of its authority, and run “desk login \(server.text) --ca FILE”. If there is none, don't give your password: it may not be that server."
            )
        case .authorities:
            say("Donnez celui que le serveur vous a remis.", "Give the one you were handed for the server.")
        case .library: say("Installez le paquet libcurl4.", "Install the package libcurl4.")
        }
    }

    /// A command that could do nothing because of it.
    func refused(_ server: ServerAddress, _ more: [String] = []) -> Refused {
        let first = ([message(server) + ".", hint(server)] as [String?]).compactMap { $0 }.joined(separator: " ")
        return Refused(exitCode: canBeMended ? 1 : 3, lines: [first] + more)
    }
}
