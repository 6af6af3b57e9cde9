/// Height along a line, smoothed, and what it adds up to.
///
/// A recorder's raw heights go up and down by metres while its carrier stands still, and their sum overstates a climb by
/// a third or more. So heights are averaged over `window` metres of line, and only swings of `threshold` metres count.
struct ElevationProfile {
    /// Metres of line over which heights are averaged.
    static let window = 100.0
    /// Metres: smaller swings are not climbing.
    static let threshold = 3.0

    /// Metres from the start of the track, one per point; the first is not 0 in a later segment.
    let distances: [Double]
    /// Metres above sea level, smoothed, one per point.
    let elevations: [Double]

    /// The profile of one segment; nil when none of its points has an elevation.
    /// Between known elevations the unknown are interpolated along the line, beyond them they stay level.
    init?(points: [Track.Point], distances: [Double]) {
        guard let raw = Self.filled(points, distances) else { return nil }
        self.distances = distances
        elevations = Self.smoothed(raw, distances)
    }

    /// Metres climbed and metres descended.
    ///
    /// The line is cut at its tops and bottoms, a top being one when the line then falls by the threshold, and the legs
    /// between are added up. So ascent minus descent is the end minus the start, within the threshold at both ends,
    /// and the line walked backwards has the two exchanged.
    func climb() -> (ascent: Double, descent: Double) {
        guard var lowest = elevations.first else { return (0, 0) }
        var highest = lowest
        var ascent = 0.0
        var descent = 0.0
        var isRising: Bool?
        for elevation in elevations {
            switch isRising {
            case nil:
                lowest = min(lowest, elevation)
                highest = max(highest, elevation)
                if elevation - lowest >= Self.threshold {
                    isRising = true
                    highest = elevation
                } else if highest - elevation >= Self.threshold {
                    isRising = false
                    lowest = elevation
                }
            case true?:
                highest = max(highest, elevation)
                if highest - elevation >= Self.threshold {
                    ascent += highest - lowest
                    isRising = false
                    lowest = elevation
                }
            case false?:
                lowest = min(lowest, elevation)
                if elevation - lowest >= Self.threshold {
                    descent += highest - lowest
                    isRising = true
                    highest = elevation
                }
            }
        }
        if isRising == true { ascent += highest - lowest }
        if isRising == false { descent += highest - lowest }
        return (ascent, descent)
    }

    /// The smoothed height at distances that only grow; the line's ends stand for what is beyond them.
    func elevations(at wanted: some Sequence<Double>) -> [Double] {
        var index = 0
        return wanted.map { distance in
            while index + 2 < distances.count, distances[index + 1] < distance { index += 1 }
            return Self.interpolate(distance, distances, elevations, index)
        }
    }

    private static func filled(_ points: [Track.Point], _ distances: [Double]) -> [Double]? {
        guard let first = points.firstIndex(where: { $0.elevation != nil }) else { return nil }
        var result = [Double](repeating: points[first].elevation ?? 0, count: points.count)
        var last = first
        for index in points.indices.dropFirst(first) {
            guard let elevation = points[index].elevation else {
                result[index] = result[last]
                continue
            }
            result[index] = elevation
            let way = distances[index] - distances[last]
            for gap in last + 1..<max(index, last + 1) where way > 0 {
                let part = (distances[gap] - distances[last]) / way
                result[gap] = result[last] + part * (elevation - result[last])
            }
            last = index
        }
        return result
    }

    /// The mean of the height, drawn straight between points, over half a window before and after each point; the window
    /// is cut at the line's ends. Areas are summed once, so that it takes one pass however long the window.
    private static func smoothed(_ raw: [Double], _ distances: [Double]) -> [Double] {
        guard let start = distances.first, let end = distances.last, end > start else { return raw }
        var areas = [0.0]
        areas.reserveCapacity(raw.count)
        for index in 1..<raw.count {
            let way = distances[index] - distances[index - 1]
            areas.append(areas[index - 1] + way * (raw[index] + raw[index - 1]) / 2)
        }
        func area(to distance: Double, _ index: Int) -> Double {
            let height = interpolate(distance, distances, raw, index)
            return areas[index] + (distance - distances[index]) * (raw[index] + height) / 2
        }
        var left = 0
        var right = 0
        return distances.map { distance in
            let from = max(start, distance - window / 2)
            let to = min(end, distance + window / 2)
            while left + 2 < distances.count, distances[left + 1] < from { left += 1 }
            while right + 2 < distances.count, distances[right + 1] < to { right += 1 }
            return (area(to: to, right) - area(to: from, left)) / (to - from)
        }
    }

    /// The value at a distance between point `index` and the next, straight between the two.
    private static func interpolate(
        _ distance: Double, _ distances: [Double], _ values: [Double], _ index: Int
    ) -> Double {
        guard index + 1 < values.count else { return values[index] }
        let way = distances[index + 1] - distances[index]
        guard way > 0 else { return values[index] }
        let part = min(max((distance - distances[index]) / way, 0), 1)
        return values[index] + part * (values[index + 1] - values[index])
    }
}
