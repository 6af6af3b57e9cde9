import Glibc

/// The open connections. Entered and left once per connection, not per request.
final class Connections: Sendable {
    private struct State {
        var open: [UInt64: Connection] = [:]
        var next = UInt64.random(in: 0..<1 << 40)
    }

    private let state = Lock(State())

    var count: Int { state.withLock { $0.open.count } }

    var all: [Connection] { state.withLock { Array($0.open.values) } }

    func nextNumber() -> UInt64 {
        state.withLock { state in
            state.next += 1
            return state.next
        }
    }

    func insert(_ connection: Connection) { state.withLock { $0.open[connection.number] = connection } }

    /// Called before libmicrohttpd closes the socket, so that `shutDown` never meets a reused descriptor.
    func remove(_ connection: Connection) { _ = state.withLock { $0.open.removeValue(forKey: connection.number) } }

    /// Shuts the sockets of the chosen connections; libmicrohttpd then sees their end and closes them.
    func shutDown(_ how: Int, where isChosen: (Connection) -> Bool) {
        state.withLock { state in
            for connection in state.open.values where isChosen(connection) { shutdown(connection.socket, Int32(how)) }
        }
    }
}
