import Catalogue
import Foundation
import Testing

@Test func `hours are read as a sign on a door is`() {
    #expect(HourRange("10:00-13:00") == HourRange(start: 600, end: 780))
    #expect(HourRange("20:00-01:00") == HourRange(start: 1200, end: 1500))
    #expect(HourRange("00:00-24:00") == HourRange(start: 0, end: 1440))
    for wrong in [
        "10:00", "10-12", "25:00-26:00", "10:60-11:00", "10:00-10:00", "24:30-25:00", "10:00 - 12:00", "-1:00-2:00",
        "24:00-02:00",
    ] {
        #expect(HourRange(wrong) == nil, "\(wrong)")
    }
}

@Test(arguments: [
    ("2026-07-14T08:05:59Z", "2026-07-14T10:05"), ("2026-12-31T23:30:00Z", "2027-01-01T00:30"),
    ("2026-03-29T00:59:59Z", "2026-03-29T01:59"), ("2026-03-29T01:00:00Z", "2026-03-29T03:00"),
    ("2026-10-25T00:30:00Z", "2026-10-25T02:30"), ("2026-10-25T01:30:00Z", "2026-10-25T02:30"),
    ("1969-12-31T22:59:30Z", "1969-12-31T23:59"),
])
func `an instant is shown as the office's wall clock shows it, across daylight saving too`(
    instant: String, moment: String
) throws {
    let date = try Date(instant, strategy: .iso8601)
    #expect(LocalMoment(date, timeZone: "Europe/Paris")?.description == moment)
    #expect(LocalMoment(date, timeZone: "Europe/Sommieres") == nil)
}
