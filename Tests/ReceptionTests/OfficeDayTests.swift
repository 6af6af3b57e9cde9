import Foundation
import Reception
import Testing

@Test func `days and dates agree with Foundation's calendar over four centuries`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: -70_000, through: 80_000, by: 37) {
        let date = OfficeDay(daysSince1970: number)
        let parts = calendar.dateComponents(
            [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
        #expect(parts.year == date.parts.year && parts.month == date.parts.month && parts.day == date.parts.day)
        #expect((try #require(parts.weekday) + 5) % 7 + 1 == date.weekday)
        #expect(OfficeDay(date.description) == date)
    }
}

@Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", "2026-04-01 ", "+026-04-01", "",
    "0000-01-01",
])
func `a date the calendar doesn't have is refused`(text: String) {
    #expect(OfficeDay(text) == nil)
}

@Test func `leap days exist every fourth year but three in four centuries`() {
    #expect(OfficeDay("2028-02-29") != nil)
    #expect(OfficeDay("2000-02-29") != nil)
    #expect(OfficeDay("2100-02-29") == nil)
}
