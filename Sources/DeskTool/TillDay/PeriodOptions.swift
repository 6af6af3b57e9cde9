import ArgumentParser
import Reception
import Terminal

/// `--day`, `--month` or `--year`: at most one of them.
struct PeriodOptions: ParsableArguments {
    @Option(help: .init(say("Un jour : 2026-07-14, hier.", "A day: 2026-07-14, yesterday."), valueName: "day"))
    var day: String?

    @Option(help: .init(say("Un mois : 2026-07.", "A month: 2026-07."), valueName: "month"))
    var month: String?

    @Option(help: .init(say("Une année : 2026.", "A year: 2026."), valueName: "year"))
    var year: String?

    func validate() throws {
        guard [day, month, year].count(where: { $0 != nil }) > 1 else { return }
        throw ValidationError(
            say("Une seule période : --day, --month ou --year.", "One period only: --day, --month or --year."))
    }

    /// The period that was named; nil when none was.
    func period(today: OfficeDay) throws -> ClosurePeriod? {
        if let month { return try TypedPeriod.month(month) }
        if let year { return try TypedPeriod.year(year) }
        return try day.map { .day(try TypedPeriod.day($0, today: today)) }
    }
}
