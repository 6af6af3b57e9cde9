import Reception
import Terminal

/// What happens to visits at an open counter: lines are read, checked, recorded.
struct VisitDesk {
    let counter: any Counter
    let options: any DeskChoice
    let now: Instant

    var words: FactWords { FactWords(counter, now: now) }

    /// What a line says; whatever is wrong with it is among its problems.
    func read(_ text: String) -> DeskLine {
        DeskLine(
            reading: text, in: .init(vocabulary: counter.setting.vocabulary, clock: counter.clock, now: now))
    }

    /// The visit that a line says, born now.
    func fact(_ line: DeskLine, sampleOf tally: FactID? = nil) -> DeskFact {
        options.fact(
            .visit(Visit(contact: line.contact, sampleOf: tally)), at: line.at, entry: line.saysWhen ? .late : .live,
            now: now)
    }

    /// Asks whether to go on when the office said that it was closed on one of the days; refuses when nobody can be asked.
    func confirmOpen(on moments: [Instant]) throws {
        let days = try Set(moments.map { counter.clock.dayAndHour(at: $0).day }).sorted().filter(isClosed)
        guard !days.isEmpty else { return }
        let dates = days.map(words.moments.date).joined(separator: ", ")
        let closed = say("Noté fermé : \(dates).", "Marked as closed: \(dates).")
        guard canAsk else {
            throw Refused.byPerson(
                closed + " "
                    + say(
                        "Rien n'a été enregistré. Pour enregistrer quand même, ajoutez --yes.",
                        "Nothing was recorded. To record it anyway, add --yes."))
        }
        guard ask(closed + " " + say("Enregistrer quand même ?", "Record it anyway?")) else {
            throw Refused.byPerson(say("Rien n'a été enregistré.", "Nothing was recorded."))
        }
    }

    /// Whether the office said last that it was closed all that day.
    func isClosed(on day: OfficeDay) throws -> Bool {
        try counter.openingHours(of: day)?.periods.isEmpty == true
    }

    /// The tally whose id begins like that, to be detailed by a sample.
    func tally(_ id: String) throws -> FactID {
        guard let kept = try counter.history(of: id).last, case .tally = kept.fact.content, kept.fact.voided == nil
        else {
            throw Refused.byPerson(
                say(
                    "« \(id) » n'est pas un comptage qui compte. « desk list » montre ceux du jour.",
                    "“\(id)” isn't a tally that counts. “desk list” shows those of the day."))
        }
        return kept.origin
    }
}
