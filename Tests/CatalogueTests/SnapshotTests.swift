import Catalogue
import Foundation
import Testing

@Test func `a snapshot answers every path of the content, and no other`() throws {
    let content = try TemporaryContent()
    let snapshot = try content.load()
    #expect(snapshot.placeCount == 2 && snapshot.languages == ["fr", "en", "nl"])
    #expect(
        snapshot.officeCode == "pays-de-test" && snapshot.officeName == "L’office"
            && snapshot.timeZone == "Europe/Paris")
    let paths = snapshot.entries.map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && paths.count == snapshot.count)
    for language in snapshot.languages {
        for path in ["catalogue", "places/pont-romain", "places/pierre-plantee"] {
            #expect(snapshot.entry(path: "/api/v1/\(language)/\(path)")?.contentType == "application/json")
        }
    }
    #expect(snapshot.entry(path: "/api/v1/places/pierre-plantee/track.gpx")?.contentType == "application/gpx+xml")
    for path in [
        "", "/", "/api/v1/es/catalogue", "/api/v1/fr/catalogu", "/api/v1/fr/cataloguee",
        "/api/v1/places/pont-romain/track.gpx", "/media/../office.yaml", "~",
    ] {
        #expect(snapshot.entry(path: path) == nil, "\(path)")
    }
    for (index, entry) in snapshot.entries.enumerated() {
        #expect(entry.index == index && snapshot.entry(path: entry.path)?.index == index)
    }
}

@Test func `printed codes lead to slugs`() throws {
    let snapshot = try TemporaryContent().load()
    #expect(snapshot.codes == ["pr1": "pont-romain", "pp1": "pierre-plantee"])
    #expect(snapshot.slug(code: "pp1") == "pierre-plantee" && snapshot.slug(code: "pp2") == nil)
    #expect(snapshot.contains(place: "pont-romain") && !snapshot.contains(place: "pont"))
}

@Test func `encodings give the same bytes back`() throws {
    let content = try TemporaryContent()
    let snapshot = try content.load()
    var compressed = 0
    for entry in snapshot.entries {
        let identity = try #require(snapshot.bytes(of: entry))
        if let gzip = snapshot.bytes(of: entry, .gzip) {
            #expect(try content.output(of: "gzip", ["-dc"], input: gzip) == identity)
            #expect(gzip.count < identity.count)
            compressed += 1
        }
        if let brotli = snapshot.bytes(of: entry, .brotli) { #expect(brotli.count < identity.count) }
        #expect(entry.hash.count == 32)
    }
    #expect(compressed >= 10)
}

@Test func `the same content gives the same pack, byte for byte, wherever it is`() throws {
    let first = try TemporaryContent()
    let second = try TemporaryContent()
    #expect(try first.load().version == second.load().version)
    #expect(try Data(contentsOf: first.pack) == Data(contentsOf: second.pack))
}

@Test func `a pack is used again while the content is the same, touched or copied or not`() throws {
    let content = try TemporaryContent()
    let version = try content.load().version
    let made = try content.packDate()
    #expect(try content.load().version == version)
    #expect(try content.packDate() == made)

    let place = content.url("\(TemporaryContent.heritage)/place.yaml").path
    try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: place)
    #expect(try content.load().version == version)
    try FileManager.default.removeItem(atPath: content.cache + "/catalogue.files")
    #expect(try content.load().version == version)
    #expect(try content.packDate() == made)
}

@Test(
    arguments: [
        { try $0.edit("\(TemporaryContent.heritage)/place.yaml", "bridge", "Bridge") },
        { try $0.write("\(TemporaryContent.heritage)/nl.md", "Een brug.\n") },
        { try $0.remove("\(TemporaryContent.heritage)/en.md") },
        { try $0.edit("office.yaml", "The office", "Our office") },
        { try $0.edit("themes/heritage.svg", "#fff", "#ffe") },
        { try $0.remove(TemporaryContent.hike) },
    ] as [@Sendable (TemporaryContent) throws -> Void])
func `any change makes another catalogue, even one of the same size in the same second`(
    change: @Sendable (TemporaryContent) throws -> Void
) throws {
    let content = try TemporaryContent()
    let before = try content.load()
    let etag = before.entry(path: "/api/v1/en/catalogue")?.hash
    try change(content)
    let after = try content.load()
    #expect(after.version != before.version)
    #expect(after.entry(path: "/api/v1/en/catalogue")?.hash != etag)
    #expect(try content.load().version == after.version)
}

@Test func `a place that didn't change keeps its ETag when another does`() throws {
    let content = try TemporaryContent()
    let before = try content.load().entry(path: "/api/v1/fr/places/pierre-plantee")?.hash
    try content.edit("\(TemporaryContent.heritage)/place.yaml", "bridge", "Bridge")
    #expect(try content.load().entry(path: "/api/v1/fr/places/pierre-plantee")?.hash == before)
}

@Test func `a broken content leaves the good pack where it is, and mending it needs no new one`() throws {
    let content = try TemporaryContent()
    let version = try content.load().version
    let made = try content.packDate()
    try content.edit("\(TemporaryContent.heritage)/place.yaml", "visit: outside", "visit: dehors")
    do {
        _ = try CatalogueLoader.load(content: content.content, cache: content.cache, today: TemporaryContent.today)
        Issue.record("a broken content was taken")
    } catch {
        let lines = error.lines(in: .english)
        #expect(lines.contains { $0.hasPrefix("places/heritage/pont-romain/place.yaml:19: ") })
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: content.cache).filter { $0.hasSuffix(".tmp") }.isEmpty)
    try content.edit("\(TemporaryContent.heritage)/place.yaml", "visit: dehors", "visit: outside")
    #expect(try content.load().version == version)
    #expect(try content.packDate() == made)
}

/// What can happen to a file that only vouches for itself.
@Test(
    arguments: [
        { $0.prefix($0.count / 2) }, { $0.dropLast() }, { $0.prefix(4) }, { _ in Data() }, { $0 + Data([0]) },
        { Data("SQLite format 3\0".utf8) + $0 },
        { data in Data(data.enumerated().map { $0.offset == data.count - 100 ? $0.element ^ 1 : $0.element }) },
        { data in Data(data.enumerated().map { $0.offset == data.count - 12 ? $0.element &+ 1 : $0.element }) },
        { data in Data(repeating: 0xFF, count: data.count) },
    ] as [@Sendable (Data) -> Data])
func `a pack that is cut, changed or foreign is made again`(damage: @Sendable (Data) -> Data) throws {
    let content = try TemporaryContent()
    _ = try content.load()
    let good = try Data(contentsOf: content.pack)
    try damage(good).write(to: content.pack)
    let snapshot = try content.load()
    #expect(try Data(contentsOf: content.pack) == good)
    #expect(snapshot.packLength == good.count)
}

@Test func `a memory of files that is damaged is not believed`() throws {
    let content = try TemporaryContent()
    let version = try content.load().version
    let memory = URL(filePath: content.cache + "/catalogue.files")
    for size in [0, 7, 100] {
        try Data(try Data(contentsOf: memory).prefix(size)).write(to: memory)
        #expect(try content.load().version == version)
    }
}

@Test func `a cache that can't be written is told with its path`() throws {
    let content = try TemporaryContent()
    try Data().write(to: content.folder.appending(path: "file"))
    let cache = content.folder.appending(path: "file/cache").path
    do {
        _ = try CatalogueLoader.load(content: content.content, cache: cache, today: TemporaryContent.today)
        Issue.record("a file was taken for a folder")
    } catch {
        #expect(error.lines(in: .french).first?.hasPrefix(cache) == true)
    }
}

@Test func `photographs aren't shrunk again when something else changes`() throws {
    let content = try TemporaryContent()
    try content.addPhotograph("pont.jpg")
    try content.declare("{file: pont.jpg, alt: {fr: Le pont}, credit: J. Dupont, licence: CC BY 4.0}")
    let before = try content.load().entries.filter { $0.kind == .jpeg }.map { $0.path + $0.hash }
    try content.edit("\(TemporaryContent.heritage)/place.yaml", "bridge", "Bridge")
    let after = try content.load().entries.filter { $0.kind == .jpeg }.map { $0.path + $0.hash }
    #expect(before.count == 3 && after == before)
}

extension TemporaryContent {
    var pack: URL { URL(filePath: cache + "/catalogue.pack") }

    func packDate() throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: pack.path)[.modificationDate] as? Date
    }

    /// What a system's command makes of bytes.
    func output(of command: String, _ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        let file = folder.appending(path: "input")
        try Data(input).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(output)
    }
}

@Test func `what a power cut left half written is removed, what another process is writing is not`() throws {
    let content = try TemporaryContent()
    try FileManager.default.createDirectory(atPath: content.cache, withIntermediateDirectories: true)
    // Beyond the system's largest process number, and the first process, which always runs.
    let abandoned = content.cache + "/catalogue.pack.4999999.tmp"
    let foreign = content.cache + "/catalogue.pack.1.tmp"
    for path in [abandoned, foreign] { try Data("half".utf8).write(to: URL(fileURLWithPath: path)) }
    _ = try content.load()
    #expect(!FileManager.default.fileExists(atPath: abandoned))
    #expect(FileManager.default.fileExists(atPath: foreign))
}
