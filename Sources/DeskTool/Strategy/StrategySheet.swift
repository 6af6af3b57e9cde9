import Reception
import Terminal

/// The strategy's board on a terminal: a line each indicator, whose figures line up in any window from 80 columns.
struct StrategySheet {
    let board: StrategyBoard
    let console: Console

    private static let (valueWidth, targetWidth, trendWidth, sourceWidth) = (12, 10, 9, 11)
    private var nameWidth: Int {
        max(console.columns, 80) - Self.valueWidth - Self.targetWidth - Self.trendWidth - Self.sourceWidth
    }

    var lines: [String] {
        guard !board.strategy.axes.isEmpty else {
            return [
                say(
                    "L'office n'a pas écrit de stratégie : content/strategy.yaml (docs/guide/strategy.md).",
                    "The office has written no strategy: content/strategy.yaml (docs/guide/strategy.md).")
            ]
        }
        var lines = [console.styled(title, .bold), heading]
        for (number, axis) in board.strategy.axes.enumerated() {
            lines += ["", console.styled("\(number + 1). \(axis.name[speech])", .bold)]
            for objective in axis.objectives {
                lines.append("  " + objective.name[speech])
                lines += board.lines(of: objective).flatMap { told($0) }
            }
        }
        return lines + [""] + footnote
    }

    private var title: String {
        let name = board.strategy.name?[speech] ?? say("Stratégie", "Strategy")
        guard board.year == board.today.parts.year else { return "\(name) : \(board.year)" }
        let day = DayWords(speech).dayAndMonth(board.today)
        return say("\(name) : \(board.year), au \(day)", "\(name): \(board.year), as of \(day)")
    }

    private var heading: String {
        console.styled(
            Self.left("", nameWidth) + Self.right("\(board.year)", Self.valueWidth)
                + Self.right(say("objectif", "target"), Self.targetWidth)
                + Self.right(say("tendance", "trend"), Self.trendWidth) + say("  source", "  source"), .faint)
    }

    /// The name on as many lines as it takes; the figures on the first.
    private func told(_ line: StrategyBoard.Line) -> [String] {
        let figures = figures(line)
        let room = nameWidth - max(figures.count - Self.valueWidth - Self.targetWidth - Self.trendWidth, 0)
        let parts = Self.wrapped(line.indicator.name[speech], width: room - 6)
        let first = Self.left("    " + (parts.first ?? ""), room) + figures + "  " + source(line)
        let row = line.figure == .none ? console.styled(first, .faint) : first
        return [row] + parts.dropFirst().map { "      " + $0 }
    }

    private func figures(_ line: StrategyBoard.Line) -> String {
        let unit = line.indicator.unit
        func words(_ number: Int) -> String { unit.words(number, in: speech, currency: board.strategy.currency) }
        let target = line.target.map { words($0) + (line.isReached == true ? " ✓" : "") }
        let trend = Self.right(line.trend?.words(in: speech) ?? "", Self.trendWidth)
        switch line.figure {
        case .number(let number):
            return Self.right(words(number), Self.valueWidth) + Self.right(target ?? "—", Self.targetWidth) + trend
        case .tooFew(let base): return absent(say("trop peu : n = \(base)", "too few: n = \(base)"), target) + trend
        case .none: return absent(say("pas encore de chiffre", "no figure yet"), target) + trend
        }
    }

    /// Why there is no figure, in the room of the target when there is none either.
    private func absent(_ why: String, _ target: String?) -> String {
        guard let target else { return Self.right(why, Self.valueWidth + Self.targetWidth) }
        return Self.right(why, Self.valueWidth) + Self.right(target, Self.targetWidth)
    }

    /// `calculé`, `saisi`, `en oct.`, `10 mois`
    private func source(_ line: StrategyBoard.Line) -> String {
        switch line.indicator.source {
        case .computed: return say("calculé", "computed")
        case .catalogue: return "catalogue"
        case .board: return say("tableau", "board")
        case .entered(let entered):
            guard let last = line.entries.first?.entry else { return say("à saisir", "to enter") }
            guard let month = last.period.month else { return say("saisi", "entered") }
            if entered.months == .sum { return "\(line.entries.count) \(say("mois", "months"))" }
            return say("en ", "in ") + Self.short(DayWords(speech).month(month))
        }
    }

    private var footnote: [String] {
        let isSoFar = board.year == board.today.parts.year
        let count = board.lines.count
        return [
            say(
                "\(count) indicateurs : \(board.withoutFigure) sans chiffre encore, \(board.withoutTarget) sans objectif chiffré (—).",
                "\(count) indicators: \(board.withoutFigure) without a figure yet, \(board.withoutTarget) without a target in figures (—)."
            ),
            isSoFar
                ? say(
                    "Tendance : contre la même période de \(board.year - 1) ; ce qui se calcule, jusqu'à hier.",
                    "Trend: against the same period of \(board.year - 1); what is computed, up to yesterday.")
                : say("Tendance : contre \(board.year - 1).", "Trend: against \(board.year - 1)."),
            say(
                "Pour saisir : desk indicator list, puis desk indicator set", "To enter: desk indicator list, then set"),
        ]
    }

    /// `oct.`, `sept.`, `juil.`, and `mai` or `août` whole; in English `Oct`.
    private static func short(_ month: String) -> String {
        guard speech == .french else { return String(month.prefix(3)) }
        return month.count <= 5 ? month : month.prefix(["s", "j", "f"].contains(month.prefix(1)) ? 4 : 3) + "."
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, text.isEmpty ? 0 : 1)) + text
    }

    /// In lines of at most `width` characters, but for a word that is longer.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        text.split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
    }
}
