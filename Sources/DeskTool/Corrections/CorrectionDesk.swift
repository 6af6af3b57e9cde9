import Reception
import Terminal

/// What happens to recorded facts at an open counter: they are found, voided, amended. Each is a new fact; nothing is changed.
struct CorrectionDesk {
    let counter: any Counter
    let options: DeskOptions
    let now: Instant

    var words: FactWords { FactWords(counter, now: now) }

    /// The last word of the history that an id's beginning names.
    func head(_ id: String) throws -> KeptFact {
        guard let head = try counter.history(of: id).last else {
            throw Refused.byPerson(
                say("Aucune saisie ne commence par « \(id) ».", "Nothing recorded begins with “\(id)”."))
        }
        return head
    }

    /// Makes a fact count no more, and says why.
    func void(_ kept: KeptFact, why: String) throws {
        guard kept.fact.voided == nil else { throw isVoid(kept) }
        let fact = options.fact(
            kept.fact.content, at: kept.fact.at, entry: kept.fact.entry, revising: kept.fact.id, voided: why, now: now)
        _ = try counter.record([fact])
    }

    /// Puts what a line says in the place of a visit. When the line doesn't say when, the visit stays where it was.
    func amend(_ kept: KeptFact, by line: DeskLine) throws -> DeskFact {
        guard kept.fact.voided == nil else { throw isVoid(kept) }
        guard case .visit(let visit) = kept.fact.content else { throw isNoVisit(kept) }
        let fact = options.fact(
            .visit(Visit(contact: line.contact, sampleOf: visit.sampleOf)),
            at: line.saysWhen ? line.at : kept.fact.at, entry: kept.fact.entry, revising: kept.fact.id, now: now)
        _ = try counter.record([fact])
        return fact
    }

    /// When and what it was: `aujourd'hui 14 h 32 · Hérault · 2 adultes`.
    func told(_ fact: DeskFact) -> String { "\(words.moments.moment(fact.at)) · \(words.words(fact))" }

    /// How to record a visit again that counts no more; nil of anything else.
    func again(_ fact: DeskFact) -> String? {
        words.line(fact, saysWhen: true).map { line in
            say("Pour le remettre : ", "To bring it back: ")
                + ShellWords.line(["desk", "visit"] + line.split(separator: " ").map(String.init))
        }
    }

    /// Why nothing can be undone or corrected.
    static func nothing(to what: String, at desk: String) -> String {
        say(
            "Rien à \(what) : aucune saisie du comptoir « \(desk) » ne compte.",
            "Nothing to \(what): nothing that the desk “\(desk)” recorded counts.")
    }

    private func isVoid(_ kept: KeptFact) -> Refused {
        Refused(
            exitCode: 1,
            lines: [
                say(
                    "\(kept.origin.short) est déjà annulé ; « desk show \(kept.origin.short) » dit par qui et pourquoi.",
                    "\(kept.origin.short) was voided already; “desk show \(kept.origin.short)” says by whom and why."
                )
            ] + [again(kept.fact)].compactMap(\.self))
    }

    private func isNoVisit(_ kept: KeptFact) -> Refused {
        let id = kept.origin.short
        return .byPerson(
            say(
                "\(id) n'est pas une visite (\(words.words(kept.fact))). Annulez-le avec « desk void \(id) --why … », puis saisissez-le à nouveau.",
                "\(id) isn't a visit (\(words.words(kept.fact))). Void it with “desk void \(id) --why …”, then record it again."
            ))
    }
}
