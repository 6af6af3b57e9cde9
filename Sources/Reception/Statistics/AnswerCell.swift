/// One figure of an answer with all that is beside it, for what isn't drawn: a row's or, without one, the whole's, in one column.
public struct AnswerCell: Hashable, Sendable {
    /// What is told.
    public let figure: Figure
    /// The sum or percentile itself, above the line of a share or a ratio; nil where there is none, or it is hidden.
    public let value: Int?
    /// What is under the line of a share or a ratio.
    public let base: Int?
    /// How many rows are behind it.
    public let rows: Int?
    /// Which part of the whole it is, in tenths of a percent; of a sum that adds up.
    public let share: Int?
    /// By how much the first column is more than the second, in tenths of a percent; in the first column.
    public let change: Int?

    /// The cell at a place; `row` is nil for the whole of a column.
    public init(_ answer: Answer, row: Int?, column: Int) {
        func number(_ table: CrossTable?) -> Int? {
            (row.map { table?.cells[$0][column] } ?? table?.columnTotals[column])?.number
        }
        let figure = row.map { answer.figure(row: $0, column: column) } ?? answer.figure(column: column)
        let isHidden = figure == .hidden
        // The sum of medians means nothing: what isn't a figure has no number either, unless it is what is under the line that is missing.
        let isNothing = figure == .notCounted && answer.below == nil
        self.figure = figure
        value = isHidden || isNothing ? nil : number(answer.table)
        base = isHidden ? nil : number(answer.below)
        rows = isHidden ? nil : number(answer.rows)
        share = row.flatMap { answer.hasShares ? answer.share(row: $0, column: column).tenthsOfPercent : nil }
        change = column == 0 ? answer.change(row: row) : nil
    }

    /// `counted`, `not_counted`, `hidden`, `too_few`.
    public var state: String {
        switch figure {
        case .number, .share, .ratio: "counted"
        case .tooFew: "too_few"
        case .notCounted: "not_counted"
        case .hidden: "hidden"
        }
    }
}
