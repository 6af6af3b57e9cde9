import Foundation
import Reception
import Terminal

/// Where a server is: `https://accueil.example.org`, with a port or a folder if need be.
struct ServerAddress: Hashable {
    /// Without a slash at its end.
    let text: String
    /// The name or number of the machine, lower case.
    let host: String
    /// Whether what is said is encrypted.
    let isSecure: Bool

    /// Whether the server runs on this machine.
    var isToThisMachine: Bool {
        // A name may begin with 127. too.
        let isNumber = host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || 48...57 ~= $0 }
        return host == "localhost" || host == "::1" || host.hasPrefix("127.") && isNumber
    }

    /// What people call it: `accueil.example.org:8443`.
    var name: String { String(text.drop { $0 != "/" }.dropFirst(2)) }

    /// The same, as the name of a folder.
    var folderName: String { String(name.map { $0 == "/" ? "_" : $0 }) }

    /// Reads an address; `https` when it doesn't say. Throws what to write instead.
    init(_ typed: String) throws {
        let full = typed.contains("://") ? typed : "https://" + typed
        guard let parts = URLComponents(string: full), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
            !host.hasPrefix("."),
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
            !parts.percentEncodedPath.contains("..")
        else {
            throw Refused(
                exitCode: 2,
                lines: [
                    say(
                        "« \(typed) » n'est pas l'adresse d'un serveur. Écrivez-la comme https://accueil.example.org.",
                        "“\(typed)” isn't a server's address. Write it like https://accueil.example.org.")
                ])
        }
        // Foundation keeps the brackets of an IPv6 address, which is what stands in an address.
        self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        isSecure = scheme == "https"
        let path = parts.percentEncodedPath.split(separator: "/").map { "/" + $0 }.joined()
        text = "\(scheme)://\(host)\(parts.port.map { ":\($0)" } ?? "")\(path)"
    }
}
