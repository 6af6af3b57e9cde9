import MicroHTTP

/// What can be asked for besides the site's prepared bodies. A request that matches nothing is refused.
struct Routes: Sendable {
    typealias Answer = @Sendable (borrowing Request) throws -> Outcome

    /// One address, or all addresses below one, and what it takes.
    struct Route: Sendable {
        let method: Request.Method
        let path: String
        let answer: Answer

        /// A path ending in `/` stands for everything below it.
        func matches(_ asked: String) -> Bool {
            path.hasSuffix("/") ? asked.hasPrefix(path) && asked.utf8.count > path.utf8.count : asked == path
        }
    }

    let routes: [Route]
    let site: @Sendable () -> Site

    func answer(_ request: borrowing Request) throws -> Outcome {
        let path = request.path
        let method = request.method
        let reads = method == .get || method == .head
        if reads, let resource = site().resource(at: path) { return .reply(resource.answer(to: request)) }
        if let route = routes.first(where: { ($0.method == method || ($0.method == .get && reads)) && $0.matches(path) }
        ) {
            return try route.answer(request)
        }
        var allowed = routes.filter { $0.matches(path) }.map(\.method)
        if site().resource(at: path) != nil { allowed.append(.get) }
        guard !allowed.isEmpty else { throw Failure.notFound }
        throw Failure.methodNotAllowed(allowed.flatMap { $0 == .get ? [.get, .head] : [$0] })
    }
}
