import Catalogue
import Foundation
import Testing
import Reception

/// The content this repository ships.
private let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardized
    .path

@Test func `the shipped content has no error and enough of each kind`() {
    let report = ContentFolder(path: shipped).check(today: OfficeDay("2026-11-22")!)
    let errors = report.problems.filter { $0.severity == .error }.map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    let unexpected = report.problems.filter { !["missing-translations", "hours-out-of-date"].contains($0.code) }
    #expect(unexpected.isEmpty, "\(unexpected.map { $0.text(in: .english) }.joined(separator: "\n"))")
    #expect(report.counts[.heritage, default: 0] >= 20)
    #expect(report.counts[.hike, default: 0] >= 12)
    #expect(report.counts[.greenway, default: 0] >= 3)
    #expect(report.counts[.cellar, default: 0] >= 10)
}

@Test(arguments: ["fr", "en", "nl", "de", "es"])
func `every shipped place has its name and teaser in five languages, its text in two, and a picture`(language: String)
    throws
{
    let cache = FileManager.default.temporaryDirectory.appending(path: "vitrine-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: cache) }
    let snapshot = try CatalogueLoader.load(content: shipped, cache: cache.path, today: OfficeDay("2026-11-22")!)
    #expect(snapshot.placeCount >= 45)
    for id in snapshot.codes.values {
        let entry = try #require(snapshot.entry(path: "/api/v1/\(language)/places/\(id)"))
        let bytes = try #require(snapshot.bytes(of: entry))
        let place = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect((place["name"] as? [String: String])?["lang"] == language, "\(id)")
        #expect((place["teaser"] as? [String: String])?["lang"] == language, "\(id)")
        if ["fr", "en"].contains(language) {
            #expect((place["body"] as? [String: String])?["lang"] == language, "\(id)")
        }
        let picture = try #require(place["picture"] as? [String: Any])
        #expect((picture["src"] as? String)?.hasPrefix("/media/\(id)/") == true, "\(id)")
    }
}
