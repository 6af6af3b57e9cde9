import ArgumentParser
import Reception
import Terminal

/// Which day it was, if not today.
struct DayOption: ParsableArguments {
    @Option(
        help: .init(
            say(
                "Le jour, si ce n'est pas aujourd'hui : hier, 2026-07-14.",
                "The day, if it isn't today: yesterday, 2026-07-14."),
            valueName: "day"))
    var day: String?

    /// Now, or noon of the day that is said.
    func moment(clock: OfficeClock, now: Instant) throws -> TypedMoment {
        guard let day else { return TypedMoment(at: now, entry: .live) }
        return try TypedMoment(day, clock: clock, now: now)
    }
}
