import Catalogue
import Foundation
import Reception
import Testing

@Suite struct StatisticsSettingTests {
    private static let statistics = """

        statistics:
          origins:
            apart: ["34", "2A"]
            region: ["30", "34"]
            region_name: Occitanie
          school_zone: B
          seasons:
            - {code: dry, fr: été, en: summer, months: [9, 7, 8]}
            - {code: wet, fr: reste, en: rest, months: [1, 2, 3, 4, 5, 6, 10, 11, 12]}
        """

    /// The content with what an office says of its statistics; `edit`: a piece of it, and what stands there instead.
    private func content(_ edit: (String, String)? = nil) throws -> TemporaryContent {
        let content = try TemporaryContent()
        let text = edit.map { Self.statistics.replacingOccurrences(of: $0.0, with: $0.1) } ?? Self.statistics
        try #require(edit == nil || text != Self.statistics)
        try content.write("office.yaml", content.read("office.yaml") + text)
        return content
    }

    @Test func `what an office says of its statistics travels with the compiled content`() throws {
        let content = try content()
        let expected = StatisticsSetting(
            seasons: [
                Season(code: "dry", fr: "été", en: "summer", months: [7, 8, 9]),
                Season(code: "wet", fr: "reste", en: "rest", months: [1, 2, 3, 4, 5, 6, 10, 11, 12]),
            ], origins: Origins(apart: ["34", "2A"], region: ["30", "34"], regionName: "Occitanie"), zone: .b)
        #expect(try content.load().statistics == expected)
        #expect(try content.load().statistics == expected, "read back from the compiled content")
    }

    @Test func `an office that says nothing has the usual seasons and tells no département apart`() throws {
        let setting = try TemporaryContent().load().statistics
        #expect(setting == StatisticsSetting(seasons: Season.standard, origins: Origins(), zone: nil))
    }

    @Test(arguments: [
        ("school_zone: B", "school_zone: D", "unknown-value", "school_zone:"),
        ("school_zone:", "schools:", "unknown-key", "schools:"),
        ("[\"34\", \"2A\"]", "[\"34\", \"20\"]", "wrong-type", "apart:"),
        ("[\"34\", \"2A\"]", "[\"34\", \"34\"]", "duplicate-id", "apart:"),
        ("    region_name: Occitanie\n", "", "missing-key", "apart:"),
        ("code: dry", "code: Dry", "wrong-type", "code: Dry"),
        ("code: dry", "code: w29", "wrong-type", "code: w29"),
        ("code: dry", "code: \"07\"", "wrong-type", "code: \"07\""),
        ("code: dry", "code: wet", "duplicate-id", "code: wet, fr: reste"),
        ("[9, 7, 8]", "[9, 7, 13]", "wrong-type", "code: dry"),
        ("[9, 7, 8]", "[9, 7, 8, 10]", "month-in-two-seasons", "code: wet"),
        ("[9, 7, 8]", "[9, 7]", "month-without-season", "code: dry"),
        (", en: rest", "", "missing-key", "code: wet"),
    ])
    func `what is wrong is said with its line`(from: String, to: String, code: String, at: String) throws {
        let content = try content((from, to))
        let problem = try #require(try content.check().problems.first { $0.code == code })
        let lines = try content.read("office.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(problem.line)
        #expect(problem.file == "office.yaml" && lines[line - 1].contains(at))
    }
}
