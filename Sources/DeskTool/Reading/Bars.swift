import Terminal

/// Rows of counts with a bar each, in columns that line up in any window from 60 columns: `Hérault (34)   12    31   31 %  ████████`.
struct Bars {
    struct Row {
        let label: String
        let contacts: Int
        let visitors: Int
        /// Of this base; nil where a share would say nothing.
        var base: Int?
        /// Said in the place of the figures, when there are none.
        var instead: String?
        /// Said on a line of its own below.
        var notes: [String] = []
        /// Set back: the unknown, the rest.
        var isFaint = false
    }

    let console: Console

    /// Below this many nothing is said in percent.
    static let smallestBase = 30

    /// The heading over the two columns of figures.
    func heading(_ title: String) -> String {
        let columns = Self.right(say("contacts", "contacts"), 9) + Self.right(say("visiteurs", "visitors"), 11)
        return console.styled(Self.left(title, labelWidth) + columns, .bold)
    }

    func lines(_ rows: [Row]) -> [String] {
        let longest = rows.map(\.contacts).max() ?? 0
        return rows.flatMap { row in [line(row, longest: longest)] + row.notes.map { "    " + $0 } }
    }

    private func line(_ row: Row, longest: Int) -> String {
        let label = Self.left("  " + row.label, labelWidth)
        if let instead = row.instead { return console.styled(label + "  " + instead, .faint) }
        let share = Self.share(row.contacts, of: row.base).map { Self.right($0, 6) } ?? "      "
        let figures = label + Self.right("\(row.contacts)", 9) + Self.right("\(row.visitors)", 11) + share
        let width = max(console.columns - labelWidth - 9 - 11 - 6 - 3, 8)
        let bar = Self.bar(row.contacts, of: longest, width: width)
        let styled = row.isFaint ? console.styled(figures, .faint) : figures
        return bar.isEmpty ? Self.trimmed(styled) : styled + "  " + console.styled(bar, row.isFaint ? .faint : .bar)
    }

    /// `31 %`; nil on a base under 30.
    static func share(_ part: Int, of base: Int?) -> String? {
        guard let base, base >= smallestBase else { return nil }
        return "\((part * 200 + base) / (base * 2))\(say(" %", "%"))"
    }

    /// A bar to the eighth of a column; whatever isn't zero is seen.
    static func bar(_ count: Int, of longest: Int, width: Int) -> String {
        guard count > 0, longest > 0 else { return "" }
        let eighths = max(count * width * 8 / longest, 1)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }

    private var labelWidth: Int { min(max(console.columns - 54, 22), 30) }

    /// Cut or filled to that many columns.
    static func left(_ text: String, _ width: Int) -> String {
        text.count > width
            ? text.prefix(width - 1) + "…" : text + String(repeating: " ", count: width - text.count)
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
