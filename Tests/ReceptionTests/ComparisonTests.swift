import Foundation
import Reception
import Testing

/// Which days are held against which.
@Suite struct ComparisonTests {
    /// `Tests/Vectors/comparisons.json`, written by `Tests/support/comparison_oracle.py`.
    private struct Vectors: Decodable {
        struct Case: Decodable {
            let today: OfficeDay
            let period: String
            let comparison: String
            let runs: [String]
            let without: [String: [OfficeDay]]
        }
        let schools: SchoolCalendar
        let cases: [Case]
    }

    private static let vectors: Vectors? = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/comparisons.json")
        return (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Vectors.self, from: $0) }
    }()

    private static var schools: SchoolCalendar { vectors?.schools ?? SchoolCalendar() }
    /// 23 November 2026.
    private static let today = OfficeDay(daysSince1970: 20_780)

    /// The oracle's: every fifth day nobody said, every seventh it was closed.
    private static func openMinutes(_ day: OfficeDay) -> Int? {
        day.daysSince1970 % 5 == 0 ? nil : day.daysSince1970 % 7 == 0 ? 0 : 480
    }

    private static func days(_ text: String) throws -> Days {
        try Period(text, today: today, seasons: Season.standard).days
    }

    private static func pairing(_ comparison: Comparison, of period: String, today: OfficeDay = today) throws -> Pairing
    {
        comparison.pairing(of: try days(period), today: today, schools: schools, openMinutes: openMinutes)
    }

    @Test func `days are held against those that an independent oracle finds`() throws {
        let vectors = try #require(Self.vectors)
        #expect(vectors.cases.count >= 100)
        for known in vectors.cases {
            let comparison = try #require(Comparison.all.first { $0.code == known.comparison })
            let pairing = try Self.pairing(comparison, of: known.period, today: known.today)
            let runs = pairing.runs.map { "\($0.days.lowerBound)..\($0.days.upperBound) -\($0.earlier)" }
            #expect(runs == known.runs, "\(known.comparison) \(known.period)")
            let without = Dictionary(
                uniqueKeysWithValues: pairing.without.map { ($0.key.rawValue, Array($0.value)) })
            #expect(without == known.without, "\(known.comparison) \(known.period)")
        }
    }

    @Test(arguments: Comparison.all)
    func `each day is compared once or has a reason, and no day of the year before is used twice`(
        comparison: Comparison
    ) throws {
        var generator = SeededGenerator(seed: 20_261_123)
        for _ in 0..<60 {
            let first = OfficeDay(daysSince1970: Int.random(in: 18_000...21_200, using: &generator))
            let days = Days([first...first.adding(days: Int.random(in: 0...800, using: &generator))])
            let pairing = comparison.pairing(
                of: days, today: Self.today, schools: Self.schools, openMinutes: Self.openMinutes)
            let reasons = pairing.without.values.reduce(0) { $0 + $1.count }
            #expect(pairing.days.count + reasons == days.count)
            #expect(Days(pairing.days.runs + pairing.without.values.flatMap(\.runs)) == days)
            let others = pairing.runs.flatMap { Array($0.others) }
            #expect(Set(others).count == others.count)
            #expect(Set(others) == Set(pairing.others))
            for run in pairing.runs {
                #expect(run.others.count == run.days.count)
                #expect(pairing.other(than: run.days.upperBound) == run.others.upperBound)
            }
        }
    }

    @Test func `the same weekdays are 52 weeks before, across years of 53 weeks and leap days`() throws {
        let pairing = try Self.pairing(.sameWeekdays, of: "2024-02-26..2024-03-03")
        #expect(pairing.runs.count == 1 && pairing.without.isEmpty)
        #expect(pairing.runs[0].others.lowerBound.description == "2023-02-27")
        for day in pairing.days { #expect(pairing.other(than: day)?.weekday == day.weekday) }
    }

    @Test func `a leap day has no like, and says so`() throws {
        let pairing = try Self.pairing(.sameDates, of: "2024-02")
        #expect(pairing.days.count == 28)
        #expect(pairing.without.mapValues(\.count) == [.leapDay: 1])
        #expect(Pairing.Reason.leapDay.name(in: .french).contains("29 février"))
    }

    @Test func `a year that isn't over is compared for the days that are`() throws {
        let year = try Self.pairing(.toDate, of: "2026")
        #expect(year.runs.map(\.days.upperBound.description) == ["2026-11-22"], "today isn't over")
        #expect(year.others.last?.description == "2025-11-22")
        #expect(year.without.mapValues(\.count) == [.notYet: 39])
        #expect(try Self.pairing(.sameDates, of: "2026").days.last == Self.today, "what hasn't come is never compared")
    }

    @Test func `holidays meet holidays`() throws {
        let days = { (text: String) in try #require(OfficeDay(text)) }
        let year = try Self.pairing(.holidays(.c), of: "2026")
        // Easter, Ascension and its bridge, the first Saturday of zone C's winter, 14 July.
        for (day, other) in [
            ("2026-04-05", "2025-04-20"), ("2026-04-06", "2025-04-21"), ("2026-05-14", "2025-05-29"),
            ("2026-05-15", "2025-05-30"), ("2026-02-21", "2025-02-15"), ("2026-07-14", "2025-07-14"),
            ("2026-11-16", "2025-11-17"),
        ] {
            #expect(year.other(than: try days(day)) == (try days(other)), "\(day)")
        }
        // 13 July is the tenth day of summer; a year before that was 14 July, which is another sort of day.
        #expect(year.without[.noSuchDay]?.contains(try days("2026-07-13")) == true)
        #expect(
            try Self.pairing(.holidays(.c), of: "2026-02-25").others
                != Self.pairing(.holidays(.a), of: "2026-02-25").others)
    }

    @Test func `a year whose school holidays aren't known isn't guessed`() throws {
        let pairing = try Self.pairing(.holidays(.c), of: "2022-10-01..2022-10-31")
        #expect(pairing.runs.isEmpty && pairing.without.mapValues(\.count) == [.schoolsUnknown: 31])
    }
}
