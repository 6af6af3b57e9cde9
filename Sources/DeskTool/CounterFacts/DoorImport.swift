import Reception
import Terminal

extension DoorDesk {
    /// Records the counts of a file, all of them or none; an hour that was recorded with the same count is left as it is.
    func keep(file path: String) throws {
        let file = try DoorFile(path, clock: desk.counter.clock, now: desk.now)
        file.file.tellEncoding()
        let days = file.hours.map(\.day)
        guard let first = days.min(), let last = days.max() else { return }
        let clock = desk.counter.clock
        let before = Dictionary(
            try counted(from: first, to: last).map { (Key(clock.dayAndHour(at: $0.fact.at)), $0) }
        ) { _, newer in newer }
        var facts: [DeskFact] = []
        var summary = Summary(rows: file.hours.count, dryRun: desk.outcome.dryRun)
        for hour in file.hours {
            let known = before[Key((hour.day, hour.hour))]
            guard known?.people != hour.people else {
                summary.known += 1
                continue
            }
            if known == nil { summary.recorded += 1 } else { summary.replaced += 1 }
            facts.append(
                desk.options.fact(
                    .door(DoorCount(people: hour.people)), at: hour.at, entry: .bulk, revising: known?.fact.id,
                    now: desk.now))
        }
        if !desk.outcome.dryRun, !facts.isEmpty { _ = try desk.counter.record(facts) }
        guard !desk.outcome.json else { return try printJSON(summary) }
        print(summary.sentence(desk.words.moments.period(first...last)))
    }

    private struct Key: Hashable {
        let day: OfficeDay
        let hour: Int
        init(_ hour: (day: OfficeDay, hour: Int)) { (day, self.hour) = (hour.day, hour.hour) }
    }

    private struct Summary: Encodable {
        let rows: Int
        let dryRun: Bool
        var recorded = 0
        var replaced = 0
        var known = 0

        init(rows: Int, dryRun: Bool) { (self.rows, self.dryRun) = (rows, dryRun) }

        enum CodingKeys: String, CodingKey {
            case rows, recorded, replaced, known
            case dryRun = "dry_run"
        }

        /// `12 heures, hier : 10 enregistrées, 1 remplacée, 1 déjà notée.`
        func sentence(_ period: String) -> String {
            func many(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count > 1 ? "s" : "")" }
            let done = say(
                "\(many(rows, "heure")), \(period) : \(many(recorded, "enregistrée")), \(many(replaced, "remplacée")), \(known) déjà notée\(known > 1 ? "s" : "").",
                "\(rows) hour\(rows > 1 ? "s" : ""), \(period): \(recorded) recorded, \(replaced) replaced, \(known) recorded already."
            )
            return dryRun
                ? done + " " + say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded.") : done
        }
    }
}
