import Reception
import Testing

@Suite struct TillDayTests {
    /// The clock goes forward on 29 March 2026 at 2:00, and back on 25 October at 3:00.
    @Test(arguments: [
        ("2026-07-14T21:59:59Z", 0, "2026-07-14"), ("2026-07-14T22:00:00Z", 0, "2026-07-15"),
        ("2026-07-15T00:29:00Z", 150, "2026-07-14"), ("2026-07-15T00:30:00Z", 150, "2026-07-15"),
        ("2026-03-29T00:59:59Z", 150, "2026-03-28"), ("2026-03-29T01:29:00Z", 150, "2026-03-28"),
        ("2026-03-29T01:30:00Z", 150, "2026-03-29"),
        ("2026-10-25T00:29:00Z", 150, "2026-10-24"), ("2026-10-25T00:30:00Z", 150, "2026-10-25"),
        ("2026-10-25T01:29:00Z", 150, "2026-10-25"), ("2026-10-25T01:30:00Z", 150, "2026-10-25"),
        ("2026-01-01T01:00:00Z", 180, "2025-12-31"),
    ])
    func `what is sold before the cut-off counts for the day before, by the clock on the wall`(
        at: String, cutoff: Int, day: String
    ) throws {
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        let instant = try #require(Instant(rfc3339: at))
        #expect(clock.tillDay(at: instant, cutoff: cutoff).description == day)
    }

    @Test(arguments: ["2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z"])
    func `a later sale never counts for an earlier day`(noon: String) throws {
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        let noon = try #require(Instant(rfc3339: noon))
        for cutoff in stride(from: 0, through: 720, by: 30) {
            let days = (0..<144).map { clock.tillDay(at: noon.advanced(byMilliseconds: $0 * 600_000), cutoff: cutoff) }
            #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 } && Set(days).count == 2, "\(cutoff)")
        }
    }

    @Test(arguments: [
        ("2024-02", "2024-02-01", "2024-02-29"), ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"), ("2026-07-14", "2026-07-14", "2026-07-14"),
        ("9999", "9999-01-01", "9999-12-31"),
    ])
    func `a period has its first and its last day`(text: String, first: String, last: String) throws {
        let period = try #require(ClosurePeriod(text))
        #expect(period.first.description == first && period.last.description == last && period.description == text)
        #expect(period.contains(period.first) && period.contains(period.last))
        #expect(!period.contains(period.last.adding(days: 1)) && !period.contains(period.first.adding(days: -1)))
    }
}
