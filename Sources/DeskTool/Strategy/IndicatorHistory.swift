import ArgumentParser
import Reception
import Terminal

struct IndicatorHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: say(
            "Montre tout ce qui a été saisi d'un indicateur : qui, quand, d'où.",
            "Shows all that was entered of an indicator: who, when, from where."))

    @Argument(
        help: .init(say("Le code de l'indicateur.", "The indicator's code."), valueName: "code"),
        completion: .custom(WordCompletion.indicators))
    var code: String

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withFigures(now: now) { desk in
            let indicator = try desk.strategy.knownIndicator(code)
            let history = try desk.register.indicatorHistory(of: indicator.code)
            if json { return try printJSON(history.map { IndicatorDocument($0) }) }
            print(lines(history, of: indicator, words: desk.words).joined(separator: "\n"))
        }
    }

    private func lines(
        _ history: [KeptIndicatorEntry], of indicator: StrategyIndicator, words: IndicatorWords
    ) -> [String] {
        let title = "\(indicator.name[speech]) (\(indicator.code))"
        guard !history.isEmpty else { return [title, "  " + say("pas encore de chiffre", "no figure yet")] }
        return [title]
            + history.flatMap { kept in
                let entry = kept.entry
                let isPast = kept.isSuperseded && entry.value != nil
                return [
                    "",
                    "  \(words.period(entry.period))\(say(" : ", ": "))\(words.value(entry))"
                        + (isPast ? say(" (remplacé depuis)", " (replaced since)") : ""),
                    "    \(words.provenance(kept))",
                    "    \(say("source : ", "source: "))\(words.source(kept))",
                ]
            }
    }
}
