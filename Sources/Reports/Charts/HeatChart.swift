import Reception

/// Weekdays by hours: the darker, the more.
struct HeatChart {
    /// `(weekday 1–7, hour 0–23)` to what was counted then.
    let cells: [Slot: Cell]
    let words: FigureWords
    let label: String

    struct Slot: Hashable {
        let weekday: Int
        let hour: Int
    }

    /// From the first to the last hour in which somebody was counted.
    var hours: ClosedRange<Int>? {
        let counted = cells.filter { $0.value != .zero && $0.value != .notCounted }.map(\.key.hour)
        guard let first = counted.min(), let last = counted.max() else { return nil }
        return first...last
    }

    private static let width = 680
    private static let (left, top, row) = (74.0, 20.0, 24.0)

    var svg: String {
        guard let hours else { return "" }
        var drawing = Drawing(width: Self.width, height: Int(Self.top + 7 * Self.row) + 4)
        let column = min((Double(Self.width) - Self.left - 4) / Double(hours.count), 60)
        let largest = max(cells.values.compactMap(\.number).max() ?? 0, 1)
        for hour in hours {
            drawing.text(
                words.hour(hour), Self.left + (Double(hour - hours.lowerBound) + 0.5) * column, Self.top - 6,
                size: 10.5,
                Drawing.Colour.quiet, anchor: .middle)
        }
        for weekday in 1...7 {
            let y = Self.top + Double(weekday - 1) * Self.row
            drawing.text(words.days.weekday(weekday), Self.left - 8, y + 16, size: 11, anchor: .end)
            for hour in hours {
                let x = Self.left + Double(hour - hours.lowerBound) * column
                draw(cells[Slot(weekday: weekday, hour: hour)] ?? .notCounted, x, y, column, largest, into: &drawing)
            }
        }
        return drawing.svg(label: label)
    }

    private func draw(
        _ cell: Cell, _ x: Double, _ y: Double, _ column: Double, _ largest: Int, into drawing: inout Drawing
    ) {
        let (width, height) = (column - 1.5, Self.row - 1.5)
        guard let number = cell.number, number > 0 else {
            drawing.box(
                x, y, width, height, cell == .notCounted ? "#ffffff" : Drawing.Colour.ground, edge: Drawing.Colour.line)
            if cell == .hidden {
                drawing.text("·", x + width / 2, y + 16, size: 11, Drawing.Colour.quiet, anchor: .middle)
            }
            return
        }
        let shade = (number * Self.shades.count - 1) / largest
        drawing.box(x, y, width, height, Self.shades[min(shade, Self.shades.count - 1)])
        drawing.text(
            words.count(number), x + width / 2, y + 15.5, size: 10,
            shade >= Self.firstDark ? "#ffffff" : Drawing.Colour.ink,
            anchor: .middle)
    }

    /// From stone to tile, each a step darker; figures on the first five are in ink, on the others white: 4.5:1 and more.
    private static let shades = [
        "#f7ead9", "#efd3ba", "#e6b896", "#db9c74", "#cf8159", "#a5432a", "#8a3722", "#6b2a19",
    ]
    private static let firstDark = 5
}
