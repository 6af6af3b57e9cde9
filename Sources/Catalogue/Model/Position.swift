/// A point, WGS 84, in decimal degrees.
public struct Position: Hashable, Sendable {
    /// How far the point can be trusted.
    public enum Accuracy: String, CaseIterable, Sendable {
        /// At the door.
        case exact
        /// Within 100 m.
        case near
        /// The centre of the village, for want of better.
        case village
    }

    /// -90…90, north positive.
    public let latitude: Double
    /// -180…180, east positive.
    public let longitude: Double
    /// Nil when nobody said.
    public let accuracy: Accuracy?

    /// Nil when the point isn't on Earth.
    public init?(latitude: Double, longitude: Double, accuracy: Accuracy? = nil) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.accuracy = accuracy
    }
}

/// A box along parallels and meridians, in degrees. Offices don't sit on the antimeridian: `west` <= `east`.
public struct GeographicBounds: Hashable, Sendable {
    /// The lowest latitude.
    public let south: Double
    /// The lowest longitude.
    public let west: Double
    /// The highest latitude.
    public let north: Double
    /// The highest longitude.
    public let east: Double

    /// Nil when south isn't south of north, or west west of east.
    public init?(south: Double, west: Double, north: Double, east: Double) {
        guard south <= north, west <= east else { return nil }
        self.south = south
        self.west = west
        self.north = north
        self.east = east
    }

    /// Edges included.
    public func contains(_ position: Position) -> Bool {
        (south...north).contains(position.latitude) && (west...east).contains(position.longitude)
    }
}
