import LineEditor
import Reception
import Terminal

/// What is seen of the office between two lines: the day's figures, and what was recorded last, at whichever desk.
struct CounterView {
    /// `mardi 14 juillet · 37 contacts, 92 visiteurs · dernier à 14 h 32`
    let figures: String
    /// The last facts that count, the newest first.
    let last: [Row]
    private let context: DeskLine.Context

    /// Looks. What can't be had now, because the server is away, is said to be; lines can be recorded all the same.
    init(_ counter: any Counter, now: Instant) {
        context = .init(vocabulary: counter.setting.vocabulary, clock: counter.clock, now: now)
        let today = counter.clock.dayAndHour(at: now).day
        let words = FactWords(counter, now: now)
        guard let statistics = try? counter.statistics(from: today, to: today),
            let facts = try? counter.lastFacts(Self.count, desk: nil)
        else {
            figures = words.moments.date(today) + say(" · chiffres indisponibles", " · figures unavailable")
            last = []
            return
        }
        let newest = facts.first { $0.day == today && $0.isVisit }
        let people =
            statistics.contacts + statistics.visitors == 0
            ? words.moments.date(today) + say(" · personne encore", " · nobody yet")
            : DayFigures(statistics, title: words.moments.date(today)).lines[0]
        figures = people + (newest.map { say(" · dernier à ", " · last at ") + words.moments.time($0.fact.at) } ?? "")
        last = facts.map { kept in
            let moment = kept.day == today ? words.moments.time(kept.fact.at) : words.moments.moment(kept.fact.at)
            return Row("\(moment)  \(words.words(kept.fact))", .faint)
        }
    }

    /// What lines are read with until the next look.
    func context(_ now: Instant) -> DeskLine.Context {
        var context = context
        context.now = now
        return context
    }

    private static let count = 5
}

extension KeptFact {
    var isVisit: Bool { fact.content.kind == .visit }
}
