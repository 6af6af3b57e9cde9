import Reception
import Spreadsheet

/// What an answer's figures are, in a sheet of their workbook: the question, the definition, the days that were compared, what the words in the place of a
/// figure mean.
struct AnswerDefinitions {
    private let book: AnswerWorkbook
    private var answer: Answer { book.answer }

    init(_ book: AnswerWorkbook) { self.book = book }

    var sheet: Workbook.Sheet {
        Workbook.Sheet(
            name: book.said("Définitions", "Definitions"), widths: [26, 70, 14, 14, 14],
            rows: definition + comparison + words)
    }

    private var definition: [[Workbook.Cell]] {
        let definition = answer.question.measure.definition
        return [
            row(book.said("Question", "Question"), answer.question.text),
            row(book.said("En mots", "In words"), answer.question.sentence(in: book.language, names: book.names)),
            row(book.said("Ce qui est compté", "What is counted"), definition.meaning[book.language]),
            row(book.said("Ce qui ne l’est pas", "What isn’t"), definition.leftOut[book.language]),
            row(book.said("Une ligne (n)", "One row (n)"), definition.subject.row[book.language]),
        ]
            + answer.question.period.days.runs.map { run in
                row(book.said("Jours", "Days"), DayWords(book.language).run(run)) + [
                    day(run.lowerBound), day(run.upperBound),
                ]
            }
    }

    private var comparison: [[Workbook.Cell]] {
        guard let comparison = answer.question.comparison, let pairing = answer.pairing else { return [] }
        let words = DayWords(book.language)
        let compared = pairing.runs.map { run in
            row(
                book.said("Jours comparés", "Days compared"),
                "\(words.run(run.days)) \(book.said("contre", "against")) \(words.run(run.others))")
                + [day(run.days.lowerBound), day(run.days.upperBound), day(run.others.lowerBound)]
        }
        let without = Pairing.Reason.allCases.compactMap { reason in
            pairing.without[reason].map { days in
                row(
                    book.said("Jours pas comparés", "Days not compared"),
                    "\(days.count) \(reason.name(in: book.language))\(book.said(" : ", ": "))"
                        + days.runs.map(words.run).joined(separator: ", "))
            }
        }
        return [row(book.said("Comparé", "Compared"), comparison.name(in: book.language))] + compared + without
    }

    private var words: [[Workbook.Cell]] {
        [
            row(
                book.said("pas compté", "not counted"),
                book.said("Personne n’a compté : ce n’est pas zéro.", "Nobody counted: that isn’t zero.")),
            row(
                book.said("trop peu", "too few"),
                book.said(
                    "Pas de pourcentage sur moins de \(Answer.smallBase).",
                    "No percentage on fewer than \(Answer.smallBase).")),
            row(
                book.said("caché", "hidden"),
                book.said(
                    "Moins de \(Answer.smallCount), ou ce qui le ferait deviner : ne sort pas de l’office.",
                    "Fewer than \(Answer.smallCount), or what would give it away: doesn’t leave the office.")),
            row("", answer.footnote(in: book.language)),
        ]
    }

    private func row(_ name: String, _ text: String) -> [Workbook.Cell] {
        var form = Workbook.Form()
        form.isWrapped = true
        return [Workbook.Cell(.text(name), AnswerWorkbook.bold), Workbook.Cell(.text(text), form)]
    }

    private func day(_ day: OfficeDay) -> Workbook.Cell {
        Workbook.Cell(.day(day.daysSince1970), Workbook.Form("yyyy-mm-dd"))
    }
}
