import Reception
import Testing

@testable import Demonstration

@Suite("The days off of a year")
struct HolidayTests {
    /// From the table of the Bureau des longitudes, among them its earliest and latest of two centuries.
    @Test(
        "Easter falls where the almanac says",
        arguments: [
            "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20",
            "2026-04-05", "2027-03-28",
            "2038-04-25",
        ])
    func easter(_ day: String) throws {
        let day = try #require(OfficeDay(day))
        #expect(Holidays.easter(day.parts.year) == day)
        #expect(day.weekday == 7)
    }

    @Test("a year has eleven days off, and the movable ones are on their weekdays")
    func eleven() throws {
        for year in 2020...2035 {
            let first = try #require(OfficeDay(year: year, month: 1, day: 1))
            let days = (0..<365).map { first.adding(days: $0) }.filter(Holidays.isPublic)
            // Ascension and the 8th of May, or Whit Monday and another, may be the same day.
            #expect((10...11).contains(days.count), "\(year): \(days)")
            let easter = try #require(Holidays.easter(year))
            #expect(Holidays.isPublic(easter.adding(days: 1)) && easter.adding(days: 1).weekday == 1)
            #expect(Holidays.isPublic(easter.adding(days: 39)) && easter.adding(days: 39).weekday == 4)
        }
    }
}
