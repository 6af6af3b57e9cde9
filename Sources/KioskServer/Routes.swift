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
        let reads = request.method == .get || request.method == .head
        let resource = site().resource(at: path)
        if let resource, reads { return .reply(resource.answer(to: request)) }
        let matching = routes.filter { $0.matches(path) }
        if let route = matching.first(where: { $0.method == request.method || ($0.method == .get && reads) }) {
            return try route.answer(request)
        }
        let allowed = matching.map(\.method) + (resource == nil ? [] : [.get])
        guard !allowed.isEmpty else { throw Failure.notFound }
        throw Failure.methodNotAllowed(allowed.flatMap { $0 == .get ? [.get, .head] : [$0] })
    }
}
