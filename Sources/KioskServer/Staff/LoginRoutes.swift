import Logging
import MicroHTTP
import Reception
import Register

/// `/api/v1/login`, `/api/v1/logout`, `/api/v1/me`.
struct LoginRoutes: Sendable {
    let register: Register
    let failures: FailureAnswers
    let logger: Logger
    /// One password at a time: each takes 64 MiB and a tenth of a second of a processor.
    private let passwords = WaitingLine(width: 1, length: 8)

    init(register: Register, failures: FailureAnswers, logger: Logger) {
        self.register = register
        self.failures = failures
        self.logger = logger
    }

    var all: [Routes.Route] {
        [
            .everybody(.post, "/api/v1/login") { try logIn($0) },
            .staff(.desk, .post, "/api/v1/logout") { request in
                try register.logOut(token: request.credentials.token)
                return Response(
                    status: 204,
                    headers: SecurityHeaders.api + [
                        ("Cache-Control", "no-store"), ("Set-Cookie", Self.cookie("", seconds: 0, isSecure: false)),
                    ])
            },
            .staff(.desk, .get, "/api/v1/me") { .json(Document($0.session)) },
        ]
    }

    /// Returns when no password is being looked at any more.
    func finish() { passwords.finish() }

    private func logIn(_ request: borrowing Request) throws -> Outcome {
        let language = MessageLanguage(request)
        do {
            try request.requireJSON()
            let form = try JSONBody.decode(Form.self, from: request.body, limit: 4_096)
            if form.cookie { try request.requireOwnPage() }
            let reply = PendingReply()
            let (id, network, isSecure) = (request.id, request.network, request.isOverTLS)
            let isTaken = passwords.run {
                do {
                    reply.send(try open(form, network: network, isSecure: isSecure))
                } catch {
                    reply.send(failures.response(to: error, id: id, in: language))
                }
            }
            guard isTaken else { throw Failure.tooManyLogins(seconds: 1) }
            return .later(reply)
        } catch let failure as Failure {
            throw failure.told(in: language)
        }
    }

    private func open(_ form: Form, network: String, isSecure: Bool) throws -> Response {
        do {
            let (token, session) = try register.logIn(
                form.user, password: form.password, network: network, kind: form.cookie ? .cookie : .desk, at: .now)
            logger.info("\(session.user.name) logged in (\(session.kind.rawValue))")
            let seconds = session.kind.life / 1_000
            return .json(
                Document(session, token: .some(form.cookie ? nil : token)),
                headers: form.cookie
                    ? [("Set-Cookie", Self.cookie(token, seconds: seconds, isSecure: isSecure))] : [])
        } catch LoginRefusal.wrong {
            throw Failure.wrongPassword
        } catch LoginRefusal.wait(let seconds) {
            throw Failure.tooManyLogins(seconds: seconds)
        }
    }

    private static func cookie(_ value: String, seconds: Int64, isSecure: Bool) -> String {
        "\(Credentials.cookieName)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
            + (isSecure ? "; Secure" : "")
    }

    /// `Login` in docs/openapi.yaml.
    private struct Form: Decodable, Sendable {
        let user: String
        let password: String
        let cookie: Bool

        private enum CodingKeys: String, CodingKey { case user, password, cookie }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            user = try values.decode(String.self, forKey: .user)
            password = try values.decode(String.self, forKey: .password)
            cookie = try values.decodeIfPresent(Bool.self, forKey: .cookie) ?? false
        }
    }

    /// `Session` in docs/openapi.yaml; with `token`, null or not, when it was just opened.
    private struct Document: Encodable {
        let token: OrNull<String>?
        let user: String
        let role: Role
        let expiresAt: Instant

        init(_ session: StaffSession, token: String?? = nil) {
            self.token = token.map(OrNull.init)
            user = session.user.name
            role = session.user.role
            expiresAt = session.expiresAt
        }
    }
}
