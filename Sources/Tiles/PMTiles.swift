import Native
import Synchronization

/// Tiles in one file with an index of their own (PMTiles, version 3): a header, a root directory, leaf directories, tiles.
///
/// Nothing in the file is believed before it is checked: every range lies inside the file, every directory has a limit, and
/// a look-up goes through four directories at most.
final class PMTiles: TileSource {
    let map: TileMap
    let version: String
    private let file: any RandomAccess
    private let header: PMTilesHeader
    private let root: PMTilesDirectory
    /// The leaves last read, by their range; a screen asks for neighbours, and neighbours are in the same leaf.
    private let leaves = Mutex<[PMTilesRange: PMTilesDirectory]>([:])
    private static let mostLeaves = 8
    /// The specification wants three.
    private static let deepest = 4

    /// - Parameter version: changes when the file does.
    init(_ file: any RandomAccess, version: String) throws(MapProblem) {
        self.file = file
        self.version = version
        header = try PMTilesHeader(file)
        root = try Self.directory(header.root, of: file, header)
        map = header.map(details: Self.details(of: file, header))
        // A sound file gives its first tile, and as what it says.
        guard let range = try Self.firstTile(of: file, header, in: root) else { throw .noTiles }
        guard let sample = file.read(at: range.offset, count: range.count) else { throw .damaged }
        if map.format == .vector {
            let isSound =
                header.isGzip ? Gzip.decompress(sample, limit: TileLimits.inflatedTile) != nil : !sample.isEmpty
            guard isSound else { throw .damaged }
        } else if TileMap.Format(pictureBeginningOf: sample) != map.format {
            throw .damaged
        }
    }

    func tile(_ address: TileAddress) throws(MapProblem) -> [UInt8]? {
        let id = address.hilbertID
        var directory = root
        for _ in 0..<Self.deepest {
            switch directory.find(id) {
            case .nothing: return nil
            case .tile(let range):
                guard let range = header.tiles.part(range, limit: TileLimits.tile) else { throw .damaged }
                guard let bytes = file.read(at: range.offset, count: range.count) else { throw .damaged }
                return bytes.isEmpty ? nil : bytes
            case .leaf(let range): directory = try leaf(range)
            }
        }
        throw .damaged
    }

    private func leaf(_ range: PMTilesRange) throws(MapProblem) -> PMTilesDirectory {
        if let known = leaves.withLock({ $0[range] }) { return known }
        guard let place = header.leaves.part(range, limit: PMTilesDirectory.largest) else { throw .damaged }
        let directory = try Self.directory(place, of: file, header)
        leaves.withLock { leaves in
            if leaves.count >= Self.mostLeaves { leaves.removeAll() }
            leaves[range] = directory
        }
        return directory
    }

    private static func directory(
        _ range: PMTilesRange, of file: any RandomAccess, _ header: PMTilesHeader
    ) throws(MapProblem) -> PMTilesDirectory {
        guard range.count <= PMTilesDirectory.largest, let bytes = file.read(at: range.offset, count: range.count),
            let plain = header.plainInternal(bytes, limit: PMTilesDirectory.largestInflated),
            let directory = PMTilesDirectory(plain)
        else { throw .damaged }
        return directory
    }

    private static func firstTile(
        of file: any RandomAccess, _ header: PMTilesHeader, in root: PMTilesDirectory
    ) throws(MapProblem) -> PMTilesRange? {
        var directory = root
        for _ in 0..<deepest {
            switch directory.first {
            case .nothing: return nil
            case .tile(let range):
                guard let range = header.tiles.part(range, limit: TileLimits.tile) else { throw .damaged }
                return range
            case .leaf(let range):
                guard let place = header.leaves.part(range, limit: PMTilesDirectory.largest) else { throw .damaged }
                directory = try Self.directory(place, of: file, header)
            }
        }
        throw .damaged
    }

    private static func details(of file: any RandomAccess, _ header: PMTilesHeader) -> VectorLayers? {
        guard header.metadata.count <= TileLimits.metadata,
            let bytes = file.read(at: header.metadata.offset, count: header.metadata.count)
        else { return nil }
        return header.plainInternal(bytes, limit: TileLimits.metadata).flatMap(VectorLayers.read)
    }
}
