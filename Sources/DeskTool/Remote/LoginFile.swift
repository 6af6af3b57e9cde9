import Foundation
import Terminal

/// Where logins are kept: `$XDG_CONFIG_HOME/vitrine/desk.json`, for nobody's eyes but its owner's.
struct LoginFile {
    let path = UserFolder.config + "/desk.json"

    /// The server that commands go to by themselves. One look at the folder when there is none, as on most desks.
    static func chosenServer() throws -> String? { try LoginFile().read().chosen }

    /// Reads it; without one, nobody has logged in. Throws when others could read it too, or when it can't be read.
    func read() throws -> Logins {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return Logins() }
            throw unreadable(String(cString: strerror(errno)))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Refused.byPerson(
                say(
                    "D'autres que vous peuvent lire \(path), qui contient l'accès au serveur. Faites « chmod 600 \(path) » ; si quelqu'un a pu s'en servir, aussi « desk logout » puis « desk login ».",
                    "Others than you can read \(path), which holds the access to the server. Run “chmod 600 \(path)”; if somebody may have used it, “desk logout” and “desk login” as well."
                ))
        }
        do {
            return try JSONDecoder().decode(Logins.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch let error as CocoaError {
            throw unreadable(error.localizedDescription)
        } catch {
            throw unreadable(say("ce n'est pas ce que « desk login » écrit", "it isn't what “desk login” writes"))
        }
    }

    /// Writes it, whole or not at all.
    func write(_ logins: Logins) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try UserFolder.make(UserFolder.config)
        try DurableFile.write(Array(encoder.encode(logins)), to: path)
    }

    private func unreadable(_ reason: String) -> Refused {
        .byPerson(
            say(
                "\(path) ne peut pas être lu : \(reason). Effacez ce fichier et refaites « desk login », ou servez-vous de --local.",
                "\(path) can't be read: \(reason). Delete that file and run “desk login” again, or use --local."))
    }
}
