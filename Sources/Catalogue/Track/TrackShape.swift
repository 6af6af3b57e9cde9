/// What is measured and drawn of a line: made once when the content is read, small enough to be kept for thousands.
public struct TrackShape: Equatable, Sendable, Codable {
    /// A point of the profile.
    public struct Sample: Equatable, Sendable, Codable {
        /// Metres from the start, walked.
        public let distance: Double
        /// Metres above sea level, smoothed.
        public let elevation: Double
    }

    /// A corner of the drawn line, WGS 84 degrees.
    public struct Corner: Equatable, Sendable, Codable {
        /// Degrees, north positive.
        public let latitude: Double
        /// Degrees, east positive.
        public let longitude: Double
    }

    /// The smallest box around the line, in degrees. A line across the 180th meridian gets a box around the world.
    public struct Bounds: Equatable, Sendable, Codable {
        /// Degrees.
        public let south: Double
        /// Degrees.
        public let west: Double
        /// Degrees.
        public let north: Double
        /// Degrees.
        public let east: Double
    }

    /// Metres on the ground, on the WGS 84 ellipsoid (`Geodesy.distance`); slope does not lengthen it.
    public let length: Double
    /// Metres climbed, smoothed (`ElevationProfile`); nil without elevations.
    public let ascent: Double?
    /// Metres descended, smoothed; nil without elevations.
    public let descent: Double?
    /// At most `maximumSamples` heights at equal distances from start to end; empty without elevations.
    public let profile: [Sample]
    /// Where it is.
    public let bounds: Bounds
    /// The line for a map, one array a segment: no point of the track is further than the tolerance from it,
    /// unless that takes more than `maximumCorners` in all.
    public let lines: [[Corner]]

    /// Samples in a profile.
    public static let maximumSamples = 200
    /// Corners in a drawn line.
    public static let maximumCorners = 300
    /// Metres between the drawn line and the track: less than the width of the line on a screen.
    public static let tolerance = 5.0

    /// Measures `track`; nil when it has no segment.
    public init?(_ track: Track) {
        guard !track.segments.isEmpty, let bounds = Bounds(track.segments) else { return nil }
        self.bounds = bounds
        var length = 0.0
        var climb = (ascent: 0.0, descent: 0.0)
        var profiles: [ElevationProfile] = []
        for segment in track.segments {
            let distances = Self.distances(segment, from: length)
            length = distances.last ?? length
            guard let profile = ElevationProfile(points: segment, distances: distances) else { continue }
            let part = profile.climb()
            climb.ascent += part.ascent
            climb.descent += part.descent
            profiles.append(profile)
        }
        self.length = length
        ascent = profiles.isEmpty ? nil : climb.ascent
        descent = profiles.isEmpty ? nil : climb.descent
        profile = Self.samples(profiles, length: length)
        lines = LineSimplifier.simplified(track.segments, tolerance: Self.tolerance, limit: Self.maximumCorners)
    }

    private static func distances(_ points: [Track.Point], from start: Double) -> [Double] {
        var distances = [start]
        distances.reserveCapacity(points.count)
        var total = start
        for index in points.indices.dropFirst() {
            total += Geodesy.distance(points[index - 1], points[index])
            distances.append(total)
        }
        return distances
    }

    private static func samples(_ profiles: [ElevationProfile], length: Double) -> [Sample] {
        guard !profiles.isEmpty, length > 0 else { return [] }
        // A sample each 10 m is as fine as any recorder's heights.
        let count = min(maximumSamples, max(2, Int(length / 10) + 1))
        let wanted = (0..<count).map { length * Double($0) / Double(count - 1) }
        var samples: [Sample] = []
        samples.reserveCapacity(count)
        var next = 0
        for (index, profile) in profiles.enumerated() {
            let isLast = index == profiles.count - 1
            let end = isLast ? length : profile.distances.last ?? length
            let upTo = isLast ? count : wanted[next...].firstIndex { $0 > end } ?? count
            for (distance, elevation) in zip(wanted[next..<upTo], profile.elevations(at: wanted[next..<upTo])) {
                samples.append(Sample(distance: distance, elevation: elevation))
            }
            next = upTo
        }
        return samples
    }
}

extension TrackShape.Bounds {
    /// Nil when there is no point.
    init?(_ segments: [[Track.Point]]) {
        guard let first = segments.first?.first else { return nil }
        var (south, north) = (first.latitude, first.latitude)
        var (west, east) = (first.longitude, first.longitude)
        for segment in segments {
            for point in segment {
                south = min(south, point.latitude)
                north = max(north, point.latitude)
                west = min(west, point.longitude)
                east = max(east, point.longitude)
            }
        }
        self.init(south: south, west: west, north: north, east: east)
    }
}
