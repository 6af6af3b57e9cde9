import Native

/// What a map's file says of its tiles.
public struct TileMap: Hashable, Sendable {
    /// What a tile is.
    public enum Format: String, Sendable, CaseIterable {
        case vector, png, jpeg, webp

        /// The media type to serve it as.
        public var contentType: String {
            switch self {
            case .vector: "application/vnd.mapbox-vector-tile"
            default: "image/\(rawValue)"
            }
        }

        /// The picture that begins so; vector tiles have no such beginning.
        init?(pictureBeginningOf bytes: [UInt8]) {
            if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
                self = .png
            } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
                self = .jpeg
            } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
                self = .webp
            } else {
                return nil
            }
        }
    }

    /// Degrees, WGS 84.
    public struct Bounds: Hashable, Sendable {
        /// Longitudes and latitudes.
        public let west, south, east, north: Double

        /// Web Mercator ends here.
        static let world = Bounds(-180, -85.051129, 180, 85.051129)

        /// What of it is on a web map; nil when that isn't an area.
        init?(west: Double, south: Double, east: Double, north: Double) {
            let world = Self.world
            // NaN fails every comparison.
            guard west < east, south < north, west < world.east, east > world.west, south < world.north,
                north > world.south
            else { return nil }
            self.init(
                max(west, world.west), max(south, world.south), min(east, world.east), min(north, world.north))
        }

        private init(_ west: Double, _ south: Double, _ east: Double, _ north: Double) {
            (self.west, self.south, self.east, self.north) = (west, south, east, north)
        }
    }

    /// What the tiles are.
    public let format: Format
    /// There are no tiles outside these zooms.
    public let zooms: ClosedRange<Int>
    /// Where there are tiles.
    public let bounds: Bounds
    /// Whom to thank, as plain text; empty when the file says nothing.
    public let attribution: String
    /// The names of a vector map's layers, as far as the file says.
    public let layers: [String]
}

/// A file of tiles, open.
public protocol TileSource: Sendable {
    /// What the file says of its tiles.
    var map: TileMap { get }
    /// Changes when the file does.
    var version: String { get }

    /// A tile as the file has it, vector tiles usually in gzip; nil where nothing is drawn.
    /// - Throws: `MapProblem.damaged` when the file can't give it any more.
    func tile(_ address: TileAddress) throws(MapProblem) -> [UInt8]?
}

/// What no sound file needs more of: a tile of 4 MiB takes a screen seconds to draw.
enum TileLimits {
    static let tile = 4 << 20
    static let inflatedTile = 32 << 20
    static let metadata = 4 << 20
}

extension TileSource {
    /// The plain bytes of a tile, for a client that doesn't take gzip.
    /// - Throws: `MapProblem.damaged` when it doesn't inflate.
    public func plain(_ tile: [UInt8]) throws(MapProblem) -> [UInt8] {
        guard map.format == .vector, Gzip.isCompressed(tile) else { return tile }
        guard let plain = Gzip.decompress(tile, limit: TileLimits.inflatedTile) else { throw .damaged }
        return plain
    }
}
