/// A line on the ground: what a GPX file says, without times, heart rates or who recorded it.
public struct Track: Equatable, Sendable {
    /// A place on the line, WGS 84.
    public struct Point: Equatable, Sendable {
        /// Degrees, north positive, -90 to 90.
        public var latitude: Double
        /// Degrees, east positive, -180 to 180.
        public var longitude: Double
        /// Metres above sea level; nil when it isn't known.
        public var elevation: Double?

        /// A place as given; nothing is checked here.
        public init(latitude: Double, longitude: Double, elevation: Double? = nil) {
            self.latitude = latitude
            self.longitude = longitude
            self.elevation = elevation
        }
    }

    /// A place beside the line, with its name (`<wpt>`).
    public struct Waypoint: Equatable, Sendable {
        /// What the file calls it; empty when it doesn't.
        public var name: String
        /// Where it is.
        public var point: Point

        /// A named place.
        public init(name: String, point: Point) {
            self.name = name
            self.point = point
        }
    }

    /// The name the file gives, of its first track, route or of the file; nil when there is none.
    public var name: String?
    /// Pieces of line in the order of the file, each of two points at least, no two consecutive ones alike.
    /// Between two pieces the recorder was off: nothing is drawn, measured or climbed there.
    public var segments: [[Point]]
    /// Named places of the file.
    public var waypoints: [Waypoint]

    /// A line of `segments`.
    public init(name: String? = nil, segments: [[Point]], waypoints: [Waypoint] = []) {
        self.name = name
        self.segments = segments
        self.waypoints = waypoints
    }

    /// The first point; nil when there is no segment.
    public var start: Point? { segments.first?.first }
    /// The last point; nil when there is no segment.
    public var end: Point? { segments.last?.last }

    /// The same line walked the other way.
    public var reversed: Track {
        Track(name: name, segments: segments.reversed().map { $0.reversed() }, waypoints: waypoints)
    }
}
