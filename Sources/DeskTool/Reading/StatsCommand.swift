import ArgumentParser
import Reception
import Terminal

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: say(
            "Compte les contacts et les visiteurs : par jour, origine, profil, demande.",
            "Counts contacts and visitors: by day, origin, profile, topic."))

    @OptionGroup var range: DayRange

    @Flag(help: .init(say("Aujourd'hui.", "Today.")))
    var day = false

    @Flag(
        help: .init(
            say(
                "La semaine, depuis lundi ; c'est ce qui est montré sans option.",
                "The week, since Monday; shown without an option.")))
    var week = false

    @Flag(help: .init(say("Le mois, depuis le 1er.", "The month, since the 1st.")))
    var month = false

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @Flag(help: .init(say("En CSV, pour un tableur.", "As CSV, for a spreadsheet.")))
    var csv = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        let periods = [day, week, month, range.from != nil || range.to != nil].count { $0 }
        if periods > 1 {
            throw ValidationError(
                say(
                    "Une seule période : --day, --week, --month, ou --from et --to.",
                    "One period only: --day, --week, --month, or --from and --to."))
        }
        if json, csv {
            throw ValidationError(say("--json ou --csv, pas les deux.", "--json or --csv, not both."))
        }
    }

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let today = counter.clock.dayAndHour(at: now).day
            let days = try range.days(today: today, usual: beginning(today))
            let statistics = try counter.statistics(from: days.lowerBound, to: days.upperBound)
            if json { return try printJSON(statistics) }
            if csv { return print(StatsCSV.text(statistics), terminator: "") }
            let words = FactWords(counter, now: now)
            let sheet = StatsSheet(words: words, bars: Bars(console: .ofStandardOutput()))
            print(sheet.lines(statistics, title: words.moments.period(days)).joined(separator: "\n"))
        }
    }

    private func beginning(_ today: OfficeDay) -> OfficeDay {
        if day { return today }
        return month ? today.adding(days: 1 - today.parts.day) : today.adding(days: 1 - today.weekday)
    }
}
