import LineEditor
import Terminal

/// Figures over time as columns that stand on an axis, the year before beside or behind them.
struct ColumnChart {
    /// What stands in one place.
    enum Point: Equatable {
        case value(Int)
        /// No figure, and the sign that says why.
        case none(Character)
    }

    let points: [Point]
    /// The year before, a point for each; nil when nothing is compared.
    let behind: [Point]?
    /// What stands under each point; empty for nothing.
    let labels: [String]
    let console: Console
    /// A magnitude in words, for the axis.
    let text: (Int) -> String

    /// How many points there is room for.
    static func room(on console: Console) -> Int { max(console.columns - gutterLimit, 8) }

    var lines: [String] {
        let blocks = Blocks(console)
        let all = (points + (behind ?? [])).compactMap { if case .value(let value) = $0 { value } else { nil } }
        let (least, most) = (min(all.min() ?? 0, 0), max(all.max() ?? 0, 0))
        guard least < most else { return [] }
        let below = least == 0 ? 0 : min(max(Self.height * -least / (most - least), 1), Self.height - 1)
        let above = most == 0 ? 1 : Self.height - below
        let gutter = [most, least].map { TextWidth.of(text($0)) }.max() ?? 1
        let slot = Slot(
            width: min(max((console.columns - gutter - 2) / points.count, 1), 8), isDouble: behind != nil)

        func row(_ mark: String, _ line: String) -> String {
            let blank = String(repeating: " ", count: max(gutter - TextWidth.of(mark), 0))
            return FigureTable.trimmed("\(blank)\(mark) \(line)")
        }
        func drawn(_ piece: (Point) -> Piece, _ shadow: (Point) -> Bool) -> String {
            points.indices.map { index in
                slot.drawn(piece(points[index]), behind.map { shadow($0[index]) ? blocks.shadow : " " })
            }.joined()
        }
        var lines: [String] = []
        for height in (0..<above).reversed() {
            let line = drawn(
                { Self.standing($0, height, above, most, blocks) },
                { Self.eighths($0, above, most) - height * 8 >= (height == 0 ? 1 : 4) })
            lines.append(row(height == above - 1 && most > 0 ? text(most) : "", String(blocks.side) + line))
        }
        lines.append(
            row("0", String(blocks.corner) + String(repeating: blocks.axis, count: points.count * slot.width)))
        for depth in 0..<below {
            let line = drawn(
                { Self.hanging($0, depth, below, least, blocks) },
                { Self.eighths($0, below, least) - depth * 8 >= (depth == 0 ? 1 : 4) })
            lines.append(row(depth == below - 1 ? text(least) : "", String(blocks.side) + line))
        }
        return lines + [row("", " " + underline(slot))]
    }

    /// A row of a column, or the sign that stands in its place.
    private struct Piece {
        let character: Character
        var isSign = false
    }

    /// How wide a point is, and what of it is drawn.
    private struct Slot {
        let width: Int
        let isDouble: Bool

        /// Beside each other where both have room, else one behind the other.
        func drawn(_ piece: Piece, _ shadow: Character?) -> String {
            guard let shadow, isDouble else {
                return Self.filled(piece, max(width - 1, 1), of: width)
            }
            guard width > 1 else { return String(piece.character == " " ? shadow : piece.character) }
            let wide = max((width - 1) / 2, 1)
            return String(repeating: shadow, count: wide) + Self.filled(piece, wide, of: width - wide)
        }

        /// A column is as wide as there is room, a sign stands once.
        private static func filled(_ piece: Piece, _ wide: Int, of width: Int) -> String {
            let text = String(repeating: piece.character, count: piece.isSign ? 1 : wide)
            let before = (wide - text.count) / 2
            return String(repeating: " ", count: before) + text
                + String(repeating: " ", count: width - before - text.count)
        }
    }

    /// As many labels as don't touch.
    private func underline(_ slot: Slot) -> String {
        var line = ""
        for (index, label) in labels.enumerated() where !label.isEmpty {
            let start = index * slot.width
            guard line.isEmpty || start > line.count else { continue }
            line += String(repeating: " ", count: start - line.count) + label
        }
        return String(line.prefix(points.count * slot.width + 6))
    }

    private static func eighths(_ point: Point, _ rows: Int, _ most: Int) -> Int {
        guard case .value(let value) = point, value != 0, most != 0, (value < 0) == (most < 0) else { return 0 }
        return max(Int((Double(value) * Double(rows) * 8 / Double(most)).rounded(.down)), 1)
    }

    private static func standing(_ point: Point, _ row: Int, _ rows: Int, _ most: Int, _ blocks: Blocks) -> Piece {
        if row == 0 {
            if case .none(let sign) = point { return Piece(character: sign, isSign: true) }
            if point == .value(0) { return Piece(character: "0", isSign: true) }
        }
        let filled = eighths(point, rows, most) - row * 8
        // Whatever isn't zero is seen.
        return Piece(character: blocks.standing(row == 0 && filled > 0 && !blocks.hasBlocks ? 8 : filled))
    }

    private static func hanging(_ point: Point, _ row: Int, _ rows: Int, _ least: Int, _ blocks: Blocks) -> Piece {
        let filled = eighths(point, rows, least) - row * 8
        return Piece(character: blocks.hanging(row == 0 && filled > 0 && !blocks.hasBlocks ? 8 : filled))
    }

    private static let height = 8
    private static let gutterLimit = 14
}
