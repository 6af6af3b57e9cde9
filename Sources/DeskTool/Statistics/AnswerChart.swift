import LineEditor
import Reception
import Terminal

/// An answer over time as columns; there is none of a few values, which lie better than they stand.
struct AnswerChart {
    private let figures: AnswerFigures
    /// Every value from the first to the last, and where its row is: what nobody counted has its place on an axis too.
    private let values: [(value: String, row: Int?)]
    /// How many values that follow one another are one column.
    private let together: Int

    init?(figures: AnswerFigures) {
        let answer = figures.answer
        guard let breakdown = answer.question.breakdown, Self.facets.contains(breakdown) else { return nil }
        let rows = Dictionary(uniqueKeysWithValues: answer.table.rows.enumerated().map { ($1, $0) })
        let values = Self.values(of: breakdown, among: answer.table.rows, in: answer.question.period.days)
        let room = ColumnChart.room(on: figures.console)
        let together = (values.count + room - 1) / room
        // Sums of several days are sums; shares of several days aren't.
        guard values.count > 7, together <= 1 || answer.hasShares else { return nil }
        self.figures = figures
        self.values = values.map { ($0, rows[$0]) }
        self.together = together
    }

    var lines: [String] {
        let labels = AnswerFigures.Labels(answer: figures.answer, names: figures.names)
        let groups = stride(from: 0, to: values.count, by: together).map {
            values[$0..<min($0 + together, values.count)]
        }
        func points(_ column: Int) -> [ColumnChart.Point] {
            groups.map { group in
                Self.joined(
                    group.map { $0.row.map { figures.answer.figure(row: $0, column: column) } ?? .notCounted },
                    figures.words)
            }
        }
        let (now, before) = (points(0), figures.isCompared ? points(1) : nil)
        let chart = ColumnChart(
            points: now, behind: before,
            labels: groups.map { group in
                group.map { labels.column($0.value, isFirst: $0.value == values[0].value, of: values.count) }
                    .first { !$0.isEmpty } ?? ""
            },
            console: figures.console, text: figures.words.text(magnitude:))
        return chart.lines + legend(now + (before ?? []))
    }

    private static func values(of facet: Facet, among rows: [String], in days: Days) -> [String] {
        let all: [String]
        switch facet {
        case .hour: all = (0...23).map(String.init)
        case .day: all = days.map(\.description)
        case .week: all = days.map { ISOWeek(containing: $0).description }
        case .month: all = days.map { String($0.description.prefix(7)) }
        default: all = days.map { String($0.description.prefix(4)) }
        }
        let each = all.enumerated().filter { $0.offset == 0 || all[$0.offset - 1] != $0.element }.map(\.element)
        guard let first = rows.first.flatMap(each.firstIndex), let last = rows.last.flatMap(each.firstIndex),
            first <= last
        else { return rows }
        return Array(each[first...last])
    }

    private func legend(_ points: [ColumnChart.Point]) -> [String] {
        let blocks = Blocks(figures.console)
        var parts: [String] = []
        if figures.isCompared {
            parts += [
                "\(blocks.standing(8)) \(figures.columnName(0))", "\(blocks.shadow) \(figures.columnName(1))",
            ]
        }
        if together > 1 {
            parts.append(
                say("une colonne : \(together) à la suite", "a column: \(together) in a row"))
        }
        if points.contains(.value(0)) { parts.append(say("0 compté, zéro", "0 counted, zero")) }
        parts += Self.signs.filter { points.contains(.none($0.sign)) }.map { "\($0.sign) \($0.meaning)" }
        return parts.isEmpty ? [] : [""] + together(parts)
    }

    /// As many on a line as fit.
    private func together(_ parts: [String]) -> [String] {
        parts.reduce(into: []) { lines, part in
            if let last = lines.last, TextWidth.of(last) + TextWidth.of(part) + 3 <= figures.console.columns {
                lines[lines.count - 1] += "   " + part
            } else {
                lines.append(part)
            }
        }
    }

    /// Several figures as one; what isn't known of one of them isn't known of their sum, what nobody counted adds nothing.
    private static func joined(_ figures: [Figure], _ words: FigureWords) -> ColumnChart.Point {
        if figures.contains(.hidden) { return .none("*") }
        let known = figures.compactMap { words.magnitude($0) }
        guard known.isEmpty else { return .value(known.reduce(0, +)) }
        return .none(figures.contains(.notCounted) ? "?" : "<")
    }

    private static let facets: Set<Facet> = [.hour, .day, .week, .month, .year]

    private static var signs: [(sign: Character, meaning: String)] {
        [
            ("?", say("pas compté", "not counted")), ("*", say("caché", "hidden")),
            ("<", say("trop peu", "too few")),
        ]
    }
}
