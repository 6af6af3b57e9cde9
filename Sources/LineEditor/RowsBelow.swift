import CLibEdit
import Glibc

/// Draws rows below the line that libedit draws, and takes them away before libedit may draw there.
///
/// The cursor only moves relatively, down by new lines: so the terminal scrolls when the line is its last one. What is there already isn't
/// drawn again, for the sake of slow lines.
struct RowsBelow {
    let colour: Bool
    /// Columns of what stands before the line.
    var promptWidth = 0
    private var drawn: [Row] = []
    /// Where the cursor was left, and how far the line reaches: columns.
    private var cursor = 0
    private var lineEnd = 0

    init(colour: Bool) {
        self.colour = colour
    }

    /// Whether one more character could make the line wrap onto the rows.
    var isNearEdge: Bool { lineEnd + 4 > TerminalWindow.size.columns }

    /// Shows rows under a line; none where they have no room.
    mutating func show(_ rows: [Row], under line: String, cursorAfter beforeCursor: String) {
        let (columns, height) = TerminalWindow.size
        cursor = promptWidth + TextWidth.of(beforeCursor)
        lineEnd = promptWidth + TextWidth.of(line)
        guard lineEnd + 2 < columns, height > 3, !line.contains(where: \.isNewline) else { return erase() }
        let wanted = rows.prefix(height - 2).map { Row(TextWidth.cut($0.text, to: columns - 1), $0.tone) }
        guard wanted != drawn else { return }
        let same = zip(wanted, drawn).map(==)
        let last = max((same.lastIndex(of: false) ?? -1) + 1, wanted.count > drawn.count ? wanted.count : 0)
        var output = ""
        for (at, row) in wanted.prefix(last).enumerated() {
            output += "\r\n"
            if at >= same.count || !same[at] { output += row.styled(colour: colour) + "\u{1B}[K" }
        }
        var down = last
        if wanted.count < drawn.count {
            output += String(repeating: "\r\n", count: wanted.count + 1 - last) + "\u{1B}[J"
            down = wanted.count + 1
        }
        put(output + back(up: down))
        drawn = wanted
    }

    /// Takes the rows away.
    mutating func erase() {
        guard !drawn.isEmpty else { return }
        put("\r\n\u{1B}[J" + back(up: 1))
        drawn = []
    }

    /// Takes the line away as well, where it was drawn for another width.
    mutating func clearLine() {
        put("\r\u{1B}[J")
        drawn = []
    }

    private func back(up rows: Int) -> String {
        (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r" + (cursor > 0 ? "\u{1B}[\(cursor)C" : "")
    }

    /// Through the stream that libedit writes to, so that what both draw stays in order.
    private func put(_ text: String) {
        fputs(text, vitrine_stdout())
        fflush(vitrine_stdout())
    }
}
