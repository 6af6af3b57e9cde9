import Reception
import Terminal

/// Opening hours as they are typed: `9:00-12:30 14h-18h`, `fermé`.
enum SpokenHours {
    static func opening(_ words: [String]) throws -> OpeningHours {
        if words.count == 1, closed.contains(words[0].lowercased()) { return OpeningHours(periods: []) }
        let periods = try words.map { (typed: $0, period: try period($0)) }.sorted { $0.period.from < $1.period.from }
        for (one, next) in zip(periods, periods.dropFirst()) where next.period.from <= one.period.to {
            throw Refused.byPerson(
                say(
                    "« \(one.typed) » et « \(next.typed) » se chevauchent ou se touchent. Rien n'a été enregistré : corrigez l'une, ou n'en faites qu'une.",
                    "“\(one.typed)” and “\(next.typed)” overlap or touch. Nothing was recorded: mend one, or make them one."
                ))
        }
        return OpeningHours(periods: periods.map(\.period))
    }

    private static let closed: Set<String> = ["fermé", "ferme", "fermée", "fermee", "closed"]

    private static func period(_ typed: String) throws -> OpeningHours.Period {
        let parts = typed.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard parts.count == 2, let from = minute(parts[0]), let to = minute(parts[1]) else {
            throw Refused.byPerson(
                say(
                    "« \(typed) » n'est pas un horaire. Écrivez 9:00-12:30 14:00-18:00, ou « fermé ».",
                    "“\(typed)” aren't opening hours. Write 9:00-12:30 14:00-18:00, or “closed”."))
        }
        guard from < to else {
            throw Refused.byPerson(
                say(
                    "« \(typed) » finit avant de commencer. Rien n'a été enregistré.",
                    "“\(typed)” ends before it begins. Nothing was recorded."))
        }
        return OpeningHours.Period(from: from, to: to)
    }

    /// `9`, or a time as it is typed everywhere: `9h`, `9:00`, `12h30`, `24:00`.
    private static func minute(_ word: Substring) -> Int? {
        let isHour = 1...2 ~= word.utf8.count && word.utf8.allSatisfy { 48...57 ~= $0 }
        let spoken = SpokenTime(isHour ? word + "h" : String(word), today: OfficeDay(daysSince1970: 0))
        return spoken.flatMap { $0.day.daysSince1970 == 0 ? $0.minute : nil }
    }
}
