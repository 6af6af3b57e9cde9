import LineEditor
import Reception
import Terminal

extension CounterSession {
    /// Records a line, as a visit or in the place of one. What was understood is said before it is kept.
    mutating func record(_ line: String, evenIfClosed: Bool = false, _ tell: (Row) -> Void) throws -> Answer {
        var amended: KeptFact?
        if case .amendment(let kept, _) = asking { amended = kept }
        let (options, now) = (options, now())
        return try options.withCounter(now: now) { counter in
            let visits = VisitDesk(counter: counter, options: options, now: now)
            let read = visits.read(line)
            guard read.problems.isEmpty else {
                for problem in read.problems.prefix(3) { tell(Row(LineToMend.sentence(problem), .warning)) }
                return giveBack(line, tell)
            }
            if let amended, !read.saysWhen, amended.isVisit(of: read.contact) {
                tell(
                    Row(
                        say(
                            "Rien n'est changé : la ligne dit la même chose.",
                            "Nothing was changed: the line says the same.")))
                asking = .visit
                return Answer()
            }
            tell(Row(read.words(in: view.context(now))))
            let day = counter.clock.dayAndHour(at: read.at).day
            if !evenIfClosed, amended == nil || read.saysWhen, try visits.isClosed(on: day) {
                return ask(about: line, amends: amended, of: visits.words.moments.date(day), tell)
            }
            try keep(read, amends: amended, visits)
            tell(Row(Self.confirmation(isAmendment: amended != nil), .good))
            (asking, refused) = (.visit, nil)
            look(at: counter, now: now)
            return Answer(remembered: line)
        }
    }

    /// The answer to whether a line is recorded although its day is noted closed.
    mutating func answer(
        closedDay typed: String, _ line: String, _ amended: KeptFact?, _ tell: (Row) -> Void
    ) throws -> Answer {
        asking = amended.map { .amendment(of: $0, line: line) } ?? .visit
        guard ["o", "oui", "y", "yes"].contains(typed.lowercased().filter { !$0.isWhitespace }) else {
            asking = .visit
            tell(Row(say("Rien n'est enregistré.", "Nothing was recorded.")))
            return Answer(remembered: line)
        }
        return try record(line, evenIfClosed: true, tell)
    }

    private mutating func ask(
        about line: String, amends amended: KeptFact?, of date: String, _ tell: (Row) -> Void
    ) -> Answer {
        tell(
            Row(
                say(
                    "Noté fermé : \(date). Enregistrer quand même ?",
                    "Marked as closed: \(date). Record it anyway?"), .warning))
        asking = .closedDay(line: line, amends: amended)
        return Answer()
    }

    private func keep(_ line: DeskLine, amends amended: KeptFact?, _ visits: VisitDesk) throws {
        if let amended {
            let desk = CorrectionDesk(counter: visits.counter, options: options, now: visits.now)
            _ = try desk.amend(amended, by: line)
        } else {
            _ = try visits.counter.record([visits.fact(line)])
        }
    }

    private static func confirmation(isAmendment: Bool) -> String {
        isAmendment
            ? say("Corrigé. Pour revenir dessus : modifier.", "Corrected. To change it again: modify.")
            : say("Enregistré. Pour revenir dessus : annuler, modifier.", "Recorded. To go back on it: undo, modify.")
    }
}

extension KeptFact {
    fileprivate func isVisit(of contact: Contact) -> Bool {
        guard case .visit(let visit) = fact.content else { return false }
        return visit.contact == contact
    }
}
