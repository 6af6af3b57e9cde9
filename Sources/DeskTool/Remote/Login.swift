import Reception
import Terminal

/// What lets this desk speak to a server, as `desk login` left it.
struct Login: Codable {
    /// `https://accueil.example.org`
    var server: String
    /// Who logged in.
    var user: String
    /// What they might do then.
    var role: Role
    /// What the server knows them by.
    var token: String
    /// Until when, unless it is used before.
    var expiresAt: Instant
    /// Certificate authorities that are trusted besides the system's, in PEM.
    var authorities: String?

    enum CodingKeys: String, CodingKey {
        case server, user, role, token, authorities
        case expiresAt = "expires_at"
    }
}

/// The servers this desk has logged in to.
struct Logins: Codable {
    /// The server that commands go to when they name none.
    var chosen: String?
    /// One a server.
    var logins: [Login] = []

    /// The login at a server.
    func login(at server: String) -> Login? { logins.first { $0.server == server } }

    /// The login at the server that was named, or at the chosen one. Throws what to do when there is none.
    func required(at named: String?) throws -> Login {
        guard let server = try named.map({ try ServerAddress($0).text }) ?? chosen else {
            throw Refused.byPerson(
                say(
                    "Ce comptoir n'est relié à aucun serveur : « desk login https://… » le fait.",
                    "This desk isn't connected to a server: “desk login https://…” does that."))
        }
        guard let login = login(at: server) else {
            throw Refused.byPerson(
                say(
                    "Ce comptoir n'a pas d'accès à \(server). Faites « desk login \(server) ».",
                    "This desk has no access to \(server). Run “desk login \(server)”."))
        }
        return login
    }

    /// Keeps a login; its server is the chosen one from now on.
    mutating func keep(_ login: Login) {
        logins.removeAll { $0.server == login.server }
        logins.append(login)
        chosen = login.server
    }

    /// Forgets a server; commands then go to none by themselves if it was the chosen one.
    mutating func forget(_ server: String) {
        logins.removeAll { $0.server == server }
        if chosen == server { chosen = nil }
    }
}
