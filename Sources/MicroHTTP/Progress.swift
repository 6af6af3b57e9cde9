import Synchronization

/// Where a connection is, told by its own thread to the watchdog and to whoever drains the server. One word, so that
/// telling costs a request nearly nothing.
struct Progress: ~Copyable {
    enum Phase: UInt64 {
        /// Waits for a request line (or for the TLS handshake).
        case idle
        /// The request line has come, the rest not yet.
        case receiving
        /// The request is whole; its answer is made, awaited or sent.
        case answering
        /// An event stream is open.
        case streaming
    }

    /// The phase in the two low bits; above, when the connection was last accepted or answered, in milliseconds.
    private let word: Atomic<UInt64>
    private let late = Atomic(false)

    init() { word = Atomic(Progress.word(.idle, at: monotonicNanoseconds())) }

    var phase: Phase { Phase(rawValue: word.load(ordering: .relaxed) & 3) ?? .idle }

    /// Whether `isLate` has ever found it so.
    var wasLate: Bool { late.load(ordering: .relaxed) }

    func enter(_ phase: Phase) {
        word.store(word.load(ordering: .relaxed) & ~3 | phase.rawValue, ordering: .relaxed)
    }

    /// The answer is sent.
    func becomeIdle(at now: UInt64) { word.store(Progress.word(.idle, at: now), ordering: .relaxed) }

    /// Whether the client has let pass the seconds in which its request should have begun, or come whole.
    /// libmicrohttpd's own timeout starts again with each byte, and doesn't watch TLS handshakes.
    func isLate(now: UInt64, idleTimeout: Int, requestTimeout: Int) -> Bool {
        let word = word.load(ordering: .relaxed)
        let waited = Int(now / 1_000_000) - Int(word >> 2)
        let isLate =
            switch Phase(rawValue: word & 3) {
            case .idle: waited > 1000 * min(idleTimeout, requestTimeout)
            case .receiving: waited > 1000 * requestTimeout
            default: false
            }
        if isLate { late.store(true, ordering: .relaxed) }
        return isLate
    }

    private static func word(_ phase: Phase, at nanoseconds: UInt64) -> UInt64 {
        (nanoseconds / 1_000_000) << 2 | phase.rawValue
    }
}
