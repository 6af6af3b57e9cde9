import Native
@testable import Tiles

/// Whatever the file, a map that opens answers every tile it is asked for, with bytes of the file or a refusal.
func readPMTiles(_ bytes: [UInt8]) {
    guard let map = try? PMTiles(BytesInMemory(bytes: bytes), version: "fuzz") else { return }
    precondition(map.map.bounds.west < map.map.bounds.east && map.map.bounds.south < map.map.bounds.north)
    precondition(map.map.zooms.upperBound <= TileAddress.maximumZoom && map.map.layers.count <= 200)
    for zoom in map.map.zooms {
        let last = (1 << zoom) - 1
        for (column, row) in [(0, 0), (last, last), (last / 2, last / 3)] {
            guard let address = TileAddress(zoom: zoom, column: column, row: row),
                let tile = try? map.tile(address)
            else { continue }
            precondition(!tile.isEmpty && tile.count <= bytes.count)
            _ = try? map.plain(tile)
        }
    }
}

/// A file that was never on a disk.
private struct BytesInMemory: RandomAccess {
    let bytes: [UInt8]
    var count: Int { bytes.count }

    func read(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
        return Array(bytes[offset..<offset + count])
    }
}
