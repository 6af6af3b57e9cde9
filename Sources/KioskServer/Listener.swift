import MicroHTTP
import Synchronization

/// What is only known once the server listens, for those that are made before it.
final class Listener: Sendable {
    private let server = Mutex<Server?>(nil)
    private let scheme: String
    private let host: String

    init(_ options: Options) {
        scheme = options.tls == nil ? "http" : "https"
        host = options.bind.contains(":") ? "[\(options.bind)]" : options.bind
    }

    /// Called once, when the server is made.
    func listens(_ server: Server) { self.server.withLock { $0 = server } }

    /// The address it answers on, such as `http://127.0.0.1:8080`; port 0 until it does.
    var address: String { "\(scheme)://\(host):\(server.withLock { $0?.port ?? 0 })" }

    /// Connections open now.
    var connectionCount: Int { server.withLock { $0?.connectionCount ?? 0 } }
}
