import LineEditor
import Terminal

/// A figure by weekday and hour: a shade and, where there is room, the number itself.
struct HeatMap {
    struct Cell {
        /// Of a figure; nil when there is none.
        let magnitude: Int?
        let text: String
    }

    let title: String
    /// A line each.
    let rows: [String]
    /// A column each.
    let columns: [String]
    /// By row and column; nil where nothing is.
    let cells: [[Cell?]]
    let console: Console

    var lines: [String] {
        let blocks = Blocks(console)
        let all = cells.joined().compactMap(\.self)
        let most = all.compactMap(\.magnitude).max() ?? 0
        let label = max(rows.map(TextWidth.of).max() ?? 0, TextWidth.of(title))
        let room = (console.columns - label - 1) / max(columns.count, 1)
        let number = all.map { TextWidth.of($0.text) }.max() ?? 1
        let hasNumbers = room >= number + 4
        let width = hasNumbers ? number + 4 : max(min(room, 4), 1)
        func padded(_ text: String) -> String {
            let cut = TextWidth.cut(text, to: width)
            return String(repeating: " ", count: width - TextWidth.of(cut)) + cut
        }
        func drawn(_ cell: Cell?) -> String {
            guard let cell else { return padded(" ") }
            let shade = cell.magnitude.map { blocks.shade($0, of: most) }
            guard hasNumbers else {
                guard let shade, cell.magnitude != 0 else { return padded(String(cell.text.prefix(1))) }
                return padded(String(repeating: shade, count: max(width - 1, 1)))
            }
            let blank = String(repeating: " ", count: number - TextWidth.of(cell.text))
            return " \(shade ?? " ")\(shade ?? " ") " + blank + cell.text
        }
        let head = columns.enumerated().map { index, column in
            // Labels that would touch are left out.
            padded(hasNumbers || width > TextWidth.of(column) || index % 3 == 0 ? column : "")
        }
        return [console.styled(FigureTable.trimmed(Self.left(title, label) + head.joined()), .bold)]
            + zip(rows, cells).map { row, cells in
                FigureTable.trimmed(Self.left(row, label) + cells.map(drawn).joined())
            }
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - TextWidth.of(text), 0))
    }
}
