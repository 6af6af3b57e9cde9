import ArgumentParser
import Foundation
import Reception
import Reports
import Terminal

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Le rapport pour le conseil : deux pages de chiffres clés et de graphiques, et tous les tableaux en annexe.",
            "The report for the council: two pages of key figures and charts, and every table in an annex."),
        discussion: say(
            """
            Exemples :
              desk report --year 2026                          rapport-2026.html
              desk report --month 2026-07 --out juillet.pdf
              desk report --year 2026 --out rapport.xlsx --lang en
            Les petits nombres y sont cachés. Les mêmes données font le même fichier.
            """,
            """
            Examples:
              desk report --year 2026                          report-2026.html
              desk report --month 2026-07 --out july.pdf
              desk report --year 2026 --out rapport.xlsx --lang fr
            Small counts are hidden in it. The same data make the same file.
            """))

    @Option(help: .init(say("L'année : 2026.", "The year: 2026."), valueName: "year"))
    var year: String?

    @Option(help: .init(say("Ou un mois : 2026-07.", "Or a month: 2026-07."), valueName: "month"))
    var month: String?

    @Option(
        help: .init(
            say(
                "À quoi comparer, un an plus tôt : dates (les mêmes dates) ou weekdays (les mêmes jours de semaine).",
                "What to compare with, a year before: dates (the same dates) or weekdays (the same weekdays)."),
            valueName: "days"),
        completion: .list(["dates", "weekdays"]))
    var against: String?

    @Option(
        help: .init(
            say(
                "Le fichier à écrire, .html, .pdf ou .xlsx ; - est la sortie standard, en HTML.",
                "The file to write, .html, .pdf or .xlsx; - is standard output, as HTML."), valueName: "file"),
        completion: .file(extensions: ["html", "pdf", "xlsx"]))
    var out: String?

    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard (year == nil) != (month == nil) else {
            throw ValidationError(
                say(
                    "Une année ou un mois : --year 2026, ou --month 2026-07.",
                    "A year or a month: --year 2026, or --month 2026-07."))
        }
        if let out, out != "-", ReportForm(file: out) == nil {
            throw ValidationError(
                say("--out : un fichier .html, .pdf ou .xlsx, ou -.", "--out: a .html, .pdf or .xlsx file, or -."))
        }
        if let against, Self.comparison(against) == nil {
            throw ValidationError(say("--against : dates ou weekdays.", "--against: dates or weekdays."))
        }
    }

    func run() throws {
        let period = try period()
        let file = out ?? say("rapport-", "report-") + period.text + ".html"
        let form = ReportForm(file: file) ?? .html
        try OutputFile.check(file)
        try form.check()
        try PublishedFigures.using(options.place(), now: .now) { figures in
            try check(period, within: figures.days)
            let scope = CouncilScope(
                period, through: figures.days.upperBound, against: against.flatMap(Self.comparison))
            let report = CouncilReport(
                scope,
                office: .init(
                    name: figures.officeName, isDemonstration: figures.register.isDemonstration, names: figures.names,
                    currency: figures.currency),
                answers: try scope.questions().map(figures.answer))
            try OutputFile.write(try form.data(of: report, in: speech), to: file)
            guard file != "-" else { return }
            let last = DayWords(speech).date(figures.days.upperBound)
            print(say("Écrit : \(file), données au \(last).", "Written: \(file), data as of \(last)."))
        }
    }

    private func period() throws -> Period {
        let (text, isYear) = (year ?? month ?? "", year != nil)
        // Words for periods near today aren't taken: what is written in a file has its year.
        let period = try? Period(text, today: OfficeDay(daysSince1970: 0), seasons: [])
        switch (period, isYear) {
        case (.year(let year)?, true) where text.first?.isNumber == true && year > 1: return .year(year)
        case (.month(let year, let month)?, false) where text.first?.isNumber == true && year > 1:
            return .month(year: year, month: month)
        default:
            throw Refused.byPerson(
                isYear
                    ? say(
                        "« \(text) » n'est pas une année. Écrivez --year 2026.",
                        "“\(text)” isn't a year. Write --year 2026.")
                    : say(
                        "« \(text) » n'est pas un mois. Écrivez --month 2026-07.",
                        "“\(text)” isn't a month. Write --month 2026-07."))
        }
    }

    private func check(_ period: Period, within days: ClosedRange<OfficeDay>) throws {
        guard let first = period.days.first, let last = period.days.last else { return }
        guard first > days.upperBound || last < days.lowerBound else { return }
        let (words, name) = (DayWords(speech), DayWords(speech).period(period))
        throw Refused.byPerson(
            say(
                "Rien n'est compté en \(name) : les données vont du \(words.run(days)).",
                "Nothing is counted in \(name): the data go from \(words.run(days))."))
    }

    private static func comparison(_ code: String) -> Comparison? {
        [.sameDates, .sameWeekdays].first { $0.code == code }
    }
}
