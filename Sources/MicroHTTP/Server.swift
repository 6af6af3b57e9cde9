import CMicroHTTPD
import Glibc
import Synchronization

/// An HTTP/1.1 server: libmicrohttpd's pool of epoll threads, one handler for all requests.
public final class Server: Sendable {
    /// Answers a request. Called on one of the server's threads, on several at once: it must not wait. What waits
    /// returns `.later`. What it throws goes through `mapError`.
    public typealias Handler = @Sendable (borrowing Request) throws -> Outcome
    /// The response for what a handler threw or the server refused (`Refusal`).
    public typealias ErrorMap = @Sendable (any Error, RequestID) -> Response

    private enum State {
        case made
        case running(Daemon)
        case stopped
    }

    private let core: ServerCore
    private let state = Lock(State.made)
    private let boundPort = Atomic(0)

    /// A server that isn't started yet.
    public init(
        _ configuration: Configuration, mapError: @escaping ErrorMap = Server.plainText, handler: @escaping Handler
    ) {
        core = ServerCore(configuration: configuration, handler: handler, mapError: mapError)
    }

    deinit { drain(deadline: .zero) }

    /// Binds and listens; requests are answered from then on.
    /// - Throws: `ServerError`, that says why not and what to do.
    public func start() throws(ServerError) {
        let result = state.withLock { state -> Result<Void, ServerError> in
            guard case .made = state else {
                return .failure(
                    ServerError(
                        code: .alreadyStarted, message: "This server was started before.", hint: "Make a new one."))
            }
            do throws(ServerError) {
                let daemon = try Daemon(core)
                boundPort.store(daemon.port, ordering: .relaxed)
                state = .running(daemon)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// The port it listens on: the configured one, or the one the system chose for 0. 0 before `start`.
    public var port: Int { boundPort.load(ordering: .relaxed) }

    /// How many connections are open.
    public var connectionCount: Int { core.connections.count }

    /// Stops: accepts no more connections, ends event streams, lets requests in progress end until `deadline`, answers
    /// 503 to what still waits for a deferred reply, closes the rest and flushes the access log. Returns when all is
    /// closed; later calls wait for that too. Not to be called from a handler, for which it would wait.
    public func drain(deadline: Duration = .seconds(2)) {
        state.withLock { state in
            if case .running(let daemon) = state { daemon.stop(within: deadline) }
            state = .stopped
        }
    }

    /// Errors in plain text: a `Refusal` as it says, anything else as 500 with the request's id and no detail.
    public static let plainText: ErrorMap = { error, id in
        if let refusal = error as? Refusal { return refusal.response }
        return .text("The server failed. Try again; if it lasts, give this number: \(id)\n", status: 500)
    }
}

/// What the callbacks need of the server.
final class ServerCore: Sendable {
    let configuration: Server.Configuration
    let handler: Server.Handler
    let mapError: Server.ErrorMap
    let connections = Connections()
    private let draining = Atomic(false)
    private let stopping = Atomic(false)

    init(
        configuration: Server.Configuration, handler: @escaping Server.Handler, mapError: @escaping Server.ErrorMap
    ) {
        self.configuration = configuration
        self.handler = handler
        self.mapError = mapError
    }

    /// No more connections are accepted; those that are answered are asked to close.
    var isDraining: Bool { draining.load(ordering: .relaxed) }

    /// The deadline has passed: no request may be put to sleep any more.
    var isStopping: Bool { stopping.load(ordering: .acquiring) }

    func drain() { draining.store(true, ordering: .relaxed) }

    func stop() { stopping.store(true, ordering: .releasing) }
}
