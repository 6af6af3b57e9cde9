/// A promise to answer later, from any thread. The connection sleeps meanwhile and costs no thread.
///
/// Exactly one answer goes out: the first `send` counts, later ones do nothing, and a promise that is dropped
/// unanswered answers with `Refusal.replyDropped` (500).
public final class PendingReply: Sendable {
    /// What it is answered with.
    public enum Answer: Sendable {
        /// A whole answer.
        case response(Response)
        /// A stream of events, for whoever was let in meanwhile.
        case stream(EventStream)
    }

    private enum State {
        case unbound
        case answeredEarly(Answer)
        case bound(Connection, RequestID)
        case done
    }

    private let state = Lock(State.unbound)

    /// A promise; return it from the handler in `.later`, and send it from anywhere, even before the handler returns.
    public init() {}

    /// Answers. Harmless when the client is gone, when it was answered before, or when the server is stopped.
    public func send(_ response: Response) { send(.response(response)) }

    /// The same with a stream, too; one that nobody takes is closed.
    public func send(_ answer: Answer) {
        var isTaken = true
        let target = state.withLock { state -> (Connection, RequestID)? in
            switch state {
            case .unbound:
                state = .answeredEarly(answer)
                return nil
            case .bound(let connection, let id):
                state = .done
                return (connection, id)
            case .answeredEarly, .done:
                isTaken = false
                return nil
            }
        }
        if let (connection, id) = target { isTaken = connection.wake(id, with: answer) }
        if !isTaken, case .stream(let stream) = answer { stream.detach() }
    }

    /// Ties the promise to the request it answers. An answer that was sent already is returned instead.
    func bind(to connection: Connection, _ id: RequestID) -> Answer? {
        state.withLock { state in
            switch state {
            case .unbound:
                // The connection must sleep before any thread can see that it may be woken: hence inside the lock.
                if let refused = connection.sleep(id) {
                    state = .done
                    return .response(refused)
                }
                state = .bound(connection, id)
                return nil
            case .answeredEarly(let answer):
                state = .done
                return answer
            case .bound, .done:
                return .response(connection.failed(Refusal.replyDropped))
            }
        }
    }

    deinit {
        let target = state.withLock { state -> (Connection, RequestID)? in
            if case .bound(let connection, let id) = state { (connection, id) } else { nil }
        }
        if let (connection, id) = target {
            connection.wake(id, with: .response(connection.core.mapError(Refusal.replyDropped, id)))
        }
    }
}
