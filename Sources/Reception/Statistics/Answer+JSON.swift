/// An answer as programs read it: the same from the desk, the server and in exports. Keys are English, what is unknown is null.
public struct AnswerDocument: Encodable, Sendable {
    let answer: Answer
    let names: FacetNames
    let language: MessageLanguage

    /// The document of an answer, with names in a language.
    public init(_ answer: Answer, names: FacetNames, in language: MessageLanguage) {
        self.answer = answer
        self.names = names
        self.language = language
    }

    private enum CodingKeys: String, CodingKey {
        case question, measure, name, unit, form, period, breakdown, filters, published, compared, columns, rows, total
        case footnote
        case perHour = "per_hour"
        case addsUp = "adds_up"
    }

    /// All keys always.
    public func encode(to encoder: any Encoder) throws {
        let question = answer.question
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(question.text, forKey: .question)
        try values.encode(question.measure, forKey: .measure)
        try values.encode(question.measure.name(in: language), forKey: .name)
        try values.encode(question.measure.unit, forKey: .unit)
        try values.encode(answer.formula.form, forKey: .form)
        try values.encode(answer.formula.isPerHour, forKey: .perHour)
        try values.encode(PeriodDocument(question.period), forKey: .period)
        try values.encode(question.breakdown, forKey: .breakdown)
        try values.encode(
            Dictionary(uniqueKeysWithValues: question.filters.map { ($0.facet.rawValue, $0.values) }), forKey: .filters)
        try values.encode(answer.isPublished, forKey: .published)
        try values.encode(
            question.comparison.map { ComparisonDocument($0, answer.pairing, in: language) }, forKey: .compared)
        try values.encode(answer.table.columns, forKey: .columns)
        try values.encode(question.breakdown.map { question.measure.addsUp(by: $0) } ?? true, forKey: .addsUp)
        try values.encode(rows, forKey: .rows)
        try values.encode(cells(row: nil), forKey: .total)
        try values.encode(answer.footnote(in: language), forKey: .footnote)
    }

    private var rows: [RowDocument] {
        answer.table.rows.enumerated().map { index, value in
            let name = answer.question.breakdown?.valueName(value, names: names, in: language)
            return RowDocument(value: value, name: name ?? "total", cells: cells(row: index))
        }
    }

    private func cells(row: Int?) -> [CellDocument] {
        answer.table.columns.indices.map { CellDocument(answer, row: row, column: $0) }
    }
}

private struct PeriodDocument: Encodable {
    let text: String
    let from: String?
    let to: String?

    init(_ period: Period) {
        text = period.text
        from = period.days.first?.description
        to = period.days.last?.description
    }
}

private struct ComparisonDocument: Encodable {
    struct Run: Encodable {
        let from: String
        let to: String
        let otherFrom: String
        let otherTo: String

        enum CodingKeys: String, CodingKey {
            case from, to
            case otherFrom = "other_from"
            case otherTo = "other_to"
        }
    }

    let with: String
    let name: String
    /// How many days of the period are compared.
    let days: Int
    let runs: [Run]
    /// Days that aren't compared, by why.
    let without: [String: [String]]

    init(_ comparison: Comparison, _ pairing: Pairing?, in language: MessageLanguage) {
        with = comparison.code
        name = comparison.name(in: language)
        days = pairing?.days.count ?? 0
        runs = (pairing?.runs ?? []).map { run in
            Run(
                from: "\(run.days.lowerBound)", to: "\(run.days.upperBound)", otherFrom: "\(run.others.lowerBound)",
                otherTo: "\(run.others.upperBound)")
        }
        without = Dictionary(
            uniqueKeysWithValues: (pairing?.without ?? [:]).map { ($0.key.rawValue, $0.value.map(\.description)) })
    }
}

private struct RowDocument: Encodable {
    let value: String
    let name: String
    let cells: [CellDocument]
}

private struct CellDocument: Encodable {
    private let cell: AnswerCell
    private let isPerHour: Bool

    init(_ answer: Answer, row: Int?, column: Int) {
        cell = AnswerCell(answer, row: row, column: column)
        isPerHour = answer.formula.isPerHour
    }

    private enum CodingKeys: String, CodingKey {
        case state, value, base, share, ratio, change
        case rows = "n"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        let share = cell.figure.tenthsOfPercent ?? cell.share
        let ratio = cell.figure.hundredths(times: isPerHour ? 60 : 1)
        try values.encode(cell.state, forKey: .state)
        try values.encode(cell.value, forKey: .value)
        try values.encode(cell.base, forKey: .base)
        try values.encode(cell.rows, forKey: .rows)
        try values.encode(share.map { Double($0) / 10 }, forKey: .share)
        try values.encode(ratio.map { Double($0) / 100 }, forKey: .ratio)
        try values.encode(cell.change.map { Double($0) / 10 }, forKey: .change)
    }
}
