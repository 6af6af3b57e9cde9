import ArgumentParser
import Reception
import Terminal

/// When it was, if not now.
struct MomentOption: ParsableArguments {
    @Option(
        name: [.customLong("day"), .customLong("at")],
        help: .init(
            say(
                "Quand, si ce n'est pas maintenant : hier, 14h30, hier-14:30, 2026-07-14.",
                "When, if it isn't now: yesterday, 14:30, yesterday-14:30, 2026-07-14."), valueName: "moment"))
    var typed: String?

    /// What is said, or now.
    func moment(clock: OfficeClock, now: Instant) throws -> TypedMoment {
        try typed.map { try TypedMoment($0, clock: clock, now: now) } ?? TypedMoment(at: now, entry: .live)
    }
}

/// When something was, and whether that is entered as it happens.
struct TypedMoment {
    let at: Instant
    let entry: DeskFact.Entry

    init(at: Instant, entry: DeskFact.Entry) { (self.at, self.entry) = (at, entry) }

    /// What the line of a visit says after its `@`: the grammar of moments lives there, once.
    init(_ typed: String, clock: OfficeClock, now: Instant) throws {
        let words = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
        let line = DeskLine(
            reading: "@" + words, in: DeskLine.Context(vocabulary: Vocabulary(), clock: clock, now: now))
        if let problem = line.problems.first {
            let wording = problem.refusal.wording(in: speech)
            // The line's hint is about visits.
            let hint =
                problem.refusal.code == .atInFuture
                ? say("Vérifiez le jour et l'heure.", "Check the day and the time.") : wording.hint
            throw Refused.byPerson("\(wording.message) \(hint)".filter { $0 != "@" })
        }
        (at, entry) = (line.at, .late)
    }
}
