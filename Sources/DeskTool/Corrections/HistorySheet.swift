import Reception
import Terminal

/// The history of a fact in words: each version with who recorded it and when, what changed since the one before, and how to go on.
struct HistorySheet {
    let words: FactWords

    func lines(_ history: [KeptFact]) -> [String] {
        guard let first = history.first, let last = history.last else { return [] }
        var lines = [title(first)]
        for (index, kept) in history.enumerated() {
            lines.append("")
            lines.append("\(words.moments.moment(kept.recordedAt)), \(author(kept.fact))")
            lines += version(kept.fact, after: index == 0 ? nil : history[index - 1].fact).map { "  " + $0 }
        }
        return lines + hint(last)
    }

    private func title(_ first: KeptFact) -> String {
        let entry =
            switch first.fact.entry {
            case .live: ""
            case .late: say(", saisie après coup", ", entered later")
            case .bulk: say(", venue d'un fichier", ", out of a file")
            }
        return "\(first.origin.short)  \(words.moments.moment(first.fact.at))\(entry)"
    }

    private func author(_ fact: DeskFact) -> String {
        [fact.desk, fact.counsellor].compactMap(\.self).joined(separator: ", ")
    }

    private func version(_ fact: DeskFact, after previous: DeskFact?) -> [String] {
        if let why = fact.voided { return [say("annulé : ", "voided: ") + why] }
        guard let previous else { return [words.words(fact)] }
        var lines = [say("corrigé : ", "corrected: ") + words.words(fact)]
        let (before, after) = (parts(previous), parts(fact))
        for (what, parts) in [
            (say("en moins : ", "without: "), before.filter { !after.contains($0) }),
            (say("en plus : ", "with: "), after.filter { !before.contains($0) }),
        ] where !parts.isEmpty {
            lines.append(what + parts.joined(separator: " · "))
        }
        if fact.at != previous.at {
            lines.append(
                say("déplacé de ", "moved from ") + words.moments.moment(previous.at) + say(" à ", " to ")
                    + words.moments.moment(fact.at))
        }
        return lines
    }

    /// What is said, thing by thing.
    private func parts(_ fact: DeskFact) -> [Substring] { words.words(fact).split(separator: " · ") }

    private func hint(_ last: KeptFact) -> [String] {
        guard last.counts, let line = words.line(last.fact, saysWhen: false) else { return [] }
        let id = last.origin.short
        return [
            "",
            say("Pour corriger : ", "To correct it: ")
                + ShellWords.line(["desk", "amend", id] + line.split(separator: " ").map(String.init)),
        ]
    }
}
