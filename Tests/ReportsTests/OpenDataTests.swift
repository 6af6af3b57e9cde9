import Foundation
import Reception
import Testing

@testable import Reports

/// What everybody gets: sums by month, cut the same way each time, and described.
@Suite struct OpenDataTests {
    private static func months(_ first: String, _ last: String) throws -> [String] {
        OpenData.months(of: try #require(OfficeDay(first))...(try #require(OfficeDay(last)))).map(\.text)
    }

    /// Answers that depend on the question alone, so that each month is the same in every export.
    private static func answer(_ question: Question) throws -> Answer {
        var sample = CouncilSample(
            seed: UInt64(question.text.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude), largest: 40)
        return sample.answer(question)
    }

    private static func data(_ months: [Int], licence: OpenData.Licence = .openLicence) throws -> OpenData {
        try OpenData(
            .init(code: "Office-1", name: "Office <& Cie>", licence: licence),
            over: months.map { .month(year: 2026, month: $0) }, answer: answer)
    }

    private static func text(_ file: String, of data: OpenData) throws -> String {
        try #require(data.files.first { $0.name == file }).text
    }

    @Test func `only months that are over are in it`() throws {
        #expect(try Self.months("2025-11-03", "2026-02-28") == ["2025-11", "2025-12", "2026-01"])
        #expect(try Self.months("2026-02-01", "2026-02-28") == [])
    }

    @Test func `a month is cut the same way in each export, and small counts are in none`() throws {
        let (early, late) = (try Self.data([1, 2]), try Self.data([1, 2, 3]))
        for subject in OpenDataSubject.all {
            let old = try Self.text(subject.file, of: early).split(separator: "\n")
            let new = try Self.text(subject.file, of: late).split(separator: "\n")
            #expect(Array(new.prefix(old.count)) == old && new.count > old.count, "\(subject.file)")
            for line in new.dropFirst() {
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                #expect(fields.count == 5 && (fields[4] == "counted") == !fields[3].isEmpty)
                if subject.measure.unit == .count { #expect(!["1", "2", "3", "4"].contains(fields[3]), "\(line)") }
            }
        }
    }

    @Test func `its description names every file, its fields and its licence`() throws {
        let data = try Self.data([1], licence: .openDatabase)
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(Self.text("datapackage.json", of: data).utf8)) as? [String: Any]
        )
        #expect(package["name"] as? String == "office-1")
        let licences = try #require(package["licenses"] as? [[String: Any]])
        #expect(licences.map { $0["name"] as? String } == ["odbl-1.0"])
        let resources = try #require(package["resources"] as? [[String: Any]])
        let files = data.files.map(\.name).filter { $0.hasSuffix(".csv") }
        #expect(resources.map { $0["path"] as? String } == files)
        for resource in resources {
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]]).map { $0["name"] as? String ?? "" }
            let text = try Self.text(try #require(resource["path"] as? String), of: data)
            #expect(text.split(separator: "\n").first.map(String.init) == fields.joined(separator: ","))
            #expect(schema["missingValues"] as? [String] == [""])
        }
    }

    @Test func `codes are named in both languages, and the codebook says what each file counts`() throws {
        let data = try Self.data([1])
        #expect(try Self.text("codes.csv", of: data).contains("origin,FR-34,Hérault,Hérault\n"))
        #expect(try Self.text("codes.csv", of: data).contains("profile,unknown,inconnu,unknown\n"))
        for language in MessageLanguage.allCases {
            let book = try Self.text("codebook.\(language.rawValue).md", of: data)
            for subject in OpenDataSubject.all { #expect(book.contains(subject.measure.definition.leftOut[language])) }
        }
    }

    @Test func `the same facts make the same bytes`() throws {
        let (one, other) = (try Self.data([1, 2]).files, try Self.data([1, 2]).files)
        #expect(one.map(\.name) == other.map(\.name) && one.map(\.text) == other.map(\.text))
    }
}
