import Reception
import Testing

@Suite struct SpokenTimeTests {
    private static let today = OfficeDay("2026-11-23") ?? OfficeDay(daysSince1970: 0)

    @Test(
        arguments: [
            ("18:00", "2026-11-23", 1_080), ("9:30", "2026-11-23", 570), ("18h", "2026-11-23", 1_080),
            ("9h05", "2026-11-23", 545), ("00:00", "2026-11-23", 0), ("24:00", "2026-11-23", 1_440),
            ("demain", "2026-11-24", nil), ("tomorrow", "2026-11-24", nil), ("Tomorrow 9:30", "2026-11-24", 570),
            ("demain à 18h", "2026-11-24", 1_080), ("aujourd'hui", "2026-11-23", nil),
            ("2026-12-31", "2026-12-31", nil),
            ("2026-11-24T18:00", "2026-11-24", 1_080), ("2026-11-24 18:00", "2026-11-24", 1_080),
        ] as [(String, String, Int?)])
    func `what is typed at a desk is understood`(text: String, day: String, minute: Int?) throws {
        let spoken = try #require(SpokenTime(text, today: Self.today))
        #expect(spoken.day.description == day && spoken.minute == minute)
    }

    @Test(arguments: [
        "", "hier", "18", "1800", "25:00", "24:01", "9:5", "9:60", "h30", ":30", "-1:00", "demain 18", "18:00 demain",
        "2026-02-30", "2026-11-24T", "2026-11-24T25:00", "demain à", "demain 9:00 10:00", "٩:٣٠",
    ])
    func `anything else is not guessed at`(text: String) {
        #expect(SpokenTime(text, today: Self.today) == nil)
    }

    @Test func `a day begins at midnight and what lasts until it lasts to its end`() throws {
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        let day = try #require(SpokenTime("2026-11-24", today: Self.today))
        #expect(day.start(by: clock).description == "2026-11-23T23:00:00.000Z")
        #expect(day.end(by: clock).description == "2026-11-24T23:00:00.000Z")
        #expect(SpokenTime("18:00", today: Self.today)?.end(by: clock).description == "2026-11-23T17:00:00.000Z")
    }

    @Test(arguments: [
        ("2026-03-29", 119, "2026-03-29T00:59:00.000Z"), ("2026-03-29", 150, "2026-03-29T01:30:00.000Z"),
        ("2026-03-29", 180, "2026-03-29T01:00:00.000Z"), ("2026-10-25", 119, "2026-10-24T23:59:00.000Z"),
        ("2026-10-25", 150, "2026-10-25T00:30:00.000Z"), ("2026-10-25", 180, "2026-10-25T02:00:00.000Z"),
        ("2026-07-14", 1_440, "2026-07-14T22:00:00.000Z"),
    ])
    func `a time on the office's wall is found across daylight saving`(day: String, minute: Int, instant: String) throws
    {
        for clock in [
            OfficeClock(timeZone: "Europe/Paris"),
            OfficeClock(
                timeZone: "Europe/Paris", from: Instant(milliseconds: 1_750_000_000_000),
                to: Instant(milliseconds: 1_850_000_000_000)),
        ] {
            let clock = try #require(clock)
            let day = try #require(OfficeDay(day))
            #expect(clock.instant(day: day, minute: minute).description == instant)
        }
    }

    @Test func `every minute of a year is found again`() throws {
        let clock = try #require(OfficeClock(timeZone: "Europe/Paris"))
        for hour in 0..<8_760 {
            let instant = Instant(milliseconds: 1_767_225_600_000 + Int64(hour) * 3_600_000)
            let (day, minute) = clock.dayAndMinute(at: instant)
            let found = clock.instant(day: day, minute: minute)
            // The second of the two hours of autumn is found as the first.
            #expect(found == instant || found == instant.advanced(byMilliseconds: -3_600_000))
        }
    }
}
