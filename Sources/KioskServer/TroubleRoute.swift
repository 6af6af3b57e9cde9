import Logging
import MicroHTTP
import Reception
import Synchronization

/// `POST /api/v1/troubles`: what went wrong in a screen, one line of the server's log each. A screen that fails over and over
/// doesn't drown the log: beyond a measure it is told to come back.
final class TroubleRoute: Sendable {
    private let logger: Logger
    private let allowance = Mutex(Allowance())
    private let logged = Atomic<Int>(0)

    private static let kept = Response(status: 204, headers: SecurityHeaders.api, shared: true)

    init(logger: Logger) {
        self.logger = logger
    }

    /// How many were logged.
    var count: Int { logged.load(ordering: .relaxed) }

    func answer(_ request: borrowing Request) throws -> Response {
        try request.requireJSON()
        let trouble = try Trouble(json: request.body)
        guard allowance.withLock({ $0.take(at: .now) }) else { throw Failure.tooManyTroubles }
        logged.add(1, ordering: .relaxed)
        logger.warning("\(trouble)")
        return Self.kept
    }
}

/// Twenty at once, then five a second: a bucket that fills by itself.
struct Allowance {
    private var left = Self.burst
    private var filledAt: ContinuousClock.Instant?

    private static let burst = 20.0
    private static let perSecond = 5.0

    /// Whether one more is within the measure.
    mutating func take(at now: ContinuousClock.Instant) -> Bool {
        if let filledAt { left = min(Self.burst, left + Self.perSecond * ((now - filledAt) / .seconds(1))) }
        filledAt = now
        guard left >= 1 else { return false }
        left -= 1
        return true
    }
}
