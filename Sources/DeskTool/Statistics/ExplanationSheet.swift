import LineEditor
import Reception
import Terminal

/// What a figure is, how many rows are in it and how many aren't, and each of the days that are compared.
struct ExplanationSheet {
    let question: Question
    let figures: any FigureSource
    var console = Console.ofStandardOutput()

    var lines: [String] {
        get throws {
            let answer = try figures.answer(question)
            let names = try figures.names(for: question)
            let title = question.sentence(in: speech, names: names)
            var lines = TextWidth.wrapped(title.prefix(1).uppercased() + title.dropFirst(), to: console.columns)
                .map { console.styled($0, .bold) }
            lines += named(say("Question", "Question"), [question.text])
            lines += named(say("Jours", "Days"), question.period.days.runs.map(DayWords(speech).run))
            for measure in parts { lines += [""] + (try explained(measure)) }
            let comparison = ComparisonWords(answer: answer)
            if question.comparison != nil {
                lines += [""] + named(say("Jours comparés", "Days compared"), comparison.runs)
                lines += comparison.without.flatMap { TextWidth.wrapped($0, to: console.columns) }
            }
            lines += [""] + named(say("se détaille par", "broken down by"), [facets])
            return lines + [""] + TextWidth.wrapped(answer.footnote(in: speech), to: console.columns)
        }
    }

    /// The sums that the figure is made of.
    private var parts: [Measure] {
        switch question.measure.definition.formula {
        case .sum, .percentile:
            question.comparison == .perOpeningHour ? [question.measure, .openMinutes] : [question.measure]
        case .share(let one, let other), .ratio(let one, let other): [question.measure, one, other]
        }
    }

    private func explained(_ measure: Measure) throws -> [String] {
        let definition = measure.definition
        var lines = [console.styled("\(definition.name[speech]) (\(measure.rawValue))", .bold)]
        lines += named(say("compte", "counts"), [definition.meaning[speech]])
        guard case .sum = definition.formula else { return lines }
        lines += named(say("ne compte pas", "doesn’t count"), [definition.leftOut[speech]])
        lines += named(say("une ligne est", "a row is"), [definition.subject.row[speech]])
        if let asked = LeftOutWords.question(.init(measure: measure), like: question) {
            lines += named(say("compté", "counted"), [try counted(asked)])
        }
        return lines + named(say("laissé de côté", "left out"), try leftOut(measure))
    }

    /// `visiteurs : 1 234, n = 412`
    private func counted(_ question: Question) throws -> String {
        let answer = try figures.answer(question)
        let figure = FigureWords(answer).text(answer.figure(column: 0))
        let rows = answer.rows.columnTotals.first?.number.map { ", n = \(FigureWords.number($0, .count))" } ?? ""
        return question.measure.name(in: speech) + say("\u{A0}: ", ": ") + figure + rows
    }

    private func leftOut(_ measure: Measure) throws -> [String] {
        let rows = try figures.leftOut(of: measure.definition.subject, over: question.period.days)
        let taken: [(Int, String)] = [
            (rows.voided, say("saisies annulées", "voided")),
            (rows.corrected, say("versions corrigées depuis", "versions corrected since")),
            (rows.training, say("tickets d’entraînement", "training tickets")),
            (rows.refunds, say("remboursements, dont le montant est déduit", "refunds, whose amounts are taken off")),
        ]
        let beside = try LeftOutWords(measure: measure).beside.compactMap { beside -> String? in
            guard let asked = LeftOutWords.question(beside, like: question) else { return nil }
            let only = beside.only.map { "\($0.facet.name(in: speech)) \($0.facet.valueName($0.value, in: speech))" }
            return try counted(asked) + (only.map { " (\($0))" } ?? "")
        }
        return taken.filter { $0.0 > 0 }
            .map { $0.1 + say("\u{A0}: ", ": ") + FigureWords.number($0.0, .count) } + beside
    }

    private var facets: String { question.measure.facets.map(\.rawValue).joined(separator: ", ") }

    /// `compte         les personnes venues…`, further lines below the first.
    private func named(_ name: String, _ texts: [String]) -> [String] {
        guard !texts.isEmpty else { return [] }
        let blank = String(repeating: " ", count: Self.nameWidth)
        let lines = texts.flatMap { TextWidth.wrapped($0, to: max(console.columns - Self.nameWidth, 20)) }
        return lines.enumerated().map { index, line in
            let head = index == 0 ? "  \(name)" + blank.dropFirst(TextWidth.of(name) + 2) : blank
            return head + line.drop { $0 == " " }
        }
    }

    private static let nameWidth = 18
}
