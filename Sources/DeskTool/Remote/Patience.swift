/// How long somebody at the counter still waits: a second in all with the command's own time, which comes back while nobody waits.
///
/// A command that asks a server several things waits a second for all of them; the open counter has a new one for each line typed.
struct Patience {
    private let whole: Duration
    private var left: Duration
    private var since = ContinuousClock.now

    /// Less isn't worth asking for.
    private static let least = Duration.milliseconds(20)

    init(_ whole: Duration = .milliseconds(950)) {
        self.whole = whole
        left = whole
    }

    /// How long the next question may take; nil when patience has run out.
    var now: Duration? {
        let now = min(whole, left + since.duration(to: .now))
        return now < Self.least ? nil : now
    }

    /// Takes what a question took off.
    mutating func waited(since start: ContinuousClock.Instant) {
        let before = min(whole, left + since.duration(to: start))
        since = .now
        left = max(.zero, before - start.duration(to: since))
    }

    /// A new beginning.
    mutating func renew() { left = whole }
}
