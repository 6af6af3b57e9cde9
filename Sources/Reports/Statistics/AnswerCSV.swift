import Reception

/// An answer as a table for spreadsheets and programs: a line for each value and period, then the wholes; one heading for every question.
public struct AnswerCSV {
    /// What stands between fields, and in decimal numbers.
    public enum Style: Sendable {
        /// `,` and `.`
        case commas
        /// `;` and `,`: what a French Excel opens as it is.
        case semicolons
    }

    let answer: Answer
    let names: FacetNames
    let language: MessageLanguage
    let style: Style

    /// The table of an answer, with names in a language.
    public init(_ answer: Answer, names: FacetNames, in language: MessageLanguage, style: Style = .commas) {
        self.answer = answer
        self.names = names
        self.language = language
        self.style = style
    }

    /// With a byte order mark, without which Excel takes UTF-8 for something else.
    public var text: String {
        let rows = answer.table.rows.indices.flatMap { lines(of: $0) } + lines(of: nil)
        return "\u{FEFF}"
            + CSVText.text(
                [Self.heading] + rows, separator: style == .commas ? "," : ";", lineEnd: "\r\n")
    }

    private static let heading = [
        "measure", "value", "name", "period", "state", "figure", "unit", "base", "n", "share_percent", "change_percent",
    ]

    /// Without a breakdown the one row is the whole.
    private func lines(of row: Int?) -> [[String]] {
        if row != nil, answer.question.breakdown == nil { return [] }
        return answer.table.columns.enumerated().map { column, period in
            let cell = AnswerCell(answer, row: row, column: column)
            let value = row.map { answer.table.rows[$0] } ?? "total"
            let name = row.flatMap { _ in answer.question.breakdown?.valueName(value, names: names, in: language) }
            return [
                answer.question.measure.rawValue, value, name ?? "total", period, cell.state, number(cell.figure),
                unit, cell.base.map(String.init) ?? "", cell.rows.map(String.init) ?? "",
                cell.share.map { decimal($0, places: 1) } ?? "", cell.change.map { decimal($0, places: 1) } ?? "",
            ]
        }
    }

    private func number(_ figure: Figure) -> String {
        switch figure {
        case .number(let number): isMoney ? decimal(number, places: 2) : "\(number)"
        case .share: figure.tenthsOfPercent.map { decimal($0, places: 1) } ?? ""
        case .ratio:
            figure.hundredths(times: answer.formula.isPerHour ? 60 : 1)
                .map { decimal(isMoney ? Self.rounded($0) : $0, places: 2) } ?? ""
        case .tooFew, .notCounted, .hidden: ""
        }
    }

    /// Hundredths of cents in cents.
    private static func rounded(_ hundredths: Int) -> Int { (hundredths + (hundredths < 0 ? -50 : 50)) / 100 }

    private var isMoney: Bool { answer.question.measure.unit == .cents }

    /// `count`, `EUR`, `percent`, `seconds`, `minutes`; of a ratio with what it is for: `EUR/tickets`, `count/hour`.
    private var unit: String {
        let unit = isMoney ? "EUR" : answer.question.measure.unit.rawValue
        switch answer.formula {
        case .sum, .percentile: return unit
        case .share: return "percent"
        case .ratio(_, let per): return unit + "/" + (answer.formula.isPerHour ? "hour" : per.rawValue)
        }
    }

    private func decimal(_ number: Int, places: Int) -> String {
        let digits = String(number.magnitude)
        let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
        return (number < 0 ? "-" : "") + padded.dropLast(places) + (style == .commas ? "." : ",")
            + padded.suffix(places)
    }
}
