import LineEditor
import Reception
import Terminal

extension CounterSession {
    /// Undoes the last thing that this desk recorded, and says how to bring it back.
    mutating func undo(_ tell: (Row) -> Void) throws -> Answer {
        let (options, now) = (options, now())
        asking = .visit
        return try options.withCounter(now: now) { counter in
            let desk = CorrectionDesk(counter: counter, options: options, now: now)
            guard let last = try counter.lastFacts(1, desk: options.deskCode).first else {
                tell(Row(CorrectionDesk.nothing(to: say("annuler", "undo"), at: options.deskCode)))
                return Answer()
            }
            try desk.void(last, why: say("annulé aussitôt", "undone"))
            tell(Row(say("Annulé : ", "Undone: ") + desk.told(last.fact), .good))
            let line = desk.words.line(last.fact, saysWhen: true)
            if let line {
                tell(
                    Row(
                        canEdit
                            ? say("Pour le remettre : ↑ puis Entrée.", "To bring it back: ↑ then Enter.")
                            : say("Pour le remettre : \(line)", "To bring it back: \(line)")))
            }
            look(at: counter, now: now)
            return Answer(remembered: line)
        }
    }

    /// Brings back the last visit that this desk recorded, to be corrected by the next line.
    mutating func modify(_ tell: (Row) -> Void) throws -> Answer {
        let (options, now) = (options, now())
        return try options.withCounter(now: now) { counter in
            let words = FactWords(counter, now: now)
            let last = try counter.lastFacts(Self.reach, desk: options.deskCode).first(where: \.isVisit)
            guard let last, let line = words.line(last.fact, saysWhen: last.fact.entry == .late) else {
                tell(Row(CorrectionDesk.nothing(to: say("corriger", "correct"), at: options.deskCode)))
                return Answer()
            }
            tell(
                Row(
                    say("À corriger : ", "To correct: ")
                        + "\(words.moments.moment(last.fact.at)) · \(words.words(last.fact))"))
            tell(
                Row(
                    canEdit
                        ? say("Entrée la remplace, Ctrl-C la laisse.", "Enter replaces it, Ctrl-C leaves it.")
                        : say(
                            "Sa ligne : « \(line) ». Tapez la nouvelle, ou seulement mauvais=bon ; Entrée la laisse.",
                            "Its line: “\(line)”. Type the new one, or only wrong=right; Enter leaves it.")))
            asking = .amendment(of: last, line: line)
            return Answer(text: line)
        }
    }

    /// The last things that any desk recorded, with the ids that other commands take.
    mutating func list(_ tell: (Row) -> Void) throws {
        let now = now()
        try options.withCounter(now: now) { counter in
            let facts = try counter.lastFacts(Self.listed, desk: nil)
            if facts.isEmpty { tell(Row(say("Rien n'est encore enregistré.", "Nothing is recorded yet."))) }
            for line in ListSheet(words: FactWords(counter, now: now)).lines(facts.reversed()) { tell(Row(line)) }
            look(at: counter, now: now)
        }
    }

    /// The figures of the day.
    mutating func today(_ tell: (Row) -> Void) throws {
        let now = now()
        try options.withCounter(now: now) { counter in
            look(at: counter, now: now)
            let today = counter.clock.dayAndHour(at: now).day
            let figures = DayFigures(try counter.statistics(from: today, to: today), title: view.figures)
            tell(Row(view.figures, .strong))
            for line in figures.lines.dropFirst() { tell(Row(line)) }
        }
    }

    /// How many of `liste`, and how far back a visit is looked for among other facts.
    private static var listed: Int { 10 }
    private static var reach: Int { 50 }
}
