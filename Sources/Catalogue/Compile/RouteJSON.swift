/// The line on the map, its profile and its box: the same in every language, and most of a place's bytes.
struct RouteJSON {
    let line: [UInt8]?
    let profile: [UInt8]?
    let bounds: GeographicBounds?

    /// From the track; failing that, a schematic line through the steps that have a position, two at least.
    init(_ content: PlaceContent) {
        if let shape = content.shape {
            line = Self.line("recorded", shape.lines.map { $0.map { ($0.longitude, $0.latitude) } })
            profile = shape.profile.isEmpty ? nil : Self.profile(shape.profile)
            let box = shape.bounds
            bounds = GeographicBounds(south: box.south, west: box.west, north: box.north, east: box.east)
            return
        }
        profile = nil
        let steps = content.place.trail?.steps.compactMap(\.position) ?? []
        guard steps.count > 1 else {
            line = nil
            bounds = nil
            return
        }
        line = Self.line("schematic", [steps.map { ($0.longitude, $0.latitude) }])
        let latitudes = steps.map(\.latitude)
        let longitudes = steps.map(\.longitude)
        bounds = GeographicBounds(
            south: latitudes.min() ?? 0, west: longitudes.min() ?? 0, north: latitudes.max() ?? 0,
            east: longitudes.max() ?? 0)
    }

    private static func line(_ kind: String, _ segments: [[(longitude: Double, latitude: Double)]]) -> [UInt8] {
        var json = JSONWriter(capacity: 64 + 20 * segments.reduce(0) { $0 + $1.count })
        json.object {
            $0.field("kind", kind)
            $0.array("points", segments) { json, segment in
                json.array(segment) { json, point in
                    json.array([point.longitude, point.latitude]) { $0.decimal($1, places: JSONWriter.degreePlaces) }
                }
            }
        }
        return json.bytes
    }

    private static func profile(_ samples: [TrackShape.Sample]) -> [UInt8] {
        var json = JSONWriter(capacity: 64 + 12 * samples.count)
        json.object {
            $0.array("distances_m", samples) { $0.integer(Int($1.distance.rounded())) }
            $0.array("elevations_m", samples) { $0.integer(Int($1.elevation.rounded())) }
        }
        return json.bytes
    }
}
