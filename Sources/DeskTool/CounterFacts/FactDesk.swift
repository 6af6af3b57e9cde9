import Reception
import Terminal

/// What happens to whatever is counted or noted at an open counter beside visits: it is checked, recorded and told.
struct FactDesk {
    let counter: any Counter
    let options: DeskOptions
    let outcome: OutcomeOptions
    let now: Instant

    var words: FactWords { FactWords(counter, now: now) }

    /// Records a fact and says so, with how to undo it and what else can be done.
    /// - Parameter next: what to add of it, by its id.
    func keep(
        _ content: DeskFact.Content, at moment: TypedMoment, replacing replaced: KeptFact? = nil,
        next: (FactID) -> [String] = { _ in [] }
    ) throws {
        var fact = options.fact(content, at: moment.at, entry: moment.entry, revising: replaced?.fact.id, now: now)
        if let user = counter.user { fact.counsellor = user }
        try fact.checked(recordedAt: now)
        if !outcome.json { print(told(fact)) }
        if !outcome.dryRun { _ = try counter.record([fact]) }
        guard !outcome.json else { return try printJSON(FactOutcome(fact: fact, isRecorded: !outcome.dryRun)) }
        guard !outcome.dryRun else {
            return print(say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded."))
        }
        print(confirmation(fact, replacing: replaced))
        for line in next(fact.id) { print(line) }
    }

    /// `Chapelle castrale : 12 adultes, 4 enfants`, and when unless it is of now.
    private func told(_ fact: DeskFact) -> String {
        let words = words.words(fact)
        guard fact.entry != .live else { return words }
        let moments = self.words.moments
        let isOfDay = [.opening, .annotation, .door].contains(fact.content.kind)
        let day = counter.clock.dayAndHour(at: fact.at).day
        return words + " · " + (isOfDay ? moments.day(day) : moments.moment(fact.at))
    }

    private func confirmation(_ fact: DeskFact, replacing replaced: KeptFact?) -> String {
        let id = fact.id.short
        guard let replaced else {
            return say(
                "Enregistré : \(id). Pour l'annuler : desk undo.", "Recorded: \(id). To undo it: desk undo.")
        }
        return say(
            "Enregistré : \(id), à la place de : \(words.words(replaced.fact)).",
            "Recorded: \(id), in the place of: \(words.words(replaced.fact)).")
    }
}

/// What was recorded, or would be, for programs: as it travels, with its id only when it was recorded.
struct FactOutcome: Encodable {
    let fact: DeskFact
    let isRecorded: Bool

    private enum CodingKeys: String, CodingKey {
        case id, kind, desk, counsellor, entry
        case occurredAt = "occurred_at"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(isRecorded ? fact.id : nil, forKey: .id)
        try values.encode(fact.content.kind, forKey: .kind)
        try values.encode(fact.at, forKey: .occurredAt)
        try values.encode(fact.entry, forKey: .entry)
        try values.encode(fact.desk, forKey: .desk)
        try values.encode(fact.counsellor, forKey: .counsellor)
        try fact.content.encode(under: encoder)
    }
}
