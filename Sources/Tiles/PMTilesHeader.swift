import Native

/// Bytes of a file, or of a part of it.
struct PMTilesRange: Hashable, Sendable {
    let offset: Int
    let count: Int

    /// A range of this part, in the file; nil when it isn't inside, or longer than `limit`.
    func part(_ range: PMTilesRange, limit: Int) -> PMTilesRange? {
        guard range.count <= limit, range.offset <= count, range.count <= count - range.offset else { return nil }
        return PMTilesRange(offset: offset + range.offset, count: range.count)
    }
}

/// The first 127 bytes of a PMTiles file, checked against its length.
struct PMTilesHeader: Sendable {
    private static let length = 127

    let root, metadata, leaves, tiles: PMTilesRange
    /// Of directories and metadata.
    private let internalCompression: Compression
    /// Of tiles.
    let isGzip: Bool
    private let format: TileMap.Format
    private let zooms: ClosedRange<Int>
    private let bounds: TileMap.Bounds

    private enum Compression: UInt8 { case none = 1, gzip }

    init(_ file: any RandomAccess) throws(MapProblem) {
        guard let bytes = file.read(at: 0, count: min(Self.length, file.count)),
            bytes.starts(with: Array("PMTiles".utf8))
        else { throw file.count == 0 ? .noTiles : .notTiles }
        guard bytes.count == Self.length else { throw .damaged }
        guard bytes[7] == 3 else { throw .unsupported("PMTiles \(bytes[7])") }
        func number(_ at: Int, _ count: Int) -> UInt64 {
            (0..<count).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
        }
        func range(_ at: Int) throws(MapProblem) -> PMTilesRange {
            guard let offset = Int(exactly: number(at, 8)), let count = Int(exactly: number(at + 8, 8)),
                offset <= file.count, count <= file.count - offset
            else { throw .damaged }
            return PMTilesRange(offset: offset, count: count)
        }
        func degrees(_ at: Int) -> Double {
            Double(Int32(truncatingIfNeeded: number(at, 4))) / 10_000_000
        }
        (root, metadata) = (try range(8), try range(24))
        (leaves, tiles) = (try range(40), try range(56))
        guard let internalCompression = Compression(rawValue: bytes[97]) else {
            throw .unsupported("internal compression \(bytes[97])")
        }
        guard let tileCompression = Compression(rawValue: bytes[98]) else {
            throw .unsupported("tile compression \(bytes[98])")
        }
        self.internalCompression = internalCompression
        isGzip = tileCompression == .gzip
        let formats: [UInt8: TileMap.Format] = [1: .vector, 2: .png, 3: .jpeg, 4: .webp]
        guard let format = formats[bytes[99]] else { throw .unsupported("tile type \(bytes[99])") }
        guard format == .vector || !isGzip else { throw .unsupported("gzip \(format.rawValue)") }
        self.format = format
        guard bytes[100] <= bytes[101], bytes[101] <= TileAddress.maximumZoom else { throw .damaged }
        zooms = Int(bytes[100])...Int(bytes[101])
        bounds =
            TileMap.Bounds(west: degrees(102), south: degrees(106), east: degrees(110), north: degrees(114)) ?? .world
    }

    /// A directory or the metadata, inflated.
    func plainInternal(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        internalCompression == .gzip ? Gzip.decompress(bytes, limit: limit) : bytes
    }

    func map(details: VectorLayers?) -> TileMap {
        TileMap(
            format: format, zooms: zooms, bounds: bounds, attribution: plainText(details?.attribution ?? ""),
            layers: format == .vector ? details?.names ?? [] : [])
    }
}
