import ArgumentParser
import Reception
import Terminal

struct TodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: say(
            "Montre la journée : ses chiffres et ses dernières saisies.",
            "Shows the day: its figures and what was recorded last."))

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let today = counter.clock.dayAndHour(at: now).day
            let statistics = try counter.statistics(from: today, to: today)
            if json { return try printJSON(statistics) }
            let words = FactWords(counter, now: now)
            print(DayFigures(statistics, title: words.moments.date(today)).lines.joined(separator: "\n"))
            let facts = try counter.facts(from: today, to: today, kinds: Set(DeskFact.Kind.allCases), all: false)
            guard !facts.isEmpty else { return }
            print("")
            let sheet = ListSheet(words: words)
            let ids = ShortIDs(facts.map(\.origin))
            for kept in facts.suffix(5) { print(sheet.line(kept, ids: ids)) }
            if facts.count > 5 {
                print(say("Les \(facts.count) saisies du jour : desk list", "All \(facts.count) of the day: desk list"))
            }
        }
    }
}
