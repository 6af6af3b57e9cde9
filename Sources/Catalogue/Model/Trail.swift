/// The way of a hike or a greenway.
public struct Trail: Hashable, Sendable {
    /// How one goes.
    public enum Practice: String, CaseIterable, Sendable {
        case walking, cycling
        case mountainBiking = "mountain-biking"
        case rollers, riding
    }

    /// Where the end is.
    public enum Shape: String, CaseIterable, Sendable {
        case loop
        case oneWay = "one-way"
        case thereAndBack = "there-and-back"
    }

    /// How hard it is.
    public enum Difficulty: String, CaseIterable, Sendable {
        case veryEasy = "very-easy"
        case easy, medium, hard
    }

    /// What is painted along the way.
    public enum Waymarking: String, CaseIterable, Sendable {
        case yellow
        case whiteRed = "white-red"
        case red, signposted, partial, none
    }

    /// What one treads on.
    public enum Surface: String, CaseIterable, Sendable {
        case path, gravel, asphalt, road
    }

    /// Never empty.
    public var practices: [Practice]
    /// Where the end is.
    public var shape: Shape?
    /// Metres.
    public var length: Int?
    /// Metres climbed in all.
    public var ascent: Int?
    /// Metres lost in all.
    public var descent: Int?
    /// Minutes, breaks not included.
    public var duration: Int?
    /// How hard it is.
    public var difficulty: Difficulty?
    /// What is painted along the way.
    public var waymarking: Waymarking?
    /// What one treads on, most common first.
    public var surface: [Surface]
    /// In the order of the way.
    public var steps: [Step]
}

/// A point of the way that is worth a word.
public struct Step: Hashable, Sendable {
    /// What there is.
    public enum Service: String, CaseIterable, Sendable {
        case parking, water, food, shop, toilets, picnic, shade
        case bikeHire = "bike-hire"
        case camping, station, viewpoint
    }

    /// What it is called.
    public var name: Translated
    /// May be outside the territory.
    public var position: Position?
    /// Metres from the start.
    public var distance: Int?
    /// INSEE code, when it is one of the office's communes.
    public var commune: String?
    /// What there is.
    public var services: [Service]
    /// One sentence.
    public var note: Translated?
}
