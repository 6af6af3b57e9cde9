import Catalogue
import Foundation
import Reception
import Testing

@Suite struct DeskWordsTests {
    @Test func `the office's words travel with the compiled content`() throws {
        let content = try TemporaryContent()
        let desk = try content.load().desk
        #expect(desk.topics.map(\.code) == ["hiking", "family"] && desk.topics.first?.words == ["rando", "balade"])
        #expect(desk.profiles.map(\.fr) == ["famille"] && desk.sites.map(\.en) == ["Chapel"])
        #expect(desk.communes.map(\.name) == ["Congénies", "Sommières"] && desk.towns == ["30250": "Sommières"])
        #expect(try content.load().desk == desk)
    }

    @Test func `an office without words of its own has its communes`() throws {
        let content = try TemporaryContent()
        let office = try content.read("office.yaml")
        try content.write("office.yaml", String(office.prefix(upTo: #require(office.range(of: "desk:")).lowerBound)))
        let desk = try content.load().desk
        #expect(desk.topics.isEmpty && desk.communes.count == 2)
    }

    /// What the first office types must work with the words it ships.
    @Test func `the shipped words read the register's examples`() throws {
        let shipped = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content").standardized
        let cache = FileManager.default.temporaryDirectory.appending(path: "vitrine-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: cache) }
        let desk = try CatalogueLoader.load(
            content: shipped.path, cache: cache.path, today: #require(OfficeDay("2026-11-22"))
        ).desk
        #expect(Set(desk.profiles.map(\.code)) == Set(Reception.Contact.Profile.allCases.map(\.rawValue)))
        let context = DeskLine.Context(
            vocabulary: desk, clock: try #require(OfficeClock(timeZone: "Europe/Paris")),
            now: try #require(Instant(rfc3339: "2026-07-14T14:00:00Z")))
        for (line, topics) in [
            ("34 2+2 famille rando caveau", ["hiking", "wine"]), ("nl 2 couple vv en", ["greenway"]),
            ("30250 1 resident agenda", ["agenda"]), ("tel be ? heb @14:30", ["lodging"]),
        ] {
            let read = DeskLine(reading: line, in: context)
            #expect(read.problems.isEmpty && read.contact.topics == topics, "\(line)")
        }
    }
}
