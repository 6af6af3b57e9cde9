import Reception

/// What is counted of the screens, a day at a time, as it is stored in `what`.
enum ScreenCount: String, Sendable, CaseIterable {
    case place
    case trackDownload = "track-download"
    case takeAway = "take-away"
    case scan
    case searchFound = "search-found"
    case searchNone = "search-none"
    case face1 = "face-1"
    case face2 = "face-2"
    case face3 = "face-3"
    case face4 = "face-4"
    case session
    case idleSession = "session-idle"
    case familySession = "session-family"

    /// What an interaction counts as by itself; nil for what no figure counts, and for what counts with its session.
    init?(_ interaction: Interaction) {
        switch interaction.kind {
        case .place: self = .place
        case .trackDownload: self = .trackDownload
        case .takeAway: self = .takeAway
        case .scan: self = .scan
        case .search: self = interaction.value == "0" ? .searchNone : .searchFound
        case .feedback:
            guard let face = interaction.value.flatMap({ ScreenCount(rawValue: "face-" + $0) }) else { return nil }
            self = face
        case .sessionStart, .sessionEnd, .language, .theme, .filter, .map, .nearby, .basket, .print: return nil
        }
    }

    /// Whether `interaction_hourly` knows it in full: it has no column for what came of a search, or for a face.
    var isGesture: Bool { [.place, .trackDownload, .takeAway, .scan].contains(self) }

    /// Whether a session counts as it, once, on the day it begins.
    var isOfSession: Bool { [.session, .idleSession, .familySession].contains(self) }

    /// The face touched: `1` to `4`.
    var face: String? { rawValue.hasPrefix("face-") ? String(rawValue.suffix(1)) : nil }
}

/// What counts are kept by, beside the day, as it is stored in `facet`.
enum ScreenFacet: String, Sendable {
    case hour, screen, lang, place, theme
}
