import Reception
import Spreadsheet

/// An answer as a workbook: a sheet of figures, and one that says what they are and what was compared.
public struct AnswerWorkbook {
    let answer: Answer
    let names: FacetNames
    let language: MessageLanguage

    /// The workbook's parts are an answer's, with names in a language.
    public init(_ answer: Answer, names: FacetNames, in language: MessageLanguage) {
        self.answer = answer
        self.names = names
        self.language = language
    }

    /// It says that it was made on the last day it is about: the same answer has the same bytes.
    public var workbook: Workbook {
        let last = answer.question.period.days.last ?? OfficeDay(daysSince1970: 0)
        return Workbook(
            title: answer.question.sentence(in: language, names: names), created: last.daysSince1970 * 86_400,
            sheets: [figures, AnswerDefinitions(self).sheet])
    }

    func said(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// What a column of the answer is called.
    func columnName(_ column: Int) -> String {
        column == 0 ? answer.question.period.text : said("un an avant", "the year before")
    }

    private var figures: Workbook.Sheet {
        let columns = answer.table.columns.indices.flatMap { self.columns(of: $0) } + change
        let first = answer.question.breakdown.map { capitalised($0.name(in: language)) } ?? ""
        let headings = ([first, said("code", "code")] + columns.map(\.heading)).enumerated().map { index, heading in
            Workbook.Cell(.text(heading), Self.heading(isAtRight: index > 1))
        }
        let parts = answer.question.breakdown == nil ? [] : Array(answer.table.rows.indices)
        let rows = parts.map { row in
            let value = answer.table.rows[row]
            return label(value) + columns.map { $0.cell(row) }
        }
        let whole =
            [Workbook.Cell(.text(said("total", "total")), Self.bold), Workbook.Cell(.empty)]
            + columns.map { column in
                var cell = column.cell(nil)
                cell.form.isBold = true
                return cell
            }
        return Workbook.Sheet(
            name: said("Chiffres", "Figures"), widths: [32, 14] + columns.map { _ in 14 },
            rows: [headings] + rows + [whole], headings: 1)
    }

    // MARK: Columns

    private struct Column {
        let heading: String
        /// Of a row, or of the whole when it is nil.
        let cell: (_ row: Int?) -> Workbook.Cell
    }

    private func columns(of column: Int) -> [Column] {
        let name = columnName(column)
        func cell(_ row: Int?) -> AnswerCell { AnswerCell(answer, row: row, column: column) }
        func count(_ number: Int?) -> Workbook.Cell {
            number.map { Workbook.Cell(.number(Double($0)), Workbook.Form("#,##0")) } ?? Workbook.Cell(.empty)
        }
        var columns = [Column(heading: name) { figure(cell($0).figure) }]
        if answer.hasShares {
            columns.append(
                Column(heading: said("part, \(name)", "share, \(name)")) { percent(cell($0).share) })
        }
        if answer.below != nil {
            columns.append(Column(heading: said("base, \(name)", "base, \(name)")) { base(cell($0).base) })
        }
        columns.append(Column(heading: "n, \(name)") { count(cell($0).rows) })
        return columns
    }

    private var change: [Column] {
        guard answer.table.columns.count > 1 else { return [] }
        return [
            Column(heading: said("écart", "change")) { row in
                percent(AnswerCell(answer, row: row, column: 0).change)
            }
        ]
    }

    /// Days and months are days of the calendar, so that a spreadsheet knows their order; the rest are names.
    private func label(_ value: String) -> [Workbook.Cell] {
        let facet = answer.question.breakdown
        let code = Workbook.Cell(.text(value))
        if facet == .day, let day = OfficeDay(value) {
            return [Workbook.Cell(.day(day.daysSince1970), Workbook.Form("yyyy-mm-dd")), code]
        }
        if facet == .month, let first = OfficeDay("\(value)-01") {
            return [Workbook.Cell(.day(first.daysSince1970), Workbook.Form("mmmm yyyy")), code]
        }
        return [Workbook.Cell(.text(facet?.valueName(value, names: names, in: language) ?? value)), code]
    }

    // MARK: Figures

    private func figure(_ figure: Figure) -> Workbook.Cell {
        let unit = answer.question.measure.unit
        switch figure {
        case .number(let number): return amount(Double(number), unit)
        case .share: return percent(figure.tenthsOfPercent)
        case .ratio:
            let times = answer.formula.isPerHour ? 60 : 1
            let ratio = Double(figure.hundredths(times: times) ?? 0) / 100
            return unit == .count ? Workbook.Cell(.number(ratio), Workbook.Form("#,##0.00")) : amount(ratio, unit)
        case .tooFew: return instead(said("trop peu", "too few"))
        case .notCounted: return instead(said("pas compté", "not counted"))
        case .hidden: return instead(said("caché", "hidden"))
        }
    }

    /// In what a spreadsheet counts in: euros, days.
    private func amount(_ number: Double, _ unit: Measure.Unit) -> Workbook.Cell {
        switch unit {
        case .count: Workbook.Cell(.number(number), Workbook.Form("#,##0"))
        case .cents: Workbook.Cell(.number((number).rounded() / 100), Workbook.Form("#,##0.00 \"€\""))
        case .minutes: Workbook.Cell(.number(number / 1_440), Workbook.Form("[h]:mm"))
        case .seconds: Workbook.Cell(.number(number / 86_400), Workbook.Form("[m]:ss"))
        }
    }

    private func base(_ number: Int?) -> Workbook.Cell {
        guard let number else { return Workbook.Cell(.empty) }
        let measure: Measure? =
            switch answer.formula {
            case .share(_, let whole), .ratio(_, let whole): whole
            case .sum, .percentile: nil
            }
        return amount(Double(number), measure?.unit ?? .count)
    }

    private func percent(_ tenths: Int?) -> Workbook.Cell {
        tenths.map { Workbook.Cell(.number(Double($0) / 1_000), Workbook.Form("0.0%")) } ?? Workbook.Cell(.empty)
    }

    private func instead(_ words: String) -> Workbook.Cell {
        var form = Workbook.Form()
        form.isItalic = true
        form.isAtRight = true
        return Workbook.Cell(.text(words), form)
    }

    static let bold: Workbook.Form = {
        var form = Workbook.Form()
        form.isBold = true
        return form
    }()

    private static func heading(isAtRight: Bool) -> Workbook.Form {
        var form = bold
        form.isUnderlined = true
        form.isWrapped = true
        form.isAtRight = isAtRight
        return form
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
