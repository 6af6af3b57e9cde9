import ArgumentParser
import Reception
import Terminal

struct StrategyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy",
        abstract: say(
            "La stratégie de l'office en chiffres : valeur, objectif, tendance, source.",
            "The office's strategy in figures: value, target, trend, source."),
        discussion: say(
            """
            Exemples :
              desk strategy                 cette année, jusqu'à maintenant
              desk strategy --year 2025     une autre année, comparée à celle d'avant
            """,
            """
            Examples:
              desk strategy                 this year, so far
              desk strategy --year 2025     another year, against the one before
            """))

    @Option(help: .init(say("L'année ; celle-ci sinon.", "The year; this one otherwise.")))
    var year: Int?

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard let year, !(2000...9_999 ~= year) else { return }
        throw ValidationError(say("--year : une année, de 2000 à 9999.", "--year: a year, 2000 to 9999."))
    }

    func run() throws {
        let now = Instant.now
        try options.withFigures(now: now) { desk in
            let board = try desk.register.strategyBoard(year: year ?? desk.today.parts.year, today: desk.today)
            if json { return try printJSON(board.document(in: speech)) }
            print(StrategySheet(board: board, console: .ofStandardOutput()).lines.joined(separator: "\n"))
        }
    }
}
