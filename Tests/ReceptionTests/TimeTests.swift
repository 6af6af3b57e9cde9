import Foundation
import Testing

@testable import Reception

@Suite struct TimeTests {
    private let milliseconds = -62_135_596_800_000...253_402_300_799_999 as ClosedRange<Int64>  // years 1 to 9999

    @Test func `an instant survives the way through text, and reads as Foundation writes it`() throws {
        let foundation = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for _ in 0..<10_000 {
            let instant = Instant(milliseconds: Int64.random(in: milliseconds))
            #expect(Instant(rfc3339: instant.description) == instant)
            // From 1600 on: before, Foundation uses the Julian calendar. Whole seconds: it truncates its doubles.
            let later = Int64.random(in: -11_676_096_000...253_402_300_799) * 1_000
            let date = Date(timeIntervalSince1970: Double(later) / 1_000)
            #expect(Instant(rfc3339: foundation.format(date))?.milliseconds == later)
            #expect(Instant(milliseconds: later).description == foundation.format(date))
        }
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -1), ("2099-12-31T23:59:59Z", 4_102_444_799_000),
        ("2026-07-14T12:05:00+02:00", 1_784_023_500_000), ("2026-07-14T10:05:00.000Z", 1_784_023_500_000),
        ("2026-07-14t10:05:00.1z", 1_784_023_500_100), ("2026-07-14 10:05:00.123999999Z", 1_784_023_500_123),
        ("2026-07-14T00:35:00-09:30", 1_784_023_500_000), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000),
    ])
    func `RFC 3339 times are read`(text: String, milliseconds: Int64) {
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-07-14", "2026-07-14T10:05:00", "2026-07-14T10:05Z", "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
        "2026-07-14T24:00:00Z", "2026-07-14T10:60:00Z", "2026-07-14T10:05:61Z", "2026-07-14T10:05:00.Z",
        "2026-07-14T10:05:00+2", "2026-07-14T10:05:00+24:00", "2026-07-14T10:05:00+02:60", "2026-07-14T10:05:00Zz",
        "+2026-07-14T10:05:00Z", "2026-07-14T10:05:00 Z", "2026-7-14T10:05:00Z", "２０26-07-14T10:05:00Z", "now",
    ])
    func `anything else is no time`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test(arguments: [
        "Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca",
        "Australia/Lord_Howe", "America/St_Johns", "UTC",
    ])
    func `the office's day and hour are those of Foundation's Calendar`(zone: String) throws {
        let clock = try #require(OfficeClock(timeZone: zone))
        var calendar = Calendar(identifier: .gregorian)
        let timeZone = try #require(TimeZone(identifier: zone))
        calendar.timeZone = timeZone
        var seconds = (0..<3_000).map { _ in Int64.random(in: 0..<4_102_444_800) }
        var transition = Date(timeIntervalSince1970: 0)
        while let next = timeZone.nextDaylightSavingTimeTransition(after: transition),
            next.timeIntervalSince1970 < 4_102_444_800
        {
            let second = Int64(next.timeIntervalSince1970)
            seconds += [second - 3_601, second - 1, second, second + 1, second + 3_599, second + 3_600]
            transition = next
        }
        for second in seconds {
            let date = Date(timeIntervalSince1970: Double(second))
            let parts = calendar.dateComponents([.year, .month, .day, .hour], from: date)
            let (day, hour) = clock.dayAndHour(at: Instant(milliseconds: second * 1_000 + 999))
            let expected = try [#require(parts.year), #require(parts.month), #require(parts.day), #require(parts.hour)]
            let date8601 = CivilDate(daysSince1970: day.daysSince1970)
            #expect([date8601.year, date8601.month, date8601.day, hour] == expected, "second \(second)")
        }
    }

    @Test func `the hour that comes twice in autumn is one hour, and none is lost in spring`() throws {
        let paris = try #require(OfficeClock(timeZone: "Europe/Paris"))
        func hour(_ text: String) throws -> String {
            let (day, hour) = paris.dayAndHour(at: try #require(Instant(rfc3339: text)))
            return "\(day) \(hour)"
        }
        #expect(try hour("2026-10-25T00:30:00Z") == "2026-10-25 2")
        #expect(try hour("2026-10-25T01:30:00Z") == "2026-10-25 2")
        #expect(try hour("2026-10-25T02:00:00Z") == "2026-10-25 3")
        #expect(try hour("2026-03-29T00:59:59Z") == "2026-03-29 1")
        #expect(try hour("2026-03-29T01:00:00Z") == "2026-03-29 3")
        #expect(try hour("2026-07-14T22:00:00Z") == "2026-07-15 0")
    }

    @Test func `a zone that doesn't exist gives no clock`() {
        #expect(OfficeClock(timeZone: "Europe/Sommieres") == nil)
    }

    @Test func `an office's day is read and written, and days that don't exist aren't`() {
        #expect(OfficeDay("2026-07-14")?.description == "2026-07-14")
        #expect(OfficeDay("1969-12-31")?.daysSince1970 == -1)
        #expect(OfficeDay("2026-02-29") == nil)
        #expect(OfficeDay("2026-07-14T") == nil)
        #expect(OfficeDay("14/07/2026") == nil)
    }

    @Test func `months back keep the day, and run over where the month is short`() throws {
        func back(_ text: String, _ months: Int) throws -> String {
            try #require(Instant(rfc3339: text)).subtracting(months: months).description
        }
        #expect(try back("2026-11-22T10:05:00.123Z", 25) == "2024-10-22T10:05:00.123Z")
        #expect(try back("2026-01-15T00:00:00.000Z", 1) == "2025-12-15T00:00:00.000Z")
        #expect(try back("2026-03-31T00:00:00.000Z", 1) == "2026-03-03T00:00:00.000Z")
    }
}
