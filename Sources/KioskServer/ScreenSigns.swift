import Reception
import Register
import Synchronization

/// Which screens are on. Each calls for live events when it starts and every five minutes after: between two calls that are no further apart, it was on.
///
/// When a screen called last is only in memory: a restart of the server costs each screen five minutes of its time up.
final class ScreenSigns: Sendable {
    /// Five minutes, and one to get through.
    private static let patience: Int64 = 6 * 60_000
    /// More than any office has: whoever makes up names fills no memory.
    private static let screensKnown = 1_000

    private let register: Register
    private let lastCalls = Mutex<[String: Instant]>([:])

    init(register: Register) {
        self.register = register
    }

    /// A screen called; anything that is no screen's code is passed over.
    func called(_ screen: String, at now: Instant) {
        guard Names.isCode(screen), screen != Interaction.phone else { return }
        let last = lastCalls.withLock { calls -> Instant? in
            guard calls[screen] != nil || calls.count < Self.screensKnown else { return nil }
            defer { calls[screen] = now }
            return calls[screen]
        }
        let start = last.flatMap { 0...Self.patience ~= now.milliseconds - $0.milliseconds ? $0 : nil }
        register.recordSign(of: screen, from: start ?? now, to: now)
    }
}
