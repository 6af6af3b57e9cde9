import ArgumentParser
import Reception
import Terminal

struct TillCount: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: say("Note les espèces comptées dans le tiroir.", "Records the cash counted in the drawer."),
        discussion: say(
            """
            Exemples :
              desk till count 312.40                        le tout
              desk till count --pieces "50x2 20x5 0.50x7"   pièce par pièce : valeur x nombre
              desk till count                               demande chaque billet et chaque pièce
              desk till count 310 --day hier --note "recompté"
            Un deuxième compte corrige le premier, même après la clôture : la clôture, elle, ne change pas.
            """,
            """
            Examples:
              desk till count 312.40                        all of it
              desk till count --pieces "50x2 20x5 0.50x7"   piece by piece: value x number
              desk till count                               asks for each note and coin
              desk till count 310 --day yesterday --note "counted again"
            A second count corrects the first, even after the closure: the closure itself doesn't change.
            """))

    @Argument(help: .init(say("Ce qui est dans le tiroir.", "What is in the drawer."), valueName: "amount"))
    var amount: String?

    @Option(
        help: .init(
            say("Billets et pièces : \"50x2 0.50x7\".", "Notes and coins: \"50x2 0.50x7\"."), valueName: "pieces"))
    var pieces: String?

    @Option(
        help: .init(
            say(
                "Le jour compté, si ce n'est pas celui-ci : hier, 2026-07-14.",
                "The day counted, if not this one: yesterday, 2026-07-14."),
            valueName: "day"))
    var day: String?

    @Option(
        help: .init(say("Pourquoi il diffère, ou est corrigé.", "Why it differs, or is corrected."), valueName: "text"))
    var note: String?

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        guard amount == nil || pieces == nil else {
            throw ValidationError(
                say("Le total ou les pièces, pas les deux.", "The total or the pieces, not both."))
        }
        try options.withTill(till, now: .now) { desk in
            let words = TillWords(desk)
            let found = try found(desk.till.setting, words)
            let day = try day.map { try TypedPeriod.day($0, today: words.moments.today) }
            let count = CashCount(
                counted: try amount.map { try TypedAmount.read($0, desk.till.setting) } ?? found?.total ?? .zero,
                pieces: found?.numbers, day: day, note: note)
            let entry = try desk.perform(.count(count))
            if form.json { return try printJSON(entry) }
            guard case .count(let record) = entry.content else { return }
            tell(record, of: day ?? entry.day, in: words)
        }
    }

    /// The pieces, typed or asked for; nil when the total was typed.
    private func found(_ setting: TillSetting, _ words: TillWords) throws -> CashPieces? {
        if amount != nil { return nil }
        if let pieces { return try CashPieces(pieces, setting: setting) }
        guard canAsk else {
            throw ValidationError(
                say(
                    "Donnez ce que vous avez compté, par exemple : desk till count 312.40",
                    "Give what you counted, for example: desk till count 312.40"))
        }
        guard let asked = CashPieces.asked(words) else {
            throw Refused.byPerson(say("Rien n'a été enregistré.", "Nothing was recorded."))
        }
        return asked
    }

    private func tell(_ record: CountRecord, of day: OfficeDay, in words: TillWords) {
        let (counted, expected) = (words.amount(record.count.counted), words.amount(record.expected))
        let difference = words.difference(record.count.counted - record.expected)
        print(
            say(
                "Compté, \(words.moments.day(day)) : \(counted), attendu \(expected) : \(difference).",
                "Counted, \(words.moments.day(day)): \(counted), expected \(expected): \(difference)."))
        if record.corrects != nil {
            print(
                say(
                    "Ce compte corrige celui d'avant, qui reste dans la caisse.",
                    "This count corrects the one before, which stays in the till."))
        }
    }
}
