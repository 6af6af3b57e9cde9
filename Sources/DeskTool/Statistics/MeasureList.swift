import LineEditor
import Reception
import Terminal

/// All figures there are, by where their rows come from, with what each counts.
struct MeasureList {
    func show(json: Bool) throws {
        if json { return try printJSON(Measure.allCases.map { MeasureDocument($0, in: speech) }) }
        print(lines(on: .ofStandardOutput()).joined(separator: "\n"))
    }

    func lines(on console: Console) -> [String] {
        let groups = MeasureGroup.allCases.map { group in
            let name = group.name(in: speech)
            let measures = Measure.allCases.filter { $0.group == group }
            return [console.styled(name.prefix(1).uppercased() + name.dropFirst(), .bold)]
                + measures.flatMap { lines($0, console) }
        }
        let hint = say(
            "desk stats visiteurs --explain dit tout d’un chiffre : ce qu’il laisse de côté, ce qui le détaille.",
            "desk stats visitors --explain tells all of a figure: what it leaves out, what it can be broken down by.")
        return groups.joined(separator: [""]) + [""] + TextWidth.wrapped(hint, to: console.columns)
    }

    private func lines(_ measure: Measure, _ console: Console) -> [String] {
        let definition = measure.definition
        return ["  \(console.styled(measure.rawValue, .bar))  \(definition.name[speech])"]
            + TextWidth.wrapped("    " + definition.meaning[speech], to: console.columns)
    }
}
