import Reception
import Testing

/// School holidays: what a day is to the schools of a zone, and what isn't known.
@Suite struct SchoolCalendarTests {
    private static func day(_ text: String) -> OfficeDay { OfficeDay(text) ?? OfficeDay(daysSince1970: 0) }

    /// Two years that follow one another, and one after a gap.
    static let calendar = SchoolCalendar(years: [
        year(2029, start: "2029-09-03", winter: "2030-02-09", summer: "2030-07-06"),
        year(2025, start: "2025-09-01", winter: "2026-02-21", summer: "2026-07-04"),
        year(2026, start: "2026-09-01", winter: "2027-02-06", summer: "2027-07-03"),
    ])

    private static func year(_ year: Int, start: String, winter: String, summer: String) -> SchoolCalendar.Year {
        .init(
            year: year, source: "test", start: day(start),
            breaks: [
                .init(holiday: .summer, from: day(summer), back: nil),
                .init(holiday: .winter, zone: .c, from: day(winter), back: day(winter).adding(days: 16)),
                .init(
                    holiday: .winter, zone: .a, from: day(winter).adding(days: -7), back: day(winter).adding(days: 9)),
            ])
    }

    @Test(arguments: [
        ("2025-08-31", SchoolCalendar.Status.unknown), ("2025-09-01", .term), ("2026-02-20", .term),
        ("2026-02-21", .holiday(.winter, year: 2025, index: 0)),
        ("2026-03-08", .holiday(.winter, year: 2025, index: 15)),
        ("2026-03-09", .term), ("2026-07-03", .term), ("2026-07-04", .holiday(.summer, year: 2025, index: 0)),
        ("2026-08-31", .holiday(.summer, year: 2025, index: 58)), ("2026-09-01", .term), ("2027-07-02", .term),
        ("2027-07-03", .unknown), ("2028-01-15", .unknown), ("2029-09-03", .term), ("2030-07-06", .unknown),
    ])
    func `a day is in term, in a holiday or not known`(text: String, status: SchoolCalendar.Status) {
        #expect(Self.calendar.status(of: Self.day(text), zone: .c) == status)
    }

    @Test func `zones have their own dates, and one of which nothing is said has term`() {
        let day = Self.day("2026-02-16")
        #expect(Self.calendar.status(of: day, zone: .a) == .holiday(.winter, year: 2025, index: 2))
        #expect(Self.calendar.status(of: day, zone: .b) == .term)
    }

    @Test func `a day of a holiday is found again by its place in it`() {
        for zone in [SchoolCalendar.Zone.a, .c] {
            for day in Self.calendar.covered(zone: zone) {
                guard case .holiday(let holiday, let year, let index) = Self.calendar.status(of: day, zone: zone) else {
                    continue
                }
                #expect(Self.calendar.day(index, of: holiday, year: year, zone: zone) == day)
            }
        }
        #expect(Self.calendar.day(16, of: .winter, year: 2025, zone: .c) == nil, "the holiday is over")
        #expect(Self.calendar.day(0, of: .summer, year: 2026, zone: .c) == nil, "its end isn't known")
        #expect(Self.calendar.day(0, of: .winter, year: 2027, zone: .c) == nil)
    }

    @Test func `what is covered is what has a status`() {
        let covered = Self.calendar.covered(zone: .c)
        #expect(covered.runs.map(\.description) == ["2025-09-01...2027-07-02", "2029-09-03...2030-07-05"])
        for day in Self.day("2025-01-01")...Self.day("2031-01-01") {
            #expect(covered.contains(day) == (Self.calendar.status(of: day, zone: .c) != .unknown), "\(day)")
        }
        #expect(SchoolCalendar().covered(zone: .c).count == 0)
    }
}
