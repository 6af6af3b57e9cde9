import Foundation
import GRDB
import Native
import Testing

@testable import Tiles

@Suite struct MapFolderTests {
    /// A map folder that goes away after the test.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "map é ? #\(UUID().uuidString)")
        var map: MapFolder { MapFolder(path: url.path) }

        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }

        func path(_ name: String) -> String { url.appending(path: name).path }

        func mbtiles(
            _ name: String = "a.mbtiles", metadata: [String: String] = ["format": "pbf"],
            tiles: [(Int, Int, Int, [UInt8])] = [(14, 8378, 5992, Gzip.compress(Array("village".utf8)))]
        ) throws {
            let queue = try DatabaseQueue(path: path(name))
            try queue.write { database in
                try database.execute(
                    sql: """
                        CREATE TABLE metadata (name TEXT, value TEXT);
                        CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
                        CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);
                        """)
                for (key, value) in metadata {
                    try database.execute(sql: "INSERT INTO metadata VALUES (?, ?)", arguments: [key, value])
                }
                for (zoom, column, row, bytes) in tiles {
                    try database.execute(
                        sql: "INSERT INTO tiles VALUES (?, ?, ?, ?)",
                        arguments: [zoom, column, (1 << zoom) - 1 - row, Data(bytes)])
                }
            }
            try queue.close()
        }

        func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: url.appending(path: name)) }
        func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }
    }

    private static let village = TileAddress(zoom: 14, column: 8378, row: 5992)

    @Test func anEmptyOrMissingFolderIsNoMapAndNoProblem() throws {
        let folder = try Folder()
        try folder.write("README.md", Array("what goes here".utf8))
        #expect(try folder.map.open() == nil)
        #expect(folder.map.check().isEmpty)
        #expect(try MapFolder(path: folder.path("nowhere")).open() == nil)
    }

    @Test func aTileOfAnMBTilesFileIsFoundByItsRowFromTheNorth() throws {
        let folder = try Folder()
        try folder.mbtiles(metadata: [
            "format": "pbf", "bounds": "4.0,43.7,4.3,44.0", "attribution": "© <b>OSM</b> &amp; office",
            "json": #"{"vector_layers":[{"id":"road"}]}"#,
        ])
        let source = try #require(try folder.map.open())
        let village = try #require(Self.village)
        let stored = try #require(try source.tile(village))
        #expect(Gzip.isCompressed(stored))
        #expect(try source.plain(stored) == Array("village".utf8))
        #expect(source.map.zooms == 14...14)
        #expect(source.map.layers == ["road"])
        #expect(source.map.attribution == "© OSM & office")
        #expect(source.map.bounds.west == 4.0 && source.map.bounds.north == 44.0)
        let elsewhere = try #require(TileAddress(zoom: 14, column: 1, row: 1))
        #expect(try source.tile(elsewhere) == nil)
    }

    @Test func boundsAreThoseOfTheTilesWhenTheFileSaysNone() throws {
        let folder = try Folder()
        try folder.mbtiles(metadata: [:])
        let source = try #require(try folder.map.open())
        let bounds = source.map.bounds
        #expect(abs(bounds.west - 4.086_914) < 1e-6 && abs(bounds.east - 4.108_887) < 1e-6)
        #expect(abs(bounds.south - 43.436_966) < 1e-6 && abs(bounds.north - 43.452_919) < 1e-6)
    }

    @Test(arguments: [
        ([0x89, 0x50, 0x4E, 0x47, 0], TileMap.Format.png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        (Array("RIFF....WEBP".utf8), .webp),
    ])
    func picturesAreKnownByHowTheyBegin(bytes: [UInt8], format: TileMap.Format) throws {
        let folder = try Folder()
        try folder.mbtiles(metadata: ["format": "png"], tiles: [(3, 4, 2, bytes)])
        let source = try #require(try folder.map.open())
        #expect(source.map.format == format)
        let address = try #require(TileAddress(zoom: 3, column: 4, row: 2))
        #expect(try source.tile(address) == bytes)
    }

    @Test func theFirstMapByNameIsShownAndTheOthersAreNamed() throws {
        let folder = try Folder()
        try folder.mbtiles("b.mbtiles")
        var file = PMTilesFile()
        file.entries = [(0, 1, [1])]
        try folder.write("a.pmtiles", file.file())
        #expect(try folder.map.open() is PMTiles)
        let problems = folder.map.check()
        #expect(problems.map(\.file) == ["b.mbtiles"])
        #expect(problems.map(\.problem) == [.notShown(shown: "a.pmtiles")])
    }

    @Test func whatIsWrongWithAFileIsTold() throws {
        let folder = try Folder()
        func problem() -> MapProblem? { folder.map.check().first?.problem }
        try folder.write("a.mbtiles", [])
        #expect(problem() == .notTiles)
        try folder.write("a.mbtiles", Array(String(repeating: "no database ", count: 1000).utf8))
        #expect(problem() == .notTiles)
        try FileManager.default.removeItem(atPath: folder.path("a.mbtiles"))
        try folder.mbtiles(tiles: [])
        #expect(problem() == .noTiles)
        try FileManager.default.removeItem(atPath: folder.path("a.mbtiles"))
        try folder.mbtiles(metadata: ["format": "heic"])
        #expect(problem() == .unsupported("heic"))
        try FileManager.default.removeItem(atPath: folder.path("a.mbtiles"))
        try folder.mbtiles(tiles: [(99, 0, 0, [1])])
        #expect(problem() == .damaged)
    }

    @Test func aDatabaseCutAnywhereIsRefused() throws {
        let folder = try Folder()
        try folder.mbtiles(tiles: (0..<400).map { (14, 8000 + $0, 5992, [UInt8](repeating: 7, count: 300)) })
        let whole = try folder.read("a.mbtiles")
        try FileManager.default.removeItem(atPath: folder.path("a.mbtiles"))
        for part in 0..<10 {
            try folder.write("b.mbtiles", Array(whole[..<(whole.count * part / 10)]))
            #expect(throws: MapProblem.self) { try folder.map.open() }
        }
    }

    @Test func aMapStaysReadableWhenAnotherTakesItsName() throws {
        let folder = try Folder()
        try folder.mbtiles()
        let before = try #require(try folder.map.open())
        try folder.mbtiles("new", tiles: [(14, 8378, 5992, Array("other".utf8))])
        #expect(rename(folder.path("new"), folder.path("a.mbtiles")) == 0)
        let after = try #require(try folder.map.open())
        #expect(before.version != after.version)
        let village = try #require(Self.village)
        let stored = try #require(try before.tile(village))
        #expect(try before.plain(stored) == Array("village".utf8))
        #expect(try after.tile(village) == Array("other".utf8))
    }

    @Test func nothingIsWrittenBesideTheMap() throws {
        let folder = try Folder()
        try folder.mbtiles()
        let source = try #require(try folder.map.open())
        let village = try #require(Self.village)
        _ = try source.tile(village)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.mbtiles"])
    }

    @Test func manyThreadsReadAtOnce() async throws {
        let folder = try Folder()
        try folder.mbtiles(tiles: (0..<200).map { (14, 8000 + $0, 5992, [UInt8(truncatingIfNeeded: $0), 1, 2]) })
        let source = try #require(try folder.map.open())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for index in 0..<200 {
                        let address = try #require(TileAddress(zoom: 14, column: 8000 + index, row: 5992))
                        #expect(try source.tile(address) == [UInt8(truncatingIfNeeded: index), 1, 2])
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
