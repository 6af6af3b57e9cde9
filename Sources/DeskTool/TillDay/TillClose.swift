import ArgumentParser
import Foundation
import Reception
import Reports
import Terminal

struct TillClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: say(
            "Clôt pour de bon une journée (Z), un mois ou une année.", "Closes a day (Z), a month or a year for good."),
        discussion: say(
            """
            Exemples :
              desk till close                               la journée en cours
              desk till close --day hier
              desk till close --month 2026-07               ses journées doivent être closes
              desk till close --year 2026 --html z.html
            Plus rien n'entre dans ce qui est clos, et rien ne le rouvre. Comptez le tiroir avant.
            """,
            """
            Examples:
              desk till close                               the day under way
              desk till close --day yesterday
              desk till close --month 2026-07               its days must be closed
              desk till close --year 2026 --html z.html
            Nothing more enters what is closed, and nothing opens it again. Count the drawer before.
            """))

    @Option(help: .init(say("Un jour : 2026-07-14, hier.", "A day: 2026-07-14, yesterday."), valueName: "day"))
    var day: String?

    @Option(help: .init(say("Un mois : 2026-07.", "A month: 2026-07."), valueName: "month"))
    var month: String?

    @Option(help: .init(say("Une année : 2026.", "A year: 2026."), valueName: "year"))
    var year: String?

    @Option(
        help: .init(
            say("Écrit la clôture dans une page, à imprimer.", "Writes the closure as a page, to be printed."),
            valueName: "file"),
        completion: .file(extensions: ["html"]))
    var html: String?

    @Flag(help: .init(say("Clôt sans rien demander.", "Closes without asking.")))
    var yes = false

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard [day, month, year].count(where: { $0 != nil }) > 1 else { return }
        throw ValidationError(
            say("Une seule période : --day, --month ou --year.", "One period only: --day, --month or --year."))
    }

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let period = try period(today: desk.till.status().day)
            let closing = ClosingDesk(desk)
            if !yes {
                try closing.show(period)
                try confirm(period, in: closing.words)
            }
            let entry = try desk.perform(.closure(period))
            guard let sheet = closing.sheets.sheet(of: entry, clock: desk.till.clock) else { return }
            if let html { try OutputFile.write(Data(sheet.html.utf8), to: html) }
            if form.json { return try printJSON(entry) }
            print(sheet.text(columns: ClosingDesk.columns))
            closing.tell(entry)
            if let html { print(say("Page à imprimer : \(html)", "Page to print: \(html)")) }
        }
    }

    private func period(today: OfficeDay) throws -> ClosurePeriod {
        if let month { return try TypedPeriod.month(month) }
        if let year { return try TypedPeriod.year(year) }
        return .day(try day.map { try TypedPeriod.day($0, today: today) } ?? today)
    }

    private func confirm(_ period: ClosurePeriod, in words: TillWords) throws {
        guard canAsk else {
            throw Refused.byPerson(
                say(
                    "Une clôture est définitive : ajoutez --yes pour clore sans que rien soit demandé. Rien n'a été enregistré.",
                    "A closure is for good: add --yes to close without being asked. Nothing was recorded."))
        }
        let name = words.period(period)
        let question =
            if case .day = period {
                say("Clore la journée (\(name)) pour de bon ?", "Close the day (\(name)) for good?")
            } else {
                say("Clore \(name) pour de bon ?", "Close \(name) for good?")
            }
        guard ask(question) else {
            throw Refused.byPerson(say("Rien n'a été clos.", "Nothing was closed."))
        }
    }
}
