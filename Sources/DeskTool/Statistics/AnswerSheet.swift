import LineEditor
import Reception
import Terminal

/// An answer for people: what was asked, a chart where one helps, each figure, what was compared, and what the figures don't say.
struct AnswerSheet {
    let answer: Answer
    let names: FacetNames
    let console: Console

    var lines: [String] {
        let title = answer.question.sentence(in: speech, names: names)
        var lines = wrapped(title.prefix(1).uppercased() + title.dropFirst()).map { console.styled($0, .bold) }
        let figures = AnswerFigures(answer: answer, names: names, console: console)
        if answer.question.breakdown == nil, !figures.isCompared {
            lines += wrapped(figures.single)
        } else if answer.question.breakdown == .weekdayHour {
            lines += [""] + figures.heatMap
        } else if let chart = AnswerChart(figures: figures) {
            lines += [""] + chart.lines + [""] + figures.table(hasBars: false)
        } else {
            lines += [""] + figures.table(hasBars: true)
        }
        return lines + [""] + notes(hasShares: figures.hasShares).flatMap(wrapped)
    }

    private func notes(hasShares: Bool) -> [String] {
        var notes = ComparisonWords(answer: answer).lines
        if hasShares {
            notes.append(
                say(
                    "Les parts sont de ce qui est connu, celle de l’inconnu du tout ; aucune sur moins de \(Answer.smallBase).",
                    "Shares are of what is known, that of the unknown of everything; none on fewer than \(Answer.smallBase)."
                ))
        } else if let breakdown = answer.question.breakdown, !answer.hasShares, case .sum = answer.formula {
            let name = breakdown.name(in: speech)
            notes.append(
                say(
                    "Par \(name), ce qui compte à deux endroits y est deux fois : les lignes font plus que l’ensemble.",
                    "By \(name), what counts in two places is in both: the rows come to more than the whole."))
        }
        if has(.hidden) {
            notes.append(
                say(
                    "Caché : moins de \(Answer.smallCount), ou ce qui le ferait deviner.",
                    "Hidden: fewer than \(Answer.smallCount), or what would give it away."))
        }
        if hasTooFew {
            notes.append(
                say(
                    "Trop peu : pas de pourcentage sur moins de \(Answer.smallBase).",
                    "Too few: no percentage on fewer than \(Answer.smallBase)."))
        }
        return notes + [answer.footnote(in: speech)]
    }

    private func has(_ cell: Cell) -> Bool {
        answer.table.cells.contains { $0.contains(cell) } || answer.table.columnTotals.contains(cell)
    }

    private var hasTooFew: Bool {
        answer.table.columns.indices.contains { column in
            let figures = answer.table.rows.indices.map { answer.figure(row: $0, column: column) }
            return (figures + [answer.figure(column: column)]).contains {
                if case .tooFew = $0 { true } else { false }
            }
        }
    }

    /// No line begins with a colon.
    private func wrapped(_ text: String) -> [String] {
        TextWidth.wrapped(
            text.replacing(" :", with: "\u{A0}:").replacing(" ;", with: "\u{A0};"), to: max(console.columns, 20))
    }
}
