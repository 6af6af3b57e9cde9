/// Fewer corners for the same line on a map, after Douglas and Peucker (1973).
///
/// The stretch whose points stand furthest off is cut first, wherever it is. So the corners a limit leaves are those
/// that matter most, and a line made to be slow costs no more than the limit times its points.
enum LineSimplifier {
    /// A part of a segment between two kept points, and its point that stands furthest from the straight line.
    private struct Stretch {
        let segment: Int
        let first: Int
        let last: Int
        let furthest: Int
        let distance: Double
    }

    /// One array of corners a segment, first and last point always among them.
    /// - Parameters:
    ///   - tolerance: metres; no point is left further than this from the line, as far as `limit` allows.
    ///   - limit: corners in all; more only when the segments have more ends.
    static func simplified(_ segments: [[Track.Point]], tolerance: Double, limit: Int) -> [[TrackShape.Corner]] {
        let flat = segments.map(flattened)
        var kept = segments.map { [0, $0.count - 1] }
        var room = limit - 2 * segments.count
        func stretch(_ segment: Int, _ first: Int, _ last: Int) -> Stretch? {
            guard last - first > 1 else { return nil }
            let (index, distance) = furthest(flat[segment], first, last)
            guard distance > tolerance else { return nil }
            return Stretch(segment: segment, first: first, last: last, furthest: index, distance: distance)
        }
        var stretches = segments.indices.compactMap { stretch($0, 0, segments[$0].count - 1) }
        while room > 0, let index = stretches.indices.max(by: { stretches[$0].distance < stretches[$1].distance }) {
            let cut = stretches.remove(at: index)
            kept[cut.segment].append(cut.furthest)
            room -= 1
            stretches += [(cut.first, cut.furthest), (cut.furthest, cut.last)].compactMap {
                stretch(cut.segment, $0, $1)
            }
        }
        return zip(segments, kept).map { segment, indices in
            indices.sorted().map { .init(latitude: segment[$0].latitude, longitude: segment[$0].longitude) }
        }
    }

    /// Metres east and north of the first point.
    private static func flattened(_ points: [Track.Point]) -> [Geodesy.Offset] {
        let scale = Geodesy.Scale(latitude: points[points.count / 2].latitude)
        return points.map { scale.offset(from: points[0], to: $0) }
    }

    /// The point between two others that stands furthest from the straight line between them, ends included.
    private static func furthest(
        _ points: [Geodesy.Offset], _ first: Int, _ last: Int
    ) -> (index: Int, distance: Double) {
        let a = points[first]
        let way = Geodesy.Offset(east: points[last].east - a.east, north: points[last].north - a.north)
        let squaredLength = way.east * way.east + way.north * way.north
        var furthest = (index: first + 1, squared: -1.0)
        for index in first + 1..<last {
            let east = points[index].east - a.east
            let north = points[index].north - a.north
            let along = squaredLength > 0 ? (east * way.east + north * way.north) / squaredLength : 0
            let part = min(max(along, 0), 1)
            let offEast = east - part * way.east
            let offNorth = north - part * way.north
            let squared = offEast * offEast + offNorth * offNorth
            if squared > furthest.squared { furthest = (index, squared) }
        }
        return (furthest.index, furthest.squared.squareRoot())
    }
}
