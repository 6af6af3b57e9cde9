import Foundation
import GRDB
import Native

/// Tiles in an SQLite file (MBTiles 1.3).
///
/// The file is opened as immutable: no lock, no journal beside it, a read-only folder will do. Whoever makes a new one moves
/// it into place; the old one then stays readable here until it is let go.
final class MBTiles: TileSource {
    let map: TileMap
    let version: String
    /// One connection: a tile is one indexed look-up of some twenty microseconds.
    private let queue: DatabaseQueue

    /// - Parameter file: the same file, for its stamp.
    init(path: String, _ file: OpenFile) throws(MapProblem) {
        guard let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
            throw .unreadable
        }
        version = file.stamp.hex
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.label = "map"
            // Limits for a file that nobody has checked: SQLite's own guards, and a megabyte or two of pages.
            configuration.prepareDatabase {
                try $0.execute(
                    sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -2048")
            }
            queue = try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
            map = try queue.read { try MBTilesReader(database: $0).map() }
        } catch {
            throw Self.problem(error)
        }
    }

    func tile(_ address: TileAddress) throws(MapProblem) -> [UInt8]? {
        do {
            let row = try queue.read { database in
                try Row.fetchOne(
                    try database.cachedStatement(
                        sql: """
                            SELECT iif(length(tile_data) <= ?, CAST(tile_data AS BLOB), NULL) AS bytes FROM tiles
                            WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?
                            """),
                    arguments: [TileLimits.tile, address.zoom, address.column, address.rowFromSouth])
            }
            guard let row else { return nil }
            guard let data: Data = row["bytes"] else { throw MapProblem.damaged }
            return data.isEmpty ? nil : Array(data)
        } catch {
            throw Self.problem(error)
        }
    }

    private static func problem(_ error: any Error) -> MapProblem {
        switch error {
        case let problem as MapProblem: problem
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_NOTADB, .SQLITE_ERROR: .notTiles
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .unreadable
            default: .damaged
            }
        default: .damaged
        }
    }
}

/// Reads what an MBTiles file says of itself, and checks it against the tiles.
private struct MBTilesReader {
    let database: Database

    func map() throws -> TileMap {
        let metadata = try metadata()
        // The tiles are believed before the metadata, which many makers leave unfinished.
        guard let first = try Int.fetchOne(database, sql: "SELECT min(zoom_level) FROM tiles"),
            let last = try Int.fetchOne(database, sql: "SELECT max(zoom_level) FROM tiles")
        else { throw MapProblem.noTiles }
        guard first >= 0, last <= TileAddress.maximumZoom else { throw MapProblem.damaged }
        guard
            let sample = try Data.fetchOne(
                database,
                sql:
                    "SELECT CAST(tile_data AS BLOB) FROM tiles WHERE zoom_level = ? AND length(tile_data) <= ? LIMIT 1",
                arguments: [last, TileLimits.tile])
        else { throw MapProblem.damaged }
        let format = try format(metadata["format"], sample: Array(sample))
        let details = metadata["json"].flatMap { VectorLayers.read(Array($0.utf8)) }
        return TileMap(
            format: format, zooms: first...last, bounds: try bounds(metadata["bounds"], zoom: last),
            attribution: plainText(metadata["attribution"] ?? details?.attribution ?? ""),
            layers: format == .vector ? details?.names ?? [] : [])
    }

    private func metadata() throws -> [String: String] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT CAST(name AS TEXT) AS name, CAST(value AS TEXT) AS value FROM metadata
                WHERE name IN ('format', 'bounds', 'attribution', 'json') AND value IS NOT NULL AND length(value) <= ?
                LIMIT 20
                """, arguments: [TileLimits.metadata])
        return Dictionary(rows.map { ($0["name"], $0["value"]) }) { first, _ in first }
    }

    private func format(_ named: String?, sample: [UInt8]) throws -> TileMap.Format {
        if let picture = TileMap.Format(pictureBeginningOf: sample) { return picture }
        guard named == nil || named == "pbf" || named == "mvt" else {
            throw MapProblem.unsupported(String((named ?? "").prefix(40)))
        }
        if Gzip.isCompressed(sample), Gzip.decompress(sample, limit: TileLimits.inflatedTile) == nil {
            throw MapProblem.damaged
        }
        return .vector
    }

    /// Those of the metadata, or else those of the tiles of the deepest zoom.
    private func bounds(_ text: String?, zoom: Int) throws -> TileMap.Bounds {
        let numbers = (text ?? "").split(separator: ",").compactMap {
            Double($0.trimmingCharacters(in: .whitespaces))
        }
        if numbers.count == 4,
            let bounds = TileMap.Bounds(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
        {
            return bounds
        }
        guard
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT min(tile_column) AS west, max(tile_column) AS east, min(tile_row) AS south, max(tile_row) AS north
                    FROM tiles WHERE zoom_level = ?
                    """, arguments: [zoom]),
            let west: Int = row["west"], let east: Int = row["east"], let south: Int = row["south"],
            let north: Int = row["north"], west >= 0, south >= 0, east < 1 << zoom, north < 1 << zoom
        else { throw MapProblem.damaged }
        let side = Double(1 << zoom)
        func longitude(_ column: Int) -> Double { Double(column) / side * 360 - 180 }
        func latitude(fromSouth row: Int) -> Double {
            atan(sinh(.pi * (2 * Double(row) / side - 1))) * 180 / .pi
        }
        return TileMap.Bounds(
            west: longitude(west), south: latitude(fromSouth: south), east: longitude(east + 1),
            north: latitude(fromSouth: north + 1)) ?? .world
    }
}
