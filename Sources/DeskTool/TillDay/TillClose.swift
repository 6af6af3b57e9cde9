import ArgumentParser
import Reception
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

    @OptionGroup var named: PeriodOptions
    @OptionGroup var paper: ClosurePaper

    @Flag(help: .init(say("Clôt sans rien demander.", "Closes without asking.")))
    var yes = false

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let today = try desk.till.status().day
            let period = try named.period(today: today) ?? .day(today)
            let closing = ClosingDesk(desk)
            try paper.check()
            if !yes {
                try closing.show(period)
                try confirm(period, in: closing.words)
            }
            let entry = try desk.perform(.closure(period))
            if form.json {
                try printJSON(entry)
            } else {
                print(closing.text(of: entry))
                closing.tell(entry)
            }
            try paper.write(entry, at: desk, isTold: !form.json)
        }
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
