import Native
import Testing

@testable import Tiles

@Suite struct PMTilesTests {
    private static func open(_ bytes: [UInt8]) throws -> PMTiles { try PMTiles(Bytes(bytes: bytes), version: "v") }

    private static func address(_ zoom: Int, _ column: Int, _ row: Int) throws -> TileAddress {
        try #require(TileAddress(zoom: zoom, column: column, row: row))
    }

    /// Every square of zooms 0 to 4, each tile naming itself.
    private static func world(leafSize: Int? = nil, isGzip: Bool = true) throws -> PMTilesFile {
        var file = PMTilesFile()
        file.leafSize = leafSize
        file.isGzip = isGzip
        file.zooms = (0, 4)
        for zoom in 0...4 {
            for column in 0..<1 << zoom {
                for row in 0..<1 << zoom {
                    let id = try address(zoom, column, row).hilbertID
                    file.entries.append((id, 1, Array("tile \(zoom)/\(column)/\(row)".utf8)))
                }
            }
        }
        file.entries.sort { $0.id < $1.id }
        return file
    }

    @Test(arguments: [nil, 7, 100], [true, false])
    func everyTileIsFoundInTheRootOrInLeavesInGzipOrPlain(leafSize: Int?, isGzip: Bool) throws {
        let map = try Self.open(Self.world(leafSize: leafSize, isGzip: isGzip).file())
        for zoom in 0...4 {
            for column in 0..<1 << zoom {
                for row in 0..<1 << zoom {
                    let address = try Self.address(zoom, column, row)
                    let stored = try #require(try map.tile(address))
                    #expect(Gzip.isCompressed(stored) == isGzip)
                    #expect(String(decoding: try map.plain(stored), as: UTF8.self) == "tile \(zoom)/\(column)/\(row)")
                }
            }
        }
        #expect(try map.tile(try Self.address(5, 0, 0)) == nil)
    }

    @Test func whatTheFileSaysOfItselfIsRead() throws {
        let map = try Self.open(Self.world().file()).map
        #expect(map.format == .vector)
        #expect(map.zooms == 0...4)
        #expect(map.layers == ["road", "water"])
        #expect(map.attribution == "© OSM")
        #expect(abs(map.bounds.west - 4) < 1e-6 && abs(map.bounds.north - 43.94) < 1e-6)
    }

    @Test func aRunIsOneTileForManySquaresAndAHoleIsNothing() throws {
        var file = PMTilesFile()
        file.entries = [(5, 16, Array("sea".utf8)), (30, 1, Array("land".utf8))]
        let map = try Self.open(file.file())
        #expect(try map.tile(try Self.address(2, 0, 0)) != nil)
        #expect(try map.tile(try Self.address(2, 3, 0)) != nil)
        #expect(try map.tile(try Self.address(3, 0, 0)) == nil)
        #expect(try map.tile(try Self.address(0, 0, 0)) == nil)
    }

    @Test func picturesAreServedAsWhatTheyAre() throws {
        var file = PMTilesFile()
        file.type = 2
        file.entries = [(0, 1, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])]
        #expect(try Self.open(file.file()).map.format == .png)
        file.type = 4
        #expect(throws: MapProblem.damaged) { try Self.open(file.file()) }
        file.type = 5
        #expect(throws: MapProblem.unsupported("tile type 5")) { try Self.open(file.file()) }
    }

    @Test func aFileCutAnywhereIsRefused() throws {
        let whole = try Self.world(leafSize: 50).file()
        for count in stride(from: 0, to: whole.count, by: 13) {
            #expect(throws: MapProblem.self) { try Self.open(Array(whole[..<count])) }
        }
        #expect(throws: MapProblem.notTiles) { try Self.open(Array("not a map at all".utf8)) }
        #expect(throws: MapProblem.noTiles) { try Self.open([]) }
        #expect(throws: MapProblem.noTiles) { try Self.open(PMTilesFile().file()) }
    }

    @Test func anotherVersionIsNamed() throws {
        var file = try Self.world().file()
        file[7] = 2
        #expect(throws: MapProblem.unsupported("PMTiles 2")) { try Self.open(file) }
    }

    @Test func lengthsThatLeadOutOfTheFileAreRefused() throws {
        for at in [8, 16, 24, 32, 40, 48, 56, 64] {
            var file = try Self.world().file()
            for byte in 0..<8 { file[at + byte] = byte == 7 ? 0x7F : 0xFF }
            #expect(throws: MapProblem.damaged) { try Self.open(file) }
        }
    }

    @Test func aDirectoryThatLeadsToItselfEnds() throws {
        // The one leaf's only entry is that leaf again.
        let loop = PMTilesFile.directory([(0, 0, 0, 5)])
        #expect(loop.count == 5)
        let file = PMTilesFile.assemble(
            root: loop, metadata: [], leaves: loop, tiles: [1], compression: (1, 1), type: 1, zooms: (0, 0))
        #expect(throws: MapProblem.damaged) { try Self.open(file) }
    }

    @Test func aDirectoryThatContradictsItselfIsRefused() {
        #expect(PMTilesDirectory([]) == nil)
        #expect(PMTilesDirectory(PMTilesFile.varint(.max)) == nil)
        #expect(PMTilesDirectory([2, 5, 0, 1, 1, 1, 1, 1, 0]) == nil, "the same tile twice")
        #expect(PMTilesDirectory([1, 5, 1, 1, 0]) == nil, "the first entry follows nothing")
        #expect(PMTilesDirectory([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]) == nil)
        #expect(PMTilesDirectory([1, 5, 1, 1, 1])?.find(5) == .tile(PMTilesRange(offset: 0, count: 1)))
    }

    @Test func aTileThatDoesNotInflateIsDamaged() throws {
        var file = try Self.world()
        file.isGzip = false
        var entries = file.entries
        entries[1].bytes = [0x1F, 0x8B, 0x08, 0, 0]
        file.entries = entries
        let map = try Self.open(file.file())
        let address = try Self.address(1, 0, 0)
        let stored = try #require(try map.tile(address))
        #expect(throws: MapProblem.damaged) { try map.plain(stored) }
    }
}
