import Synchronization

/// What the server counts about itself while it answers.
final class Traffic: Sendable {
    private let handled = Atomic<Int>(0)
    private let refused = Mutex<[Int: Int]>([:])
    private let stopping = Atomic<Bool>(false)

    /// Requests that reached a handler.
    var requests: Int { handled.load(ordering: .relaxed) }
    /// Those answered with an error, by status.
    var failures: [Int: Int] { refused.withLock { $0 } }
    /// From the signal to the end: health says 503 so that nobody sends visitors here.
    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    func countRequest() { handled.add(1, ordering: .relaxed) }
    func countFailure(_ status: Int) { refused.withLock { $0[status, default: 0] += 1 } }
    func stop() { stopping.store(true, ordering: .relaxed) }
}
