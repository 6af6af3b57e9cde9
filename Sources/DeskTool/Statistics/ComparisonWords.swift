import Reception
import Terminal

/// Which days were held against which, and which weren't.
struct ComparisonWords {
    let answer: Answer
    private let words = DayWords(speech)

    init(answer: Answer) { self.answer = answer }

    /// A line on what was compared, one for each reason why a day wasn't.
    var lines: [String] { compared + without }

    /// Every run of days with those it is held against.
    var runs: [String] {
        (answer.pairing?.runs ?? []).map { run in
            "\(words.run(run.days)) \(say("contre", "against")) \(words.run(run.others))"
        }
    }

    private var compared: [String] {
        guard let pairing = answer.pairing else { return [] }
        let count = pairing.days.count
        let days = say("\(count) jour\(count > 1 ? "s" : "")", "\(count) day\(count == 1 ? "" : "s")")
        if count == 0 {
            return [say("Aucun jour n’est comparé.", "No day is compared.")]
        }
        let told =
            runs.count <= Self.runsTold
            ? runs.joined(separator: say(" ; ", "; "))
            : say(
                "en \(runs.count) suites, que --explain donne une à une", "in \(runs.count) runs, which --explain lists"
            )
        let only =
            pairing.without.isEmpty
            ? "" : say(" Les deux colonnes ne comptent qu’eux.", " Both columns count these only.")
        return [say("Comparés : \(days), \(told).\(only)", "Compared: \(days), \(told).\(only)")]
    }

    /// A line for each reason why days aren’t compared.
    var without: [String] {
        Pairing.Reason.allCases.compactMap { reason in
            guard let days = answer.pairing?.without[reason] else { return nil }
            let runs = days.runs.count <= Self.runsTold ? days.runs.map(words.run).joined(separator: ", ") : ""
            let count = say(
                "\(days.count) jour\(days.count > 1 ? "s" : "")", "\(days.count) day\(days.count == 1 ? "" : "s")")
            let which = runs.isEmpty ? "" : " (\(runs))"
            return say(
                "Pas comparés : \(count) \(reason.name(in: speech))\(which).",
                "Not compared: \(count) \(reason.name(in: speech))\(which).")
        }
    }

    private static let runsTold = 3
}
