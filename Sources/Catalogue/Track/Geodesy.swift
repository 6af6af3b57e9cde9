import Glibc

/// Distances on the ground, on the WGS 84 ellipsoid.
enum Geodesy {
    /// Equatorial radius in metres and square of the first eccentricity (NIMA TR8350.2).
    private static let equatorialRadius = 6_378_137.0
    private static let eccentricitySquared = 0.006_694_379_990_14

    /// Metres between two places near each other.
    ///
    /// The ellipsoid is taken as flat there, with its two radii of curvature (meridian and prime vertical) at the
    /// middle latitude: the formula of Gauss's mid-latitude method, first order. Against the exact geodesic it is
    /// off by less than 1 part in 1,000,000 at 10 km and 1 in 10,000 at 100 km, where the sphere of the usual
    /// haversine formula is off by up to 1 in 200 at any distance.
    static func distance(_ a: Track.Point, _ b: Track.Point) -> Double {
        let scale = Scale(latitude: (a.latitude + b.latitude) / 2)
        return scale.offset(from: a, to: b).length
    }

    /// Metres in a degree around a latitude.
    struct Scale {
        /// Metres in a degree of latitude.
        let north: Double
        /// Metres in a degree of longitude.
        let east: Double

        init(latitude: Double) {
            let degree = Double.pi / 180
            let sine = sin(latitude * degree)
            let cosine = (1 - sine * sine).squareRoot()
            let squared = 1 - eccentricitySquared * sine * sine
            let primeVertical = equatorialRadius / squared.squareRoot()
            north = primeVertical * (1 - eccentricitySquared) / squared * degree
            east = primeVertical * cosine * degree
        }

        /// Metres east and north, the short way round.
        func offset(from a: Track.Point, to b: Track.Point) -> Offset {
            var turn = b.longitude - a.longitude
            if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
            return Offset(east: turn * east, north: (b.latitude - a.latitude) * north)
        }
    }

    /// A way in metres.
    struct Offset {
        var east: Double
        var north: Double

        var length: Double { (east * east + north * north).squareRoot() }
    }
}
