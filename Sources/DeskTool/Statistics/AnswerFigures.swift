import Reception
import Terminal

/// The figures of an answer, in rows or on a map of the week.
struct AnswerFigures {
    let answer: Answer
    let names: FacetNames
    let console: Console
    let words: FigureWords

    init(answer: Answer, names: FacetNames, console: Console) {
        self.answer = answer
        self.names = names
        self.console = console
        words = FigureWords(answer)
    }

    /// Whether a second column is held against the first.
    var isCompared: Bool { answer.table.columns.count > 1 }

    /// Whether each row says which part of the whole it is; hours, days and months are told as they follow one another.
    var hasShares: Bool { answer.hasShares && answer.question.breakdown?.isTime == false }

    /// The one figure of a question that asks for nothing else: `26,3 %   12 sur 2 609 visiteurs d’origine connue`.
    var single: String {
        var parts = [console.styled(words.text(figure(nil, 0)), .bold)]
        if let below = answer.below?.columnTotals[0], below.number != nil { parts.append(told(below)) }
        if showsRows, let rows = answer.rows.columnTotals[0].number {
            parts.append("n = \(FigureWords.number(rows, .count))")
        }
        return parts.joined(separator: "   ")
    }

    /// What is under the line, with its name.
    private func told(_ below: Cell) -> String {
        let base = words.base(below)
        switch answer.formula {
        case .share(_, let whole):
            let part = FigureWords.number(answer.table.columnTotals[0].number ?? 0, words.unit)
            let name = whole.name(in: speech)
            return say("\(part) sur \(base) \(name)", "\(part) of \(base) \(name)")
        case .ratio(_, let per):
            let name = per.unit == .count ? " \(per.name(in: speech))" : " (\(per.name(in: speech)))"
            return say("pour \(base)", "per \(base)") + name
        case .sum, .percentile: return ""
        }
    }

    /// What a share is of says how much is behind it; the rows behind others are told, unless they are what is counted.
    private var showsRows: Bool {
        switch answer.formula {
        case .share: false
        case .ratio: answer.formula.isPerHour
        case .sum, .percentile: true
        }
    }

    func table(hasBars: Bool) -> [String] {
        FigureTable(
            title: answer.question.breakdown.map { Self.capitalised($0.name(in: speech)) } ?? "",
            columns: columns.map { FigureTable.Column(title: $0.title, rank: $0.rank) },
            rows: answer.question.breakdown == nil ? wholes : rows, hasBars: hasBars, console: console
        ).lines
    }

    /// What a column is called: the period, the year before.
    func columnName(_ column: Int) -> String {
        guard column == 0 else { return say("an d’avant", "year before") }
        let period = answer.question.period.text
        return period.count <= 10 ? period : say("période", "period")
    }

    // MARK: Rows

    private struct Column {
        let title: String
        let rank: Int
        /// Of a row, or of the whole when it is nil; and of which column of the answer.
        let text: (_ row: Int?, _ column: Int) -> String
    }

    /// Without a breakdown, a row is a column of the answer.
    private var columns: [Column] {
        let isWhole = answer.question.breakdown == nil
        var columns = [
            Column(title: isWhole ? "" : columnName(0), rank: 0) { words.text(figure($0, isWhole ? $1 : 0)) }
        ]
        if hasShares {
            columns.append(
                Column(title: say("part", "share"), rank: 4) { row, _ in
                    row.map { answer.share(row: $0, column: 0) }.flatMap(\.tenthsOfPercent)
                        .map { FigureWords.percent(tenths: $0) } ?? ""
                })
        }
        if let below = answer.below {
            let title = if case .share = answer.formula { say("sur", "of") } else { say("pour", "per") }
            columns.append(
                Column(title: title, rank: 3) { words.base(cell(below, $0, isWhole ? $1 : 0)) })
        }
        let behind = Column(title: "n", rank: 5) { row, column in
            cell(answer.rows, row, isWhole ? column : 0).number.map { FigureWords.number($0, .count) } ?? ""
        }
        if showsRows, answer.rows != answer.table { columns.append(behind) }
        if isCompared {
            if !isWhole {
                columns.append(Column(title: columnName(1), rank: 1) { row, _ in words.text(figure(row, 1)) })
            }
            columns.append(
                Column(title: say("écart", "change"), rank: 2) { row, column in
                    guard column == 0 else { return "" }
                    return answer.change(row: row).map { FigureWords.change(tenths: $0) } ?? ""
                })
        }
        return columns
    }

    private var rows: [FigureTable.Row] {
        let labels = Labels(answer: answer, names: names)
        let parts = answer.table.rows.enumerated().map { index, value in
            FigureTable.Row(
                label: labels.row(value), cells: columns.map { $0.text(index, 0) },
                magnitude: words.magnitude(figure(index, 0)), style: value == Origins.unknown ? .faint : nil)
        }
        let isSum = answer.question.breakdown.map { answer.question.measure.addsUp(by: $0) } ?? true
        let whole = FigureTable.Row(
            label: isSum ? say("total", "total") : say("ensemble", "overall"), cells: columns.map { $0.text(nil, 0) },
            style: .bold)
        return parts + [whole]
    }

    private var wholes: [FigureTable.Row] {
        answer.table.columns.indices.map { column in
            FigureTable.Row(
                label: columnName(column), cells: columns.map { $0.text(nil, column) },
                magnitude: isCompared ? words.magnitude(figure(nil, column)) : nil)
        }
    }

    private func figure(_ row: Int?, _ column: Int) -> Figure {
        row.map { answer.figure(row: $0, column: column) } ?? answer.figure(column: column)
    }

    private func cell(_ table: CrossTable, _ row: Int?, _ column: Int) -> Cell {
        row.map { table.cells[$0][column] } ?? table.columnTotals[column]
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: Map of the week

    var heatMap: [String] {
        var cells: [Int: [Int: HeatMap.Cell]] = [:]
        for (index, value) in answer.table.rows.enumerated() {
            let parts = value.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else { continue }
            let figure = figure(index, 0)
            // What nobody counted is an empty place on a map.
            cells[parts[0], default: [:]][parts[1]] =
                figure == .notCounted
                ? nil : HeatMap.Cell(magnitude: words.magnitude(figure), text: Self.short(words.text(figure), figure))
        }
        let hours = cells.values.flatMap { $0.filter { $0.value.text != "0" }.keys }
        guard let first = hours.min(), let last = hours.max() else { return table(hasBars: false) }
        let weekdays = Array(1...7)
        return HeatMap(
            title: say("Heure", "Hour"), rows: weekdays.map { DayWords(speech).weekday($0) },
            columns: (first...last).map { "\($0)" },
            cells: weekdays.map { weekday in (first...last).map { cells[weekday]?[$0] } }, console: console
        ).lines + ["", total]
    }

    private var total: String {
        answer.table.columns.indices.map { column in
            "\(columnName(column))\(say(" : ", ": "))\(words.text(figure(nil, column)))"
        }.joined(separator: ", ") + (answer.change(row: nil).map { " (\(FigureWords.change(tenths: $0)))" } ?? "")
    }

    private static func short(_ text: String, _ figure: Figure) -> String {
        switch figure {
        case .hidden: "*"
        case .tooFew: "<"
        default: text
        }
    }
}
