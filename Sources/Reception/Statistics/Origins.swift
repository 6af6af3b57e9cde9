/// How visitors' origins are grouped: who lives in the territory, départements told apart, the rest of the region, the rest of France, and countries.
public struct Origins: Hashable, Sendable, Codable {
    /// Départements of which each is told by itself, as the office orders them; INSEE codes.
    public var apart: [String]
    /// The départements of the office's region; those that are told apart among them.
    public var region: [String]
    /// What the region is called.
    public var regionName: String

    /// A grouping out of its parts.
    public init(apart: [String] = [], region: [String] = [], regionName: String = "") {
        self.apart = apart
        self.region = region
        self.regionName = regionName
    }

    /// Nobody said.
    public static let unknown = "unknown"
    /// Lives in the office's territory.
    public static let local = "local"
    /// Another département of the region.
    public static let restOfRegion = "region"
    /// Elsewhere in France; also in France without a département, for all that is known.
    public static let restOfFrance = "FR"

    /// The group of a contact: `local`, `FR-34`, `region`, `FR`, a country's code, `unknown`. Each contact has exactly one.
    ///
    /// - `isLocal`: its postcode is one of the territory's.
    public func group(country: String?, departement: String?, isLocal: Bool) -> String {
        guard let country else { return Self.unknown }
        guard country == "FR" else { return country }
        if isLocal { return Self.local }
        guard let departement else { return Self.restOfFrance }
        if apart.contains(departement) { return "FR-\(departement)" }
        return region.contains(departement) ? Self.restOfRegion : Self.restOfFrance
    }

    /// Whether a text is written as a group is.
    public static func isGroup(_ text: String) -> Bool {
        if text == local || text == restOfRegion { return true }
        return text.hasPrefix("FR-") ? Departements.isKnown(String(text.dropFirst(3))) : Countries.isKnown(text)
    }

    /// Where a group stands in a list: the nearest first, countries after France, the unknown last.
    public func rank(of group: String) -> Int {
        switch group {
        case Self.local: 0
        case Self.restOfRegion: 100
        case Self.restOfFrance: 101
        case Self.unknown: 103
        default: apart.firstIndex { group == "FR-\($0)" }.map { $0 + 1 } ?? 102
        }
    }
}
