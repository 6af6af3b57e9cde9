import Catalogue
import Foundation
import Reception
import Testing

/// `calendar/school-holidays.yaml`: what it says travels with the content, and what is wrong in it is told with its line.
@Suite struct SchoolHolidaysTests {
    private static let file = "calendar/school-holidays.yaml"
    private static let yaml = """
        years:
          - year: 2026-2027
            source: "Arrêté du 22 octobre 2025"
            start: 2026-09-01
            breaks:
              - {holiday: autumn, from: 2026-10-17, back: 2026-11-02}
              - {holiday: christmas, from: 2026-12-19, back: 2027-01-04}
              - {holiday: winter, zone: A, from: 2027-02-13, back: 2027-03-01}
              - {holiday: winter, zone: B, from: 2027-02-20, back: 2027-03-08}
              - {holiday: winter, zone: C, from: 2027-02-06, back: 2027-02-22}
              - {holiday: spring, from: 2027-04-03, back: 2027-04-19}
              - {holiday: summer, from: 2027-07-03}
        """

    private func content(_ edit: (String, String)? = nil) throws -> TemporaryContent {
        let content = try TemporaryContent()
        let text = edit.map { Self.yaml.replacingOccurrences(of: $0.0, with: $0.1) } ?? Self.yaml
        try #require(edit == nil || text != Self.yaml)
        try content.write(Self.file, text)
        return content
    }

    @Test func `school holidays travel with the compiled content, and follow the file`() throws {
        let content = try content()
        let schools = try content.load().statistics.schools
        #expect(schools.years.map(\.name) == ["2026-2027"] && schools.years[0].breaks.count == 7)
        #expect(
            schools.status(of: OfficeDay("2027-02-08")!, zone: .c) == .holiday(.winter, year: 2026, index: 2))
        #expect(try content.load().statistics.schools == schools, "read back from the compiled content")
        try content.edit(Self.file, "2027-07-03", "2027-07-10")
        #expect(try content.load().statistics.schools != schools)
    }

    @Test func `an office without the file knows no school holidays`() throws {
        #expect(try TemporaryContent().load().statistics.schools == SchoolCalendar())
    }

    @Test(arguments: [
        ("years:", "year:", "unknown-key", 1), ("2026-2027", "2026-2028", "wrong-type", 2),
        ("2026-2027", "2026", "wrong-type", 2), ("start: 2026-09-01", "start: 2025-09-01", "out-of-range", 4),
        ("start: 2026-09-01", "begin: 2026-09-01", "unknown-key", 4),
        ("start: 2026-09-01", "start: 1er septembre", "wrong-type", 4),
        ("holiday: autumn", "holiday: automne", "unknown-value", 6), ("zone: A", "zone: D", "unknown-value", 8),
        ("from: 2026-10-17, back: 2026-11-02", "from: 2026-10-17", "missing-key", 6),
        ("from: 2026-10-17", "from: 2026-08-17", "break-out-of-year", 6),
        ("back: 2026-11-02", "back: 2026-10-17", "break-ends-early", 6),
        ("from: 2027-07-03", "from: 2027-07-03, back: 2027-09-01", "summer-has-no-end", 12),
        ("zone: C", "zone: B", "breaks-meet", 10), ("back: 2027-01-04", "back: 2027-02-10", "breaks-meet", 10),
        ("zone: B, ", "", "breaks-meet", 9), ("      - {holiday: summer, from: 2027-07-03}", "", "break-missing", 2),
        ("      - {holiday: winter, zone: C, from: 2027-02-06, back: 2027-02-22}\n", "", "break-missing", 2),
    ])
    func `what is wrong is told with its line`(old: String, new: String, code: String, line: Int) throws {
        let content = try content((old, new))
        let problem = try #require(content.check().problems.first { $0.severity == .error && $0.code == code })
        #expect("\(problem.file):\(problem.line ?? 0)" == "\(Self.file):\(line)")
        #expect(throws: ContentError.self) { try content.load() }
    }

    @Test func `a year that is written twice and a file that means nothing there are told`() throws {
        let content = try content()
        try content.write(
            Self.file, Self.yaml + "\n" + Self.yaml.split(separator: "\n").dropFirst().joined(separator: "\n"))
        try content.write("calendar/holidays.csv", "")
        let problems = content.check().problems
        #expect(problems.contains { $0.code == "duplicate-id" && $0.line == 13 && $0.file == Self.file })
        #expect(problems.contains { $0.code == "stray-file" && $0.file == "calendar/holidays.csv" })
    }
}
