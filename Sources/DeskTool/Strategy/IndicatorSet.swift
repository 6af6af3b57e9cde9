import ArgumentParser
import Reception
import Terminal

struct IndicatorSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say(
            "Saisit le chiffre d'une année ou d'un mois ; à nouveau, le corrige.",
            "Enters a figure of a year or a month; again, corrects it."),
        discussion: say(
            """
            Le chiffre d'avant reste dans l'histoire, avec sa source.

            Exemples :
              desk indicator set facebook 12450 --month 10 --source "Meta Business Suite"
              desk indicator set quality-mark oui --year 2025 --source "Certificat du 4 mai 2025"
            """,
            """
            The figure before stays in the history, with its source.

            Examples:
              desk indicator set facebook 12450 --month 10 --source "Meta Business Suite"
              desk indicator set quality-mark yes --year 2025 --source "Certificate of 4 May 2025"
            """))

    @Argument(
        help: .init(
            say("Le code de l'indicateur.", "The indicator's code."), valueName: "code"),
        completion: .custom(WordCompletion.indicators))
    var code: String

    @Argument(
        help: .init(
            say("Le chiffre : 12450, 1250,50, 12,5 %, oui.", "The figure: 12450, 1250.50, 12.5%, yes."),
            valueName: "value"))
    var value: [String]

    @Option(help: .init(say("L'année ; celle-ci sinon.", "The year; this one otherwise.")))
    var year: Int?

    @Option(
        help: .init(say("Le mois, de 1 à 12 ; toute l'année sinon.", "The month, 1 to 12; the whole year otherwise.")))
    var month: Int?

    @Option(help: .init(say("D'où vient le chiffre.", "Where the figure comes from."), valueName: "text"))
    var source: String

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard IndicatorPeriod(year: year ?? 2000, month: month) == nil else { return }
        throw ValidationError(
            say("Ce n'est pas une année, ou pas un mois de 1 à 12.", "That isn't a year, or not a month from 1 to 12."))
    }

    func run() throws {
        let now = Instant.now
        try options.withFigures(now: now) { desk in
            let indicator = try desk.strategy.enteredIndicator(code)
            let typed = value.joined(separator: " ")
            guard let number = indicator.unit.read(typed, currency: desk.strategy.currency) else {
                throw Refusal.indicatorValueInvalid(typed, indicator)
            }
            guard let period = IndicatorPeriod(year: year ?? desk.today.parts.year, month: month) else { return }
            let entry = IndicatorEntry(
                id: FactID(bornAt: now), indicator: indicator.code, period: period, value: number,
                unit: indicator.unit, source: source, who: options.counsellorName)
            try entry.checked(in: desk.strategy, today: desk.today)
            try keep(entry, of: indicator, at: desk)
        }
    }

    private func keep(_ entry: IndicatorEntry, of indicator: StrategyIndicator, at desk: FigureDesk) throws {
        let replaced = outcome.dryRun ? nil : try desk.register.record(entry, recordedAt: desk.now)
        if outcome.json {
            return try printJSON(
                outcome.dryRun ? IndicatorDocument(tried: entry) : IndicatorDocument(entry, recordedAt: desk.now))
        }
        print(desk.words.told(entry, of: indicator))
        print(say("Source : ", "Source: ") + entry.source)
        guard !outcome.dryRun else {
            return print(say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded."))
        }
        let place = replaced.map { kept in
            let before = "\(desk.words.value(kept.entry)) (\(desk.words.provenance(kept)))"
            return say(", à la place de \(before)", ", in the place of \(before)")
        }
        // Who is named only here is nobody to the next command.
        let undo = ShellWords.line(
            ["desk", "indicator", "undo"] + (options.counsellor.map { ["--counsellor", $0] } ?? []))
        print(
            say("Enregistré", "Recorded") + (place ?? "") + "."
                + say(" Pour l'annuler : \(undo)", " To undo it: \(undo)"))
    }
}
