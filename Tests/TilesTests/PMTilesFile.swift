import Native
import Tiles

/// A PMTiles file in the making, so that tests have real ones: sound, then broken where they want it.
struct PMTilesFile {
    var entries: [(id: UInt64, run: UInt64, bytes: [UInt8])] = []
    var metadata =
        #"{"vector_layers":[{"id":"road","fields":{}},{"id":"water"}],"attribution":"<a href='x'>&copy; OSM</a>"}"#
    var isGzip = true
    var type: UInt8 = 1
    var zooms: (UInt8, UInt8) = (0, 14)
    /// How many entries each leaf has; nil: all are in the root.
    var leafSize: Int?

    static func varint(_ value: UInt64) -> [UInt8] {
        var (rest, bytes) = (value, [UInt8]())
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    static func directory(_ entries: [(id: UInt64, run: UInt64, offset: Int, count: Int)]) -> [UInt8] {
        var bytes = varint(UInt64(entries.count))
        var last: UInt64 = 0
        for entry in entries {
            bytes += varint(entry.id - last)
            last = entry.id
        }
        for entry in entries { bytes += varint(entry.run) }
        for entry in entries { bytes += varint(UInt64(entry.count)) }
        for (index, entry) in entries.enumerated() {
            let follows = index > 0 && entry.offset == entries[index - 1].offset + entries[index - 1].count
            bytes += varint(follows ? 0 : UInt64(entry.offset) + 1)
        }
        return bytes
    }

    func file() -> [UInt8] {
        func packed(_ bytes: [UInt8]) -> [UInt8] { isGzip ? Gzip.compress(bytes) : bytes }
        var tiles: [UInt8] = []
        var placed: [(id: UInt64, run: UInt64, offset: Int, count: Int)] = []
        for entry in entries {
            let bytes = type == 1 ? packed(entry.bytes) : entry.bytes
            placed.append((entry.id, entry.run, tiles.count, bytes.count))
            tiles += bytes
        }
        var root = placed
        var leaves: [UInt8] = []
        if let leafSize {
            root = []
            for start in stride(from: 0, to: placed.count, by: leafSize) {
                let part = Array(placed[start..<min(start + leafSize, placed.count)])
                let leaf = packed(Self.directory(part))
                root.append((part[0].id, 0, leaves.count, leaf.count))
                leaves += leaf
            }
        }
        return Self.assemble(
            root: packed(Self.directory(root)), metadata: packed(Array(metadata.utf8)), leaves: leaves, tiles: tiles,
            compression: (isGzip ? 2 : 1, isGzip && type == 1 ? 2 : 1), type: type, zooms: zooms)
    }

    static func assemble(
        root: [UInt8], metadata: [UInt8], leaves: [UInt8], tiles: [UInt8], compression: (UInt8, UInt8), type: UInt8,
        zooms: (UInt8, UInt8)
    ) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var header = Array("PMTiles".utf8) + [3]
        var offset = 127
        for part in [root, metadata, leaves, tiles] {
            header += number(offset, 8) + number(part.count, 8)
            offset += part.count
        }
        header += number(0, 24) + [1, compression.0, compression.1, type, zooms.0, zooms.1]
        for degrees in [4.0, 43.74, 4.25, 43.94] { header += number(Int(degrees * 10_000_000), 4) }
        header += [12] + number(0, 8)
        return header + root + metadata + leaves + tiles
    }
}

/// A file's bytes in memory.
struct Bytes: RandomAccess {
    let bytes: [UInt8]
    var count: Int { bytes.count }

    func read(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
        return Array(bytes[offset..<offset + count])
    }
}
