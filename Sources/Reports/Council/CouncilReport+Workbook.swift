import Reception
import Spreadsheet

/// The report for a spreadsheet: every figure and every table as real numbers, a sheet each, and what they mean.
extension CouncilReport {
    /// The whole workbook, in a language. It says that it was made on the last day of its data.
    public func workbook(in language: MessageLanguage) -> Workbook {
        let tabs = self.tables.map { answer in
            var sheet = AnswerWorkbook(answer, names: office.names, in: language).workbook.sheets[0]
            sheet.name = Self.tab(answer, language)
            return sheet
        }
        return Workbook(
            title: "\(title(in: language)), \(office.name)", created: scope.through.daysSince1970 * 86_400,
            sheets: [figuresSheet(language)] + tabs + [definitionsSheet(language), notesSheet(language)])
    }

    private func figuresSheet(_ language: MessageLanguage) -> Workbook.Sheet {
        let (isFrench, period) = (language == .french, DayWords(language).period(scope.period))
        let headings = [
            isFrench ? "Chiffre" : "Figure", period, "n, \(period)", other(in: language), "n, \(other(in: language))",
            isFrench ? "Écart" : "Change",
        ]
        let rows = figures.map { answer in
            let cells = AnswerWorkbook(answer, names: office.names, in: language).workbook.sheets[0].rows.last ?? []
            // Its name and code, then of each column the figure, the base of a share or a ratio, and the rows behind; the change last.
            let width = answer.below == nil ? 2 : 3
            func cell(_ column: Int, _ place: Int) -> Workbook.Cell {
                guard place < width - 1, 2 + column * width + place < cells.count else { return Workbook.Cell(.empty) }
                return Self.plain(cells[2 + column * width + place])
            }
            return [Workbook.Cell(.text(answer.question.measure.name(in: language)))]
                + [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)] + cells.suffix(1).map(Self.plain)
        }
        return Workbook.Sheet(
            name: isFrench ? "Tous les chiffres" : "All figures", widths: [34, 16, 16, 16, 16, 12],
            rows: [headings.map(Self.heading)] + rows, headings: 1)
    }

    private func definitionsSheet(_ language: MessageLanguage) -> Workbook.Sheet {
        let table = definitions(language)
        return Workbook.Sheet(
            name: language == .french ? "Définitions" : "Definitions", widths: [34, 60, 60],
            rows: [table.headings.map(Self.heading)] + table.rows.map { $0.map(Self.words) }, headings: 1)
    }

    private func notesSheet(_ language: MessageLanguage) -> Workbook.Sheet {
        let lines = [title(in: language), office.name, daysCounted(in: language), asOf(in: language)] + notes(language)
        return Workbook.Sheet(
            name: language == .french ? "Comment lire" : "How to read", widths: [110],
            rows: lines.map { [Self.words($0)] })
    }

    /// `visiteurs par origine`: the figure's name is cut to what a tab takes, without the signs it doesn't.
    static func tab(_ answer: Answer, _ language: MessageLanguage) -> String {
        let facet = answer.question.breakdown.map { $0.name(in: language) } ?? ""
        let end = (language == .french ? " par " : " by ") + facet
        let name = answer.question.measure.name(in: language).filter { !"[]:*?/\\".contains($0) }
        return name.prefix(31 - end.count) + end
    }

    private static func plain(_ cell: Workbook.Cell) -> Workbook.Cell {
        var cell = cell
        cell.form.isBold = false
        return cell
    }

    private static func heading(_ text: String) -> Workbook.Cell {
        var form = Workbook.Form()
        (form.isBold, form.isUnderlined, form.isWrapped) = (true, true, true)
        return Workbook.Cell(.text(text), form)
    }

    private static func words(_ text: String) -> Workbook.Cell {
        var form = Workbook.Form()
        form.isWrapped = true
        return Workbook.Cell(.text(text), form)
    }
}
