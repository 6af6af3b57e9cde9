import Reception

/// Bars one under the other, each with its words at the left and its figure at the right.
struct BarChart {
    struct Bar {
        let name: String
        let cell: Cell
        /// What stands after its figure: its share; "" when there is none.
        let note: String
        /// Drawn apart: what nobody said.
        var isUnknown = false
    }

    let bars: [Bar]
    let words: FigureWords
    let unit: Measure.Unit
    let colour: String
    let label: String

    private static let width = 330
    private static let row = 22.0
    private static let (left, right) = (118.0, 236.0)

    /// Of a number of bars: charts beside each other are as high as the longer one.
    var svg: String {
        var drawing = Drawing(width: Self.width, height: Int(Double(max(bars.count, 1)) * Self.row) + 6)
        let largest = max(bars.compactMap { $0.cell.number }.max() ?? 0, 1)
        for (index, bar) in bars.enumerated() {
            let y = Double(index) * Self.row + 3
            drawing.text(
                Self.cut(bar.name), Self.left - 7, y + 13, size: 11,
                bar.isUnknown ? Drawing.Colour.quiet : Drawing.Colour.ink,
                anchor: .end)
            let length = Double(max(0, bar.cell.number ?? 0)) / Double(largest) * (Self.right - Self.left)
            switch bar.cell {
            case .value, .zero:
                drawing.box(
                    Self.left, y + 2, max(length, 1), Self.row - 7, bar.isUnknown ? "#ffffff" : colour,
                    edge: bar.isUnknown ? Drawing.Colour.edge : nil)
            case .hidden: drawing.box(Self.left, y + 2, 8, Self.row - 7, "#ffffff", edge: colour)
            case .notCounted: break
            }
            let figure = words.text(bar.cell, unit)
            let end = Self.left + max(length, bar.cell == .hidden ? 8 : 1) + 6
            drawing.text(
                bar.note.isEmpty ? figure : "\(figure) · \(bar.note)", end, y + 13, size: 10.5, Drawing.Colour.quiet)
        }
        return drawing.svg(label: label)
    }

    /// Words that are longer than their room end in an ellipsis; the table in the annex has them whole.
    private static func cut(_ name: String) -> String {
        name.count <= 20 ? name : name.prefix(19) + "…"
    }
}
