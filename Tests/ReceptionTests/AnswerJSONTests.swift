import Foundation
import Reception
import Testing

/// Answers as programs read them.
@Suite struct AnswerJSONTests {
    private static func object(_ answer: Answer, names: FacetNames = FacetNames()) throws -> [String: Any] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let data = try encoder.encode(AnswerDocument(answer, names: names, in: .french))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func cells(_ object: [String: Any], row: Int) throws -> [[String: Any]] {
        let rows = try #require(object["rows"] as? [[String: Any]])
        return try #require(rows[row]["cells"] as? [[String: Any]])
    }

    private static let july = Period.month(year: 2026, month: 7)

    @Test func `a compared sum says its parts, its days and its change`() throws {
        let today = try #require(OfficeDay("2026-07-20"))
        let question = try Question(
            .visitors, over: Self.july, by: .origin, against: .sameWeekdays, only: [.profile: ["family"]])
        let table = CrossTable(
            rows: ["FR-34", "NL", "unknown"], columns: ["2026-07", "2025"],
            counted: [[150, 120], [50, 0], [100, nil]])
        let object = try Self.object(
            Answer(
                question, table, rows: table,
                pairing: Comparison.sameWeekdays.pairing(of: question.period.days, today: today)))
        #expect(object["question"] as? String == "visitors 2026-07 by=origin vs=weekdays profile=family")
        #expect(object["unit"] as? String == "count" && object["form"] as? String == "sum")
        #expect(object["filters"] as? [String: [String]] == ["profile": ["family"]])
        #expect(object["period"] as? [String: String] == ["text": "2026-07", "from": "2026-07-01", "to": "2026-07-31"])
        #expect(object["published"] as? Bool == false && object["adds_up"] as? Bool == true)
        let compared = try #require(object["compared"] as? [String: Any])
        #expect(compared["with"] as? String == "weekdays" && compared["days"] as? Int == 20)
        #expect(
            compared["runs"] as? [[String: String]] == [
                ["from": "2026-07-01", "to": "2026-07-20", "other_from": "2025-07-02", "other_to": "2025-07-21"]
            ])
        #expect((compared["without"] as? [String: [String]])?["not-yet"]?.count == 11)
        let cell = try Self.cells(object, row: 0)[0]
        #expect(cell["value"] as? Int == 150 && cell["n"] as? Int == 150 && cell["base"] is NSNull)
        #expect(
            cell["share"] as? Double == 75 && cell["change"] as? Double == 25 && cell["state"] as? String == "counted")
        let uncounted = try Self.cells(object, row: 2)[1]
        #expect(uncounted["state"] as? String == "not_counted" && uncounted["value"] is NSNull)
        #expect(try Self.cells(object, row: 1)[1]["value"] as? Int == 0, "zero was counted")
    }

    @Test func `a share has what is above and under its line, and none on a small base`() throws {
        let question = try Question(.foreignShare, over: Self.july, by: .month)
        let above = CrossTable(rows: ["2026-06", "2026-07"], columns: ["2026-07"], counted: [[3], [30]])
        let below = CrossTable(rows: above.rows, columns: above.columns, counted: [[20], [120]])
        let object = try Self.object(Answer(question, above, per: below, rows: below))
        #expect(object["adds_up"] as? Bool == false && object["form"] as? String == "share")
        let small = try Self.cells(object, row: 0)[0]
        #expect(small["state"] as? String == "too_few" && small["base"] as? Int == 20 && small["share"] is NSNull)
        let large = try Self.cells(object, row: 1)[0]
        #expect(large["value"] as? Int == 30 && large["base"] as? Int == 120 && large["share"] as? Double == 25)
    }

    @Test func `what can't leave the office leaves no number behind`() throws {
        let question = try Question(.visitors, over: Self.july, by: .profile)
        let table = CrossTable(rows: ["family", "solo", "couple"], columns: ["2026-07"], counted: [[3], [60], [40]])
        let object = try Self.object(Answer(question, table, rows: table).published())
        #expect(object["published"] as? Bool == true)
        let hidden = try Self.cells(object, row: 2)[0]  // after those that are shown
        #expect(hidden["state"] as? String == "hidden")
        #expect(["value", "base", "n", "share", "ratio", "change"].allSatisfy { hidden[$0] is NSNull })
    }

    @Test func `so much an hour is for an hour, and a percentile has no sum`() throws {
        let perHour = try Question(.visitors, over: Self.july, against: .perOpeningHour)
        let people = CrossTable(rows: ["total"], columns: ["2026-07", "2025-07"], counted: [[310, 290]])
        let minutes = CrossTable(rows: ["total"], columns: people.columns, counted: [[9_300, 10_440]])
        let object = try Self.object(Answer(perHour, people, per: minutes, rows: people))
        #expect(object["per_hour"] as? Bool == true && object["form"] as? String == "ratio")
        let cell = try Self.cells(object, row: 0)[0]
        #expect(cell["ratio"] as? Double == 2 && cell["change"] as? Double == 20)

        let median = try Question(.sessionMedian, over: Self.july, by: .screen)
        let seconds = CrossTable(rows: ["hall", "quai"], columns: ["2026-07"], counted: [[60], [90]])
        let total = try #require(
            try Self.object(Answer(median, seconds, rows: seconds))["total"] as? [[String: Any]])
        #expect(total[0]["state"] as? String == "not_counted" && total[0]["value"] is NSNull)
    }
}
