import LineEditor
import Terminal

/// Rows of figures in columns that line up, with a bar each where there is room. What fits least is left out first: bars, then the columns that say least.
struct FigureTable {
    struct Row {
        let label: String
        /// One for each column.
        let cells: [String]
        /// How long its bar is beside the others'; nil: none.
        var magnitude: Int?
        var style: Console.Style?
    }

    struct Column {
        let title: String
        /// Columns without which it is told less are left out last; 0 stays.
        let rank: Int
    }

    let title: String
    let columns: [Column]
    let rows: [Row]
    let hasBars: Bool
    let console: Console

    var lines: [String] {
        let kept = keptColumns
        let widths = kept.map(width)
        let figures = widths.reduce(0) { $0 + $1 + 2 }
        let label = min(longestLabel, max(console.columns - figures - 1, Self.shortestLabel))
        let room = min(console.columns - label - figures - 3, Self.longestBar)
        let bars = hasBars && room >= Self.shortestBar ? Bar(rows.compactMap(\.magnitude), width: room) : nil
        let titles = zip(kept, widths).map { "  " + Self.right(columns[$0].title, $1) }.joined()
        let head = console.styled(Self.trimmed(Self.left(title, label) + titles), .bold)
        return [head]
            + rows.map { row in
                let text =
                    Self.left(row.label, label)
                    + zip(kept, widths).map { "  " + Self.right(row.cells[$0], $1) }.joined()
                let bar = row.magnitude.flatMap { bars?.drawn($0, Blocks(console)) } ?? ""
                let figures = row.style.map { console.styled(bar.isEmpty ? Self.trimmed(text) : text, $0) } ?? text
                guard !bar.isEmpty else { return Self.trimmed(figures) }
                return figures + "  " + console.styled(bar, row.style == .faint ? .faint : .bar)
            }
    }

    /// Bars of one table, on one scale; where some are less than nothing, they lie on both sides of a line.
    private struct Bar {
        let least: Int
        let most: Int
        let width: Int

        init(_ magnitudes: [Int], width: Int) {
            least = min(magnitudes.min() ?? 0, 0)
            most = max(magnitudes.max() ?? 0, 0)
            self.width = width
        }

        func drawn(_ magnitude: Int, _ blocks: Blocks) -> String {
            guard least < 0 else { return blocks.bar(magnitude, of: most, width: width) }
            let room = width - 1
            let left = min(max(Int(Double(room) * Double(-least) / Double(most - least)), 1), room - 1)
            let below = blocks.leftward(-min(magnitude, 0), of: -least, width: left)
            return below + String(blocks.side) + blocks.bar(magnitude, of: most, width: room - left)
        }
    }

    /// Columns in their order, without those for which there is no room.
    private var keptColumns: [Int] {
        var kept = Array(columns.indices)
        func needed() -> Int { kept.reduce(min(longestLabel, Self.shortestLabel)) { $0 + width($1) + 2 } }
        while needed() > console.columns,
            let least = kept.max(by: { columns[$0].rank < columns[$1].rank }), columns[least].rank > 0
        {
            kept.removeAll { $0 == least }
        }
        return kept
    }

    private var longestLabel: Int {
        max(rows.map { TextWidth.of($0.label) }.max() ?? 0, TextWidth.of(title))
    }

    private func width(_ column: Int) -> Int {
        rows.reduce(TextWidth.of(columns[column].title)) { max($0, TextWidth.of($1.cells[column])) }
    }

    private static let shortestLabel = 16
    private static let shortestBar = 8
    private static let longestBar = 60

    private static func left(_ text: String, _ width: Int) -> String {
        let cut = TextWidth.cut(text, to: width)
        return cut + String(repeating: " ", count: max(width - TextWidth.of(cut), 0))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - TextWidth.of(text), 0)) + text
    }

    static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
