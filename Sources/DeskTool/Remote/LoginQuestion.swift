import Reception
import Terminal

/// What a server is asked for a token.
struct LoginQuestion: Encodable {
    let user: String
    let password: String
    private let cookie = false

    private struct Answer: Decodable {
        let token: String
        let user: String
        let role: Role
        let expiresAt: Instant

        enum CodingKeys: String, CodingKey {
            case token, user, role
            case expiresAt = "expires_at"
        }
    }

    init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// A login at a server. Throws `Refused` with what to do about it.
    func ask(_ address: ServerAddress, trusting authorities: String?) throws -> Login {
        do {
            // A password is looked at slowly on purpose, and nobody stands at the counter.
            let server = try DeskServer(
                address, token: nil, authorities: authorities, patience: Patience(.seconds(5)))
            let answer: Answer = try server.post("login", self)
            return Login(
                server: address.text, user: answer.user, role: answer.role, token: answer.token,
                expiresAt: answer.expiresAt, authorities: authorities)
        } catch ServerTrouble.tokenRefused {
            throw Refused.byPerson(
                say(
                    "Le nom ou le mot de passe n'est pas le bon. Vérifiez les deux ; qui s'occupe du serveur peut vous donner un autre mot de passe.",
                    "The name or the password is wrong. Check both; who looks after the server can give you another password."
                ))
        } catch let trouble as ServerTrouble {
            throw trouble.refused(address)
        }
    }
}
