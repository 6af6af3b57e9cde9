import ArgumentParser
import Reception
import Terminal

struct TillImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Reprend les totaux d'une journée de la caisse certifiée de l'office.",
            "Takes over a day's totals of the office's own certified till."),
        discussion: say(
            """
            Exemples :
              desk till import juillet.csv                  un fichier, une ou plusieurs journées
              desk till import --day hier --tickets 12 --line "guide 3 15.00 20%" --payment "carte 15.00"
            Le fichier a les colonnes jour, quoi (vente, paiement ou tickets), nom, nombre, montant, tva.
            Une journée donnée de nouveau prend la place de la première.
            """,
            """
            Examples:
              desk till import july.csv                     a file, one day or several
              desk till import --day yesterday --tickets 12 --line "guide 3 15.00 20%" --payment "card 15.00"
            The file has the columns day, what (sale, payment or tickets), name, number, amount, vat.
            A day handed in again takes the place of the first.
            """))

    @Argument(
        help: .init(say("Le fichier des totaux.", "The file of totals."), valueName: "file"),
        completion: .file(extensions: ["csv", "txt"]))
    var file: String?

    @Option(help: .init(say("La journée : 2026-07-14, hier.", "The day: 2026-07-14, yesterday."), valueName: "day"))
    var day: String?

    @Option(help: .init(say("Combien de tickets.", "How many tickets."), valueName: "number"))
    var tickets: Int?

    @Option(
        name: .customLong("line"),
        help: .init(
            say(
                "Un produit : \"guide 3 15.00 20%\" (nom, nombre, montant TTC, TVA) ; à répéter.",
                "A product: \"guide 3 15.00 20%\" (name, number, amount with VAT, rate); repeat it."),
            valueName: "text"))
    var lines: [String] = []

    @Option(
        name: .customLong("payment"),
        help: .init(
            say("Un règlement : \"carte 15.00\" ; à répéter.", "A payment: \"card 15.00\"; repeat it."),
            valueName: "text"))
    var payments: [String] = []

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        let isTyped = day != nil || tickets != nil || !lines.isEmpty || !payments.isEmpty
        guard isTyped == (file == nil), file != nil || day != nil else {
            throw ValidationError(
                say(
                    "Donnez un fichier, ou une journée : --day avec --line et --payment.",
                    "Give a file, or a day: --day with --line and --payment."))
        }
    }

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            try checkMode(desk.till.setting)
            let today = try desk.till.status().day
            let reader = TotalsReader(currency: desk.till.setting.currency, today: today)
            let totals = try file.map { try reader.days(in: CSVFile($0)) } ?? [typed(reader)]
            try take(totals, at: desk)
        }
    }

    private func typed(_ reader: TotalsReader) throws -> ExternalTotals {
        let day = try TypedPeriod.day(day ?? "", today: reader.today)
        let totals = ExternalTotals(
            day: day, tickets: tickets ?? 0, lines: try lines.map(reader.line),
            payments: try payments.map(reader.payment))
        if let wrong = reader.wrong(totals) { throw Refused.byPerson(wrong) }
        return totals
    }

    /// Takes over what isn't there as it is.
    private func take(_ totals: [ExternalTotals], at desk: TillDesk) throws {
        let today = try desk.till.status().day
        guard let first = totals.map(\.day).min() else { return }
        var before: [OfficeDay: ExternalTotals] = [:]
        for entry in try desk.till.entries(from: first, to: today, kinds: [.totals]) {
            if case .totals(let totals) = entry.content { before[totals.day] = totals }
        }
        var summary = Summary(days: totals.count, dryRun: outcome.dryRun)
        for day in totals {
            guard before[day.day] != day else {
                summary.known += 1
                continue
            }
            if before[day.day] == nil { summary.recorded += 1 } else { summary.replaced += 1 }
            if !outcome.dryRun { _ = try desk.perform(.totals(day)) }
        }
        if outcome.json { return try printJSON(summary) }
        let words = TillWords(desk)
        for day in totals {
            let total = words.amount(day.payments.reduce(.zero) { $0 + $1.amount })
            print(
                say(
                    "\(words.moments.day(day.day)) : \(total), \(day.lines.count) produit\(day.lines.count > 1 ? "s" : "")",
                    "\(words.moments.day(day.day)): \(total), \(day.lines.count) product\(day.lines.count == 1 ? "" : "s")"
                ))
        }
        print(summary.sentence)
    }

    private func checkMode(_ setting: TillSetting) throws {
        guard setting.mode == .builtin else { return }
        throw Refused.byPerson(
            say(
                "L'office vend avec la caisse de Vitrine : il n'y a pas d'autre caisse à reprendre. S'il y en a une, content/office.yaml doit dire « till: mode: external ». Rien n'a été enregistré.",
                "The office sells with Vitrine's till: there is no other till to take over from. If there is, content/office.yaml must say “till: mode: external”. Nothing was recorded."
            ))
    }

    private struct Summary: Encodable {
        let days: Int
        let dryRun: Bool
        var recorded = 0
        var replaced = 0
        var known = 0

        init(days: Int, dryRun: Bool) { (self.days, self.dryRun) = (days, dryRun) }

        enum CodingKeys: String, CodingKey {
            case days, recorded, replaced, known
            case dryRun = "dry_run"
        }

        var sentence: String {
            func many(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count > 1 ? "s" : "")" }
            let done = say(
                "\(many(days, "journée")) : \(many(recorded, "reprise")), \(many(replaced, "remplacée")), \(known) déjà là.",
                "\(days) day\(days == 1 ? "" : "s"): \(recorded) taken over, \(replaced) replaced, \(known) there already."
            )
            return dryRun
                ? done + " " + say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded.") : done
        }
    }
}
