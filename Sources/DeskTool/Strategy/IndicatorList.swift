import ArgumentParser
import Reception
import Terminal

struct IndicatorList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say(
            "Montre les chiffres qui se saisissent, et ce qui manque encore.",
            "Shows the figures that are entered, and what is still missing."))

    @Option(help: .init(say("L'année ; celle-ci sinon.", "The year; this one otherwise.")))
    var year: Int?

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withFigures(now: now) { desk in
            let year = year ?? desk.today.parts.year
            let entries = try desk.register.indicatorEntries(ofYears: [year])
            let known = desk.strategy.entered.map { indicator in
                (indicator, entries.filter { $0.entry.indicator == indicator.code })
            }
            if json {
                return try printJSON(known.map { EnteredIndicatorDocument($0, $1, in: speech) })
            }
            print(lines(known, year: year, words: desk.words).joined(separator: "\n"))
        }
    }

    private func lines(
        _ known: [(StrategyIndicator, [KeptIndicatorEntry])], year: Int, words: IndicatorWords
    ) -> [String] {
        let missing = known.count { $0.1.isEmpty }
        let console = Console.ofStandardOutput()
        let title = say(
            "Chiffres à saisir, \(year) : \(known.count - missing) sur \(known.count)",
            "Figures to enter, \(year): \(known.count - missing) of \(known.count)")
        var lines = [console.styled(title, .bold)]
        for (indicator, entries) in known {
            lines.append("  \(Bars.left(indicator.code, 20)) \(indicator.name[speech])")
            lines += entries.sorted { $0.entry.period.text < $1.entry.period.text }.map { kept in
                Self.margin + "\(words.period(kept.entry.period))\(say(" : ", ": "))\(words.value(kept.entry)), "
                    + "\(words.provenance(kept))"
            }
            if entries.isEmpty, let from = indicator.entered?.from[speech] {
                lines.append(Self.margin + say("pas de chiffre ; à trouver : ", "no figure; to be found: ") + from)
            }
        }
        return lines
    }

    private static let margin = String(repeating: " ", count: 6)
}
