import Foundation
import Reception
import Testing

/// The office's calendar: weeks, seasons, public holidays, and periods as they are written.
@Suite struct StatisticsCalendarTests {
    /// 23 November 2026.
    private static let today = OfficeDay(daysSince1970: 20_780)

    /// Years as `Tests/support/calendar_oracle.py` has them, by rules of its own.
    private static let oracle: [[String]] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/calendar.txt")
        return (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ").map(String.init) } ?? []
    }()

    @Test func `holidays that move and weeks are those of an independent rule, from 1970 to 2199`() throws {
        #expect(Self.oracle.count == 230)
        for line in Self.oracle {
            let year = try #require(Int(line[0]))
            let moving = [PublicHoliday.easterMonday, .ascension, .whitMonday].map { $0.day(in: year).description }
            #expect(moving == Array(line[1...3]))
            let first = try #require(OfficeDay(year: year, month: 1, day: 1))
            let last = try #require(OfficeDay(year: year, month: 12, day: 31))
            #expect(ISOWeek(containing: first).description == line[5])
            #expect(ISOWeek(containing: last).description == line[6])
            #expect((ISOWeek(year: year, number: 53) != nil) == (line[4] == "53"))
        }
    }

    @Test func `each day of two centuries is in the week that has it, and in one only`() throws {
        var day = try #require(OfficeDay("1969-12-29"))
        var week = ISOWeek(containing: day)
        #expect(week.days.lowerBound == day)
        while day < OfficeDay("2170-01-01")! {
            if !week.days.contains(day) {
                let next = ISOWeek(containing: day)
                #expect(next.days.lowerBound == week.days.upperBound.adding(days: 1))
                week = next
            }
            #expect(week == ISOWeek(containing: day))
            #expect(ISOWeek(year: week.year, number: week.number) == week)
            day = day.adding(days: 1)
        }
    }

    @Test func `a year has eleven public holidays, each found again from its day`() {
        for year in 1983...2100 {
            let days = PublicHoliday.allCases.map { $0.day(in: year) }
            // Ascension is on 1 May when Easter is on 23 March (2008), on 8 May when it is on 30 March (2059).
            let together = [OfficeDay.easter(in: year).parts.month, OfficeDay.easter(in: year).parts.day]
            #expect(Set(days).count == (together == [3, 23] || together == [3, 30] ? 10 : 11), "\(year)")
            for holiday in PublicHoliday.allCases {
                let found = PublicHoliday(on: holiday.day(in: year))
                #expect(found == holiday || found == .ascension)
            }
        }
        #expect(PublicHoliday(on: OfficeDay("2008-05-01")!) == .ascension)
        #expect(PublicHoliday(on: OfficeDay("2026-12-26")!) == nil, "it is one in Alsace and Moselle only")
    }

    @Test(arguments: [
        ("2026-07-14", 1, "2026-07-14", "2026-07-14"), ("2026-W01", 7, "2025-12-29", "2026-01-04"),
        ("2026-W53", 7, "2026-12-28", "2027-01-03"), ("2028-02", 29, "2028-02-01", "2028-02-29"),
        ("2026-high", 62, "2026-07-01", "2026-08-31"), ("2026-wings", 152, "2026-04-01", "2026-10-31"),
        ("2026-low", 151, "2026-01-01", "2026-12-31"), ("2026", 365, "2026-01-01", "2026-12-31"),
        ("2026-07-01..2026-07-14", 14, "2026-07-01", "2026-07-14"),
    ])
    func `a period has its days`(text: String, count: Int, first: String, last: String) throws {
        let period = try Period(text, today: Self.today, seasons: Season.standard)
        #expect(period.text == text)
        #expect(period.days.count == count && Array(period.days).count == count)
        #expect(period.days.first?.description == first && period.days.last?.description == last)
        #expect(period.days.allSatisfy { period.days.contains($0) })
    }

    @Test func `the wings of the season leave out the summer between them`() throws {
        let wings = try Period("2026-wings", today: Self.today, seasons: Season.standard).days
        #expect(wings.runs.map(\.description) == ["2026-04-01...2026-06-30", "2026-09-01...2026-10-31"])
        let all = Season.standard.map { $0.days(in: 2028) }
        #expect(all.reduce(0) { $0 + $1.count } == 366, "the three seasons make the year")
        #expect(Days(all.flatMap(\.runs)).runs.count == 1)
    }

    @Test(arguments: [
        ("hier", "2026-11-22"), ("Aujourd'hui", "2026-11-23"), ("aujourd’hui", "2026-11-23"), ("semaine", "2026-W48"),
        ("mois", "2026-11"), ("ANNÉE", "2026"), ("week", "2026-W48"), ("2026-w07", "2026-W07"),
    ])
    func `words for periods near today are read`(word: String, text: String) throws {
        #expect(try Period(word, today: Self.today, seasons: Season.standard).text == text)
    }

    @Test(arguments: [
        "", "26", "2026-13", "2026-00", "2026-W54", "2025-W53", "2026-W00", "2026-02-29", "2026-summer", "0000",
        "20266",
        "2026-07-14..2026-07-01", "2026-07-01..", "2016-01-01..2026-12-31", "2026-7", "demain", "٢٠٢٦",
    ])
    func `what is no period is refused with the forms of one`(text: String) {
        #expect {
            try Period(text, today: Self.today, seasons: Season.standard)
        } throws: {
            ($0 as? Refusal)?.code == .questionPeriodInvalid
                && ($0 as? Refusal)?.wording(in: .french).hint.contains("2026-wings") == true
        }
    }

    @Test(arguments: [
        ("2026-07-14", "mardi 14 juillet 2026", "Tuesday 14 July 2026"), ("2026-07", "juillet 2026", "July 2026"),
        ("2026-W29", "semaine 29 de 2026 (13 au 19 juillet 2026)", "week 29 of 2026 (13 to 19 July 2026)"),
        (
            "2026-W01", "semaine 1 de 2026 (29 décembre 2025 au 4 janvier 2026)",
            "week 1 of 2026 (29 December 2025 to 4 January 2026)"
        ),
        ("2026-wings", "ailes de saison 2026", "wings of the season 2026"), ("2026", "2026", "2026"),
        ("2026-07-01..2026-07-14", "1er au 14 juillet 2026", "1 to 14 July 2026"),
        ("2026-06-30..2026-07-01", "30 juin au 1er juillet 2026", "30 June to 1 July 2026"),
    ])
    func `a period is told in words`(text: String, french: String, english: String) throws {
        let period = try Period(text, today: Self.today, seasons: Season.standard)
        #expect(DayWords(.french).period(period) == french)
        #expect(DayWords(.english).period(period) == english)
    }

    @Test func `runs of days that touch or overlap become one`() {
        let day = { (text: String) in OfficeDay(text)! }
        let days = Days([
            day("2026-07-03")...day("2026-07-05"), day("2026-07-01")...day("2026-07-02"),
            day("2026-07-04")...day("2026-07-04"), day("2026-07-07")...day("2026-07-09"),
        ])
        #expect(days.runs.map(\.description) == ["2026-07-01...2026-07-05", "2026-07-07...2026-07-09"])
        #expect(days.through(day("2026-07-07")).count == 6 && days.through(day("2026-06-30")).count == 0)
        #expect(Days(Array(days)) == days)
    }
}
