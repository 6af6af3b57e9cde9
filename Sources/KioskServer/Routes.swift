import MicroHTTP
import Reception

/// What can be asked for besides the site's prepared bodies. A request that matches nothing is refused.
struct Routes: Sendable {
    /// One address, or several of one shape, what it takes, and who may ask.
    struct Route: Sendable {
        typealias Answer = @Sendable (borrowing Request) throws -> Outcome
        typealias StaffAnswer = @Sendable (StaffRequest) throws -> Response
        /// The same, or a stream.
        typealias StaffReply = @Sendable (StaffRequest) throws -> PendingReply.Answer

        /// Who may ask. There is no third way to make a route, so that none can be without a rule.
        enum Access: Sendable {
            case everybody(Answer)
            /// Whoever is logged in with this role or a higher one; answered on a thread of the gate.
            case staff(Role, StaffReply)
        }

        let method: Request.Method
        let path: RoutePath
        let access: Access

        /// For everybody, without a login.
        static func everybody(_ method: Request.Method, _ path: RoutePath, _ answer: @escaping Answer) -> Route {
            Route(method: method, path: path, access: .everybody(answer))
        }

        /// For staff with this role or a higher one.
        static func staff(
            _ role: Role, _ method: Request.Method, _ path: RoutePath, _ answer: @escaping StaffAnswer
        ) -> Route {
            Route(method: method, path: path, access: .staff(role) { .response(try answer($0)) })
        }

        /// A stream of events, for staff with this role or a higher one when it begins.
        static func staffEvents(
            _ role: Role, _ path: RoutePath, _ stream: @escaping @Sendable (StaffRequest) throws -> EventStream
        ) -> Route {
            Route(method: .get, path: path, access: .staff(role) { .stream(try stream($0)) })
        }

        /// The least role that may ask; nil: everybody may.
        var role: Role? { if case .staff(let role, _) = access { role } else { nil } }
    }

    let routes: [Route]
    let site: @Sendable () -> Site
    let gate: Gate

    func answer(_ request: borrowing Request) throws -> Outcome {
        let path = request.path
        let method = request.method
        let reads = method == .get || method == .head
        if reads, let resource = site().resource(at: path) { return .reply(resource.answer(to: request)) }
        // The method first: it is one byte to compare.
        let asked = routes.first { ($0.method == method || ($0.method == .get && reads)) && $0.path.matches(path) }
        guard let route = asked else {
            var allowed = routes.filter { $0.path.matches(path) }.map(\.method)
            if site().resource(at: path) != nil { allowed.append(.get) }
            guard !allowed.isEmpty else { throw Failure.notFound }
            throw Failure.methodNotAllowed(allowed.flatMap { $0 == .get ? [.get, .head] : [$0] })
        }
        switch route.access {
        case .everybody(let answer): return try answer(request)
        case .staff(let role, let answer):
            return try gate.admit(request, from: role, named: route.path.values(in: path), answer)
        }
    }
}

/// The shape of addresses: `/healthz`, `/map/` for everything below it, `/facts/{id}/history` with any one name for `{id}`.
struct RoutePath: Sendable, ExpressibleByStringLiteral {
    /// As it is written in docs/openapi.yaml.
    let text: String
    private let parts: [Substring]
    private let isFolder: Bool
    private let hasNames: Bool

    init(stringLiteral text: String) {
        self.text = text
        parts = text.split(separator: "/", omittingEmptySubsequences: false)
        isFolder = text.hasSuffix("/")
        hasNames = text.contains("{")
    }

    func matches(_ path: String) -> Bool {
        if isFolder { return path.hasPrefix(text) && path.utf8.count > text.utf8.count }
        guard hasNames else { return path == text }
        let asked = path.split(separator: "/", omittingEmptySubsequences: false)
        return asked.count == parts.count
            && zip(asked, parts).allSatisfy { $1.hasPrefix("{") ? !$0.isEmpty : $0 == $1 }
    }

    /// What stands for the names in a path that matches.
    func values(in path: String) -> [String: String] {
        guard hasNames else { return [:] }
        let asked = path.split(separator: "/", omittingEmptySubsequences: false)
        return Dictionary(
            zip(parts, asked).filter { $0.0.hasPrefix("{") }.map { (String($0.dropFirst().dropLast()), String($1)) },
            uniquingKeysWith: { first, _ in first })
    }
}
