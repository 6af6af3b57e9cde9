import Reception
import Terminal

/// One visit, from the words of its line to the confirmation.
struct VisitToRecord {
    /// The line, word by word.
    let words: [String]
    /// The tally that these people are part of, by the beginning of its id.
    var tally: String?
    /// Whether nothing is recorded.
    var isTrial = false
    /// Whether it is told as JSON.
    var isJSON = false
    /// Whether nothing is asked, even of a closed day.
    var isSure = false
    let options: any DeskChoice

    /// A visit typed without any option, which is how it is typed all day; nil when the command line is anything else.
    init?(typed: some Sequence<String>) {
        let typed = Array(typed)
        guard typed.count > 1, typed[0] == VisitCommand.configuration.commandName,
            !typed.contains(where: { $0.hasPrefix("-") })
        else { return nil }
        self.init(words: Array(typed.dropFirst()), options: UsualChoice())
    }

    init(
        words: [String], tally: String? = nil, isTrial: Bool = false, isJSON: Bool = false, isSure: Bool = false,
        options: any DeskChoice
    ) {
        self.words = words
        self.tally = tally
        self.isTrial = isTrial
        self.isJSON = isJSON
        self.isSure = isSure
        self.options = options
    }

    func run() throws {
        guard !words.isEmpty else { throw LineWords.missing(for: "desk visit") }
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            try record(at: VisitDesk(counter: counter, options: options, now: now))
        }
    }

    private func record(at desk: VisitDesk) throws {
        let line = desk.read(words.joined(separator: " "))
        if let refused = LineToMend.of(line, givenBackAs: ["desk", "visit"]) { throw refused }
        let fact = desk.fact(line, sampleOf: try tally.map(desk.tally))
        try fact.checked(recordedAt: desk.now)
        if !isJSON { echo(fact, line: line, at: desk) }
        if !isTrial {
            if !isSure { try desk.confirmOpen(on: [fact.at]) }
            _ = try desk.counter.record([fact])
        }
        if isJSON, let row = VisitRow(fact, isRecorded: !isTrial) {
            try printJSON(row)
        } else {
            print(
                isTrial
                    ? say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded.") : confirmation(fact))
        }
    }

    /// What was understood, before it is kept.
    private func echo(_ fact: DeskFact, line: DeskLine, at desk: VisitDesk) {
        let setting = desk.counter.setting
        print(
            DeskLine.words(
                line.contact, at: line.saysWhen ? line.at : nil, vocabulary: setting.vocabulary,
                clock: desk.counter.clock, now: desk.now, in: speech))
    }

    private func confirmation(_ fact: DeskFact) -> String {
        let id = fact.id.short
        return say(
            "Enregistré : \(id). Pour l'annuler : desk undo. Pour corriger : desk amend \(id) …",
            "Recorded: \(id). To undo it: desk undo. To correct it: desk amend \(id) …")
    }
}
