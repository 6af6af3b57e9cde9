import MicroHTTP
import Native
import Tiles

/// `/api/v1/map` and the tiles it leads to.
struct MapRoute: Sendable {
    let map: MapKeeper

    var routes: [Routes.Route] {
        [
            .everybody(.get, "/api/v1/map") { _ in .reply(.json(Document(map.source))) },
            .everybody(.get, "/map/") { try .reply(tile($0)) },
        ]
    }

    /// The address holds the file's version: what is there can be kept for ever.
    private func tile(_ request: borrowing Request) throws -> Response {
        guard let source = map.source, let address = Self.address(request.path, version: source.version),
            source.map.zooms.contains(address.zoom)
        else { throw Failure.noTile }
        var headers = SecurityHeaders.api + [("Cache-Control", "public, max-age=31536000, immutable")]
        do throws(MapProblem) {
            guard let stored = try source.tile(address) else { return Response(status: 204, headers: headers) }
            let isVector = source.map.format == .vector
            if isVector { headers.append(("Vary", "Accept-Encoding")) }
            let isPacked = isVector && Gzip.isCompressed(stored)
            let staysPacked = isPacked && request.prefersGzip
            let etag = "\"\(Hash.of(stored).hex)\(staysPacked ? "-gzip" : "")\""
            headers.append(("ETag", etag))
            if request.has(etag: etag) { return Response(status: 304, headers: headers) }
            headers.append(("Content-Type", source.map.format.contentType))
            if staysPacked { headers.append(("Content-Encoding", "gzip")) }
            return Response(status: 200, headers: headers, body: Body(staysPacked ? stored : try source.plain(stored)))
        } catch {
            throw Failure.damagedMap
        }
    }

    /// `/map/{version}/{z}/{x}/{y}`; numbers as anybody writes them, so that a tile has one address.
    private static func address(_ path: String, version: String) -> TileAddress? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
        guard parts.count == 4, let named = parts.first, named == version else { return nil }
        let numbers = parts.dropFirst().compactMap { part in
            Int(part).flatMap { String($0) == part ? $0 : nil }
        }
        guard numbers.count == 3 else { return nil }
        return TileAddress(zoom: numbers[0], column: numbers[1], row: numbers[2])
    }
}

/// `Map` in docs/openapi.yaml.
private struct Document: Encodable {
    struct Tiles: Encodable {
        let kind: String
        let url: String
        let minZoom: Int
        let maxZoom: Int
        let bounds: [Double]
        let attribution: String?
        let version: String
        let layers: [String]?
    }

    private let tiles: Tiles?
    private enum CodingKeys: String, CodingKey { case tiles }

    init(_ source: (any TileSource)?) {
        tiles = source.map { source in
            let map = source.map
            let isVector = map.format == .vector
            return Tiles(
                kind: isVector ? "vector" : "raster", url: "/map/\(source.version)/{z}/{x}/{y}",
                minZoom: map.zooms.lowerBound, maxZoom: map.zooms.upperBound,
                bounds: [map.bounds.west, map.bounds.south, map.bounds.east, map.bounds.north],
                attribution: map.attribution.isEmpty ? nil : map.attribution, version: source.version,
                layers: isVector ? map.layers : nil)
        }
    }

    /// Without tiles it says `null`, where a made encoder would leave the key out.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(tiles, forKey: .tiles)
    }
}
