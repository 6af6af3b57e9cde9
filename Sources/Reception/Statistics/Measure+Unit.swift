extension Measure {
    /// What its figures are in: of a share or a ratio, what is above the line.
    public var unit: Unit {
        switch definition.formula {
        case .sum(let unit), .percentile(_, let unit): unit
        case .share(let part, _), .ratio(let part, _): part.unit
        }
    }
}

extension Measure.Formula {
    /// How it is called for programs: `sum`, `share`, `ratio`, `percentile`.
    public var form: String {
        switch self {
        case .sum: "sum"
        case .share: "share"
        case .ratio: "ratio"
        case .percentile: "percentile"
        }
    }

    /// Whether it is so much for an hour, although what is under its line are minutes.
    public var isPerHour: Bool {
        if case .ratio(_, .openMinutes) = self { true } else { false }
    }
}

extension Answer {
    /// By how many tenths of a percent the first column's figure is more than the second's, of a row, or of the whole when it is nil. Nil when nothing is
    /// compared, or there is no such percentage.
    public func change(row: Int?) -> Int? {
        guard question.comparison != nil, table.columns.count == 2 else { return nil }
        let (now, before) =
            row.map { (figure(row: $0, column: 0), figure(row: $0, column: 1)) } ?? (
                figure(column: 0), figure(column: 1)
            )
        return now.change(from: before, isCount: question.measure.counts)
    }

    /// Whether its rows are parts of a whole of which a share can be told.
    public var hasShares: Bool {
        guard let breakdown = question.breakdown, case .sum = formula else { return false }
        return question.measure.addsUp(by: breakdown)
    }

    /// What has to stand under its figures wherever they are shown.
    public func footnote(in language: MessageLanguage) -> String {
        switch question.measure.definition.subject {
        case .session, .gesture, .search, .screenHour, .face:
            language == .french
                ? "Les écrans comptent des sessions et des gestes, jamais des personnes : une famille en fait une, un curieux plusieurs."
                : "Screens count sessions and what is done on them, never people: a family makes one, somebody curious several."
        default:
            language == .french
                ? "Ces chiffres disent qui est venu à l’office, pas qui est venu dans la région."
                : "These figures say who came to the office, not who came to the area."
        }
    }
}
