import Reception

/// Columns over time, with those of the year before behind them.
struct ColumnChart {
    /// One moment in time.
    struct Column {
        /// What stands under it; "" where the axis is full.
        let label: String
        /// What it is called.
        let name: String
        let now: Cell
        /// What it is held against; nil when nothing is.
        let before: Cell?
    }

    let columns: [Column]
    let words: FigureWords
    let unit: Measure.Unit
    /// What the columns are, and those behind them.
    let legend: (now: String, before: String?)
    let label: String

    private static let (width, height) = (680, 262)
    private static let (left, right, top, bottom) = (52.0, 676.0, 34.0, 238.0)

    var svg: String {
        var drawing = Drawing(width: Self.width, height: Self.height)
        let largest = columns.flatMap { [$0.now.number, $0.before?.number] }.compactMap { $0 }.max() ?? 0
        let scale = Scale(upTo: largest)
        func y(_ number: Int) -> Double {
            Self.bottom - Double(max(0, number)) / Double(scale.end) * (Self.bottom - Self.top)
        }
        for step in scale.steps {
            drawing.line(Self.left, y(step), Self.right, y(step), Drawing.Colour.line)
            drawing.text(
                words.axis(step, unit), Self.left - 6, y(step) + 3.5, size: 10, Drawing.Colour.quiet, anchor: .end)
        }
        drawLegend(into: &drawing)
        let slot = (Self.right - Self.left) / Double(max(columns.count, 1))
        for (index, column) in columns.enumerated() {
            draw(column, at: Self.left + slot * (Double(index) + 0.5), slot: slot, y: y, into: &drawing)
        }
        drawing.line(Self.left, Self.bottom, Self.right, Self.bottom, Drawing.Colour.edge)
        return drawing.svg(label: label)
    }

    private func draw(
        _ column: Column, at middle: Double, slot: Double, y: (Int) -> Double, into drawing: inout Drawing
    ) {
        let (wide, narrow) = (slot * 0.78, slot * (column.before == nil ? 0.6 : 0.44))
        if let before = column.before, let number = before.number {
            drawing.box(
                middle - wide / 2, y(number), wide, Self.bottom - y(number), Drawing.Colour.before,
                saying: "\(column.name), \(legend.before ?? "") : \(words.text(before, unit))")
        }
        let said = "\(column.name), \(legend.now) : \(words.text(column.now, unit))"
        switch column.now {
        case .value(let number):
            drawing.box(
                middle - narrow / 2, y(number), narrow, Self.bottom - y(number), Drawing.Colour.now, saying: said)
        case .zero:
            drawing.box(middle - narrow / 2, Self.bottom - 1.5, narrow, 1.5, Drawing.Colour.now, saying: said)
        case .hidden:
            drawing.box(
                middle - narrow / 2, Self.bottom - 8, narrow, 8, "#ffffff", edge: Drawing.Colour.now, saying: said)
        case .notCounted: break
        }
        drawing.text(column.label, middle, Self.bottom + 15, size: 10.5, Drawing.Colour.quiet, anchor: .middle)
    }

    private func drawLegend(into drawing: inout Drawing) {
        drawing.box(Self.left, 8, 12, 10, Drawing.Colour.now)
        drawing.text(legend.now, Self.left + 17, 17, size: 11)
        var next = Self.left + 34 + Double(legend.now.count) * 6
        if let before = legend.before {
            drawing.box(next, 8, 12, 10, Drawing.Colour.before)
            drawing.text(before, next + 17, 17, size: 11)
            next += 34 + Double(before.count) * 6
        }
        guard columns.contains(where: { $0.now == .hidden }) else { return }
        drawing.box(next, 8, 12, 10, "#ffffff", edge: Drawing.Colour.now)
        drawing.text(words.hidden, next + 17, 17, size: 11)
    }
}
