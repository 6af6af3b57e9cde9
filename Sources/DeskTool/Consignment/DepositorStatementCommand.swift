import ArgumentParser
import Foundation
import Reception
import Reports
import Terminal

struct DepositorStatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: say(
            "Le relevé d'un déposant, toutes caisses ensemble : ce qui s'est vendu, la commission, ce qui lui est dû. Avec --till, d'une seule.",
            "A depositor's statement, over all tills: what was sold, the commission, what is due to them. With --till, over one."
        ))

    @Argument(
        help: .init(say("Son code.", "Their code."), valueName: "code"),
        completion: .custom(WordCompletion.depositors))
    var code: String

    @OptionGroup var range: DayRange

    @Option(
        help: .init(
            say("Écrit le relevé dans une page, à imprimer.", "Writes the statement as a page, to be printed."),
            valueName: "file"),
        completion: .file(extensions: ["html"]))
    var html: String?

    @Flag(
        help: .init(
            say("En CSV, pour un tableur ; montants en centimes.", "As CSV, for a spreadsheet; amounts in cents.")))
    var csv = false

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        if form.json, csv { throw ValidationError(say("--json ou --csv, pas les deux.", "--json or --csv, not both.")) }
    }

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let depositor = try DepositorWords.find(code, at: desk.till)
            let today = try desk.till.status().day
            let days = try range.days(today: today, usual: today.adding(days: 1 - today.parts.day))
            let entries = till.till == nil ? desk.till.officeEntries : desk.till.entries
            let statement = DepositorStatement(
                of: try entries(days.lowerBound, days.upperBound, [.sale, .refund]), depositor: depositor, days: days,
                setting: desk.till.setting, rates: try desk.till.rates())
            let sheet = statement.sheet(setting: desk.till.setting)
            if let html { try OutputFile.write(Data(sheet.html.utf8), to: html) }
            if form.json { return try printJSON(statement) }
            if csv { return print(CSVText.text(statement.table), terminator: "") }
            print(sheet.text(columns: 80), terminator: "")
            if let html { print(say("Page à imprimer : \(html)", "Page to print: \(html)")) }
        }
    }
}
