import Native
import Reception
import Testing

@testable import Reports

/// The report for the council: it says what its figures say and no more, and is one well-formed page.
@Suite struct CouncilReportTests {
    static let seeds: [UInt64] = [1, 2, 3, UInt64.random(in: 0...UInt64.max)]

    /// From many to few, from all counted to hardly anything.
    private static let offices = [(400, 0), (60, 1), (12, 2), (5, 0), (2_000_000, 5), (400, 9)]

    @Test(arguments: seeds)
    func `every number in a sentence is a figure of the annex`(seed: UInt64) throws {
        for (largest, uncounted) in Self.offices {
            var sample = CouncilSample(seed: seed, largest: largest, uncounted: uncounted)
            let report = try sample.report()
            for language in MessageLanguage.allCases {
                let cells = report.annexTables(language).flatMap { $0.rows + [$0.sum] }.joined()
                let times = [report.daysCounted(in: language), report.other(in: language), report.title(in: language)]
                let known = Set((cells + times).flatMap { Self.numbers($0) })
                for sentence in report.findings(in: language) {
                    #expect(Self.numbers(sentence).allSatisfy(known.contains), "\(sentence)")
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `a direction is said only of what both years counted, and stands as it is`(seed: UInt64) throws {
        for (largest, uncounted) in Self.offices {
            var sample = CouncilSample(seed: seed, largest: largest, uncounted: uncounted)
            let report = try sample.report()
            for answer in report.figures {
                guard let change = answer.change(row: nil) else { continue }
                guard case .number(let now) = answer.figure(column: 0),
                    case .number(let before) = answer.figure(column: 1)
                else { continue }
                #expect(!answer.question.measure.counts || before >= Answer.smallBase)
                let said = report.direction(change, .english)
                #expect(said.hasPrefix("up") == (change >= 30), "\(now) against \(before): \(said)")
                #expect(said.hasPrefix("down") == (change <= -30), "\(now) against \(before): \(said)")
            }
            let isHeld = report.figure(.visitors)?.figure(column: 1).isNumber ?? false
            let first = report.findings(in: .english).first { $0.contains("the office counted") }
            if let first { #expect(first.contains(", against ") == isHeld, "\(first)") }
        }
    }

    @Test func `there is no percentage on a base under thirty, in a sentence neither`() throws {
        var sample = CouncilSample(seed: 4, largest: 12)
        let report = try sample.report()
        #expect(!report.findings(in: .french).joined().contains("étranger"))
        #expect(!report.findings(in: .french).joined().contains("hausse"))
    }

    @Test func `of nothing counted it says so, and draws nothing`() throws {
        var sample = CouncilSample(seed: 5, uncounted: 10)
        let report = try sample.report()
        #expect(report.findings(in: .french).isEmpty && report.charts(.french).isEmpty)
        #expect(report.html(in: .french).contains("Rien n’a été compté."))
    }

    @Test(arguments: seeds, MessageLanguage.allCases)
    func `it is well-formed, in both languages, whatever names are`(seed: UInt64, language: MessageLanguage) throws {
        for (largest, uncounted) in Self.offices {
            var sample = CouncilSample(seed: seed, largest: largest, uncounted: uncounted)
            let html = try sample.report(demonstration: true).html(in: language)
            #expect(html.contains("<html lang=\"\(language.rawValue)\">") && !html.contains("<script"))
            let start = try #require(html.firstRange(of: "<main>"))
            let end = try #require(html.firstRange(of: "</main>"))
            let outline = Outline()
            try XMLReader(vocabulary: Outline.words).read(
                Array(html[start.lowerBound..<end.upperBound].utf8), into: outline)
            #expect(outline.counts[0] == 1, "one title")
        }
    }

    @Test func `a year has four charts, each told to who doesn't see it`() throws {
        var sample = CouncilSample(seed: 6)
        let charts = try sample.report().charts(.french)
        #expect(
            charts.map(\.title) == [
                "Visiteurs par mois", "D’où viennent les visiteurs", "Ce que l’on vient demander",
                "Visiteurs par jour de la semaine et par heure",
            ])
        for chart in charts { #expect(chart.svg.contains("role=\"img\" aria-label=\"\(chart.title)\"")) }
    }

    @Test func `the same answers make the same bytes`() throws {
        var (one, other) = (CouncilSample(seed: 7), CouncilSample(seed: 7))
        #expect(try one.report().html(in: .french) == other.report().html(in: .french))
    }

    @Test(arguments: MessageLanguage.allCases)
    func `a workbook has a tab for each table, each with a name of its own that a spreadsheet takes`(
        language: MessageLanguage
    ) throws {
        var sample = CouncilSample(seed: 10)
        let report = try sample.report()
        let workbook = report.workbook(in: language)
        let names = workbook.sheets.map { $0.name.lowercased() }
        #expect(names.count == report.tables.count + 3 && Set(names).count == names.count, "\(names)")
        #expect(names.allSatisfy { 1...31 ~= $0.count && $0.last != " " })
        #expect(workbook.created == report.scope.through.daysSince1970 * 86_400, "the data's last day, not today")
        let figures = workbook.sheets[0].rows
        #expect(figures.count == report.figures.count + 1 && figures.allSatisfy { $0.count == 6 })
    }

    @Test func `no small count is in it`() throws {
        var sample = CouncilSample(seed: 8, largest: 4)
        let report = try sample.report()
        let cells = report.annexTables(.english).flatMap { $0.rows + [$0.sum] }.flatMap { $0.dropFirst() }
        #expect(!cells.contains { ["1", "2", "3", "4"].contains($0) }, "\(cells)")
        #expect(cells.contains("hidden"))
    }

    @Test func `days that are compared are said, and a leap day has a like on the same weekday`() throws {
        let through = try #require(OfficeDay("2029-01-10"))
        #expect(CouncilScope(.year(2026), through: through).comparison == .sameDates)
        #expect(CouncilScope(.year(2028), through: through).comparison == .sameWeekdays)
        #expect(CouncilScope(.month(year: 2028, month: 2), through: through).comparison == .sameWeekdays)
        #expect(CouncilScope(.month(year: 2028, month: 3), through: through).comparison == .sameDates)
        var sample = CouncilSample(seed: 9)
        let html = try sample.report().html(in: .french).replacing("\u{A0}", with: " ")
        #expect(
            html.contains(
                "du 1er janvier au 22 novembre 2026, comparés aux mêmes dates un an plus tôt (1er janvier au 22 novembre 2025) ; données au 22 novembre 2026."
            ))
        #expect(html.contains("Jours qui ne sont pas comparés, pas encore passés : 23 novembre au 31 décembre 2026."))
    }

    /// `12 345`, `12,3`: digits with what stands between them.
    private static func numbers(_ text: String) -> [String] {
        var numbers: [String] = []
        var number = ""
        var between = ""
        for character in text {
            if character.isASCII, character.isNumber {
                number += between + String(character)
                between = ""
            } else if !number.isEmpty, between.isEmpty, ["\u{A0}", ",", "."].contains(character) {
                between = String(character)
            } else {
                if !number.isEmpty { numbers.append(number) }
                (number, between) = ("", "")
            }
        }
        return number.isEmpty ? numbers : numbers + [number]
    }
}

extension Figure {
    fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

private final class Outline: XMLHandler {
    static let words = ["h1", "svg", "table"]
    var counts = [0, 0, 0]

    func start(_ name: Int?, _ element: borrowing XMLElement) {
        if let name { counts[name] += 1 }
    }

    func end(_ name: Int?, _ text: borrowing XMLText) {}
}
