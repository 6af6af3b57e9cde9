import LineEditor
import Reception
import Terminal

/// What is seen of the office between two lines: the day's figures, and what was recorded last, at whichever desk.
struct CounterView {
    /// `mardi 14 juillet · 37 contacts, 92 visiteurs · dernier à 14 h 32`
    let figures: String
    /// The last facts that count, the newest first.
    let last: [Row]
    /// What lines are read with until the next look.
    private let context: DeskLine.Context

    init(_ counter: any Counter, now: Instant) throws {
        context = .init(vocabulary: counter.setting.vocabulary, clock: counter.clock, now: now)
        let today = counter.clock.dayAndHour(at: now).day
        let words = FactWords(counter, now: now)
        let facts = try counter.lastFacts(Self.count, desk: nil)
        figures = Self.figures(
            try counter.statistics(from: today, to: today), last: facts.first { $0.day == today && $0.isVisit },
            today: today, words.moments)
        last = facts.map { Row("\(Self.moment($0, today, words.moments))  \(words.words($0.fact))", .faint) }
    }

    func context(_ now: Instant) -> DeskLine.Context {
        var context = context
        context.now = now
        return context
    }

    private static let count = 5

    private static func figures(
        _ today: DeskStatistics, last: KeptFact?, today day: OfficeDay, _ moments: MomentWords
    ) -> String {
        let contacts = today.contacts
        let visitors = today.visitors
        let people =
            contacts + visitors == 0
            ? say("personne encore", "nobody yet")
            : say(
                "\(contacts) contact\(contacts > 1 ? "s" : ""), \(visitors) visiteur\(visitors > 1 ? "s" : "")",
                "\(contacts) contact\(contacts == 1 ? "" : "s"), \(visitors) visitor\(visitors == 1 ? "" : "s")")
        let since = last.map { say("dernier à ", "last at ") + moments.time($0.fact.at) }
        return [moments.date(day), people, since].compactMap(\.self).joined(separator: " · ")
    }

    /// The time of today's, the day too of others.
    static func moment(_ kept: KeptFact, _ today: OfficeDay, _ moments: MomentWords) -> String {
        kept.day == today ? moments.time(kept.fact.at) : moments.moment(kept.fact.at)
    }
}

extension KeptFact {
    var isVisit: Bool { fact.content.kind == .visit }
}
