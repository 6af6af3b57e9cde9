import ArgumentParser
import Reception
import Terminal

/// Which of the office's days are read.
struct DayRange: ParsableArguments {
    @Option(
        help: .init(
            say("Depuis ce jour : 2026-07-01, hier.", "From this day on: 2026-07-01, yesterday."), valueName: "day"))
    var from: String?

    @Option(
        help: .init(
            say("Jusqu'à ce jour compris ; aujourd'hui sinon.", "Up to this day; today otherwise."), valueName: "day"))
    var to: String?

    /// The days that were asked for; those from `usual` when nothing was.
    func days(today: OfficeDay, usual: OfficeDay) throws -> ClosedRange<OfficeDay> {
        let to = try to.map { try day($0, "--to", today) }
        let from = try from.map { try day($0, "--from", today) } ?? min(usual, to ?? usual)
        let last = to ?? max(today, from)
        guard from <= last else {
            throw ValidationError(
                say("--from \(from) vient après --to \(last).", "--from \(from) comes after --to \(last)."))
        }
        guard last.daysSince1970 - from.daysSince1970 < Self.limit else {
            throw ValidationError(
                say("De \(from) à \(last) il y a plus de dix ans.", "From \(from) to \(last) is more than ten years."))
        }
        return from...last
    }

    private func day(_ text: String, _ option: String, _ today: OfficeDay) throws -> OfficeDay {
        switch text.lowercased() {
        case "aujourd'hui", "aujourd’hui", "today": return today
        case "hier", "yesterday": return today.adding(days: -1)
        case let typed:
            if let day = OfficeDay(typed) { return day }
            throw ValidationError(
                say(
                    "\(option) : « \(text) » n'est pas un jour. Écrivez 2026-07-14, hier ou aujourd'hui.",
                    "\(option): “\(text)” isn't a day. Write 2026-07-14, yesterday or today."))
        }
    }

    private static let limit = 3_660
}
