import ArgumentParser
import Reception
import Terminal

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: say("Montre les saisies d'un jour ou de plusieurs.", "Shows what was recorded on a day or several."))

    @OptionGroup var range: DayRange

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let today = counter.clock.dayAndHour(at: now).day
            let days = try range.days(today: today, usual: today)
            let facts = try counter.facts(
                from: days.lowerBound, to: days.upperBound, kinds: Set(DeskFact.Kind.allCases), all: false)
            if json { return try printJSON(facts.map(FactRow.init)) }
            let sheet = ListSheet(words: FactWords(counter, now: now))
            print(facts.isEmpty ? sheet.nothing(on: days) : sheet.lines(facts).joined(separator: "\n"))
        }
    }
}
