/// A promise to answer later, from any thread. The connection sleeps meanwhile and costs no thread.
///
/// Exactly one answer goes out: the first `send` counts, later ones do nothing, and a promise that is dropped
/// unanswered answers with `Refusal.replyDropped` (500).
public final class PendingReply: Sendable {
    private enum State {
        case unbound
        case answeredEarly(Response)
        case bound(Connection, RequestID)
        case done
    }

    private let state = Lock(State.unbound)

    /// A promise; return it from the handler in `.later`, and send it from anywhere, even before the handler returns.
    public init() {}

    /// Answers. Harmless when the client is gone, when it was answered before, or when the server is stopped.
    public func send(_ response: Response) {
        let target = state.withLock { state -> (Connection, RequestID)? in
            switch state {
            case .unbound:
                state = .answeredEarly(response)
                return nil
            case .bound(let connection, let id):
                state = .done
                return (connection, id)
            case .answeredEarly, .done:
                return nil
            }
        }
        if let (connection, id) = target { connection.wake(id, with: response) }
    }

    /// Ties the promise to the request it answers. An answer that was sent already is returned instead.
    func bind(to connection: Connection, _ id: RequestID) -> Response? {
        state.withLock { state in
            switch state {
            case .unbound:
                // The connection must sleep before any thread can see that it may be woken: hence inside the lock.
                if let refused = connection.sleep(id) {
                    state = .done
                    return refused
                }
                state = .bound(connection, id)
                return nil
            case .answeredEarly(let response):
                state = .done
                return response
            case .bound, .done:
                return connection.failed(Refusal.replyDropped)
            }
        }
    }

    deinit {
        let target = state.withLock { state -> (Connection, RequestID)? in
            if case .bound(let connection, let id) = state { (connection, id) } else { nil }
        }
        if let (connection, id) = target {
            connection.wake(id, with: connection.core.mapError(Refusal.replyDropped, id))
        }
    }
}
