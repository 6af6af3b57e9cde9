import Reception
import Terminal

/// Which till of the office, as far as somebody says so.
protocol TillChoice {
    /// Its code.
    var till: String? { get }
}

/// Nothing is said: the environment decides, as for a command without options.
struct UsualTill: TillChoice {
    var till: String? { nil }
}

extension TillChoice {
    /// The till that is meant: `caisse` when nothing says which.
    var tillCode: String { till ?? setting("TILL") ?? "caisse" }
}

extension DeskChoice {
    /// Opens a till where this desk's facts are kept, gives it to `body` and lets go of it.
    func withTill<Result>(
        _ choice: some TillChoice, now: Instant, _ body: (TillDesk) throws -> Result
    ) throws -> Result {
        try place().withTill(choice.tillCode, now: now) {
            try body(TillDesk(till: $0, counsellor: counsellorName, now: now))
        }
    }
}

/// A till that is open, and who stands at it.
struct TillDesk {
    let till: any Till
    /// Who asks.
    let counsellor: String?
    let now: Instant

    /// Has the till do something that is asked now.
    func perform(_ order: TillOrder, training: Bool = false) throws -> TillEntry {
        try till.perform(
            TillRequest(id: FactID(bornAt: now), order: order, counsellor: counsellor, training: training))
    }
}
