import Reception
import Terminal

/// Facts in words, a line each under the day they happened on: `14 h 32  019f8a2c-1b3d  Hérault · 2 adultes · randonnée`.
struct ListSheet {
    let words: FactWords

    func lines(_ facts: [KeptFact]) -> [String] {
        let ids = ShortIDs(facts.map(\.origin))
        var lines: [String] = []
        var day: OfficeDay?
        for kept in facts {
            if kept.day != day {
                day = kept.day
                lines.append((lines.isEmpty ? "" : "\n") + title(kept.day))
            }
            lines.append(line(kept, ids: ids))
        }
        return lines
    }

    /// `14 h 32  019f8a2c-1b3d  Hérault · 2 adultes · randonnée`
    func line(_ kept: KeptFact, ids: ShortIDs) -> String {
        let time = words.moments.time(kept.fact.at)
        let filled = String(repeating: " ", count: max(7 - time.count, 0)) + time
        return "\(filled)  \(ids[kept.origin])  \(words.words(kept.fact))"
    }

    func nothing(on days: ClosedRange<OfficeDay>) -> String {
        days.count == 1
            ? say(
                "Rien n'a été saisi \(words.moments.day(days.lowerBound)).",
                "Nothing was recorded \(words.moments.day(days.lowerBound)).")
            : say("Rien n'a été saisi ces jours-là.", "Nothing was recorded on those days.")
    }

    private func title(_ day: OfficeDay) -> String {
        let date = words.moments.date(day)
        return date.prefix(1).uppercased() + date.dropFirst()
    }
}
