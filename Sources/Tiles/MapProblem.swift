/// Why a map's file can't be used as it is. The words for the person who put it there are here too, in both languages.
public enum MapProblem: Error, Hashable, Sendable {
    /// The file can't be opened or read.
    case unreadable
    /// The file isn't what its name says.
    case notTiles
    /// The file stops too early or contradicts itself.
    case damaged
    /// There is not one tile in it.
    case noTiles
    /// Tiles in a form that isn't served: `what` names it.
    case unsupported(String)
    /// A second map: only the first by name is shown.
    case notShown(shown: String)

    /// The same in every language and version.
    public var code: String {
        switch self {
        case .unreadable: "map-unreadable"
        case .notTiles: "map-not-tiles"
        case .damaged: "map-damaged"
        case .noTiles: "map-empty"
        case .unsupported: "map-unsupported"
        case .notShown: "map-not-shown"
        }
    }

    /// What is wrong and how to mend it, in French.
    public var french: (what: String, mend: String) {
        switch self {
        case .unreadable:
            ("Le fond de carte ne se lit pas.", "Vérifiez que le serveur a le droit de le lire.")
        case .notTiles:
            (
                "Ce fichier n'est pas un fond de carte MBTiles ou PMTiles (version 3).",
                "Refaites-le avec « make map », ou retirez-le."
            )
        case .damaged:
            (
                "Le fond de carte est incomplet ou abîmé.",
                "Copiez-le de nouveau, ou refaites-le avec « make map »."
            )
        case .noTiles:
            (
                "Le fond de carte est vide.",
                "Refaites-le avec « make map » à partir d'un extrait qui couvre le territoire."
            )
        case .unsupported(let what):
            (
                "Ce fond de carte contient des tuiles qui ne peuvent pas être servies : \(what).",
                "Il faut des tuiles vectorielles (brutes ou en gzip), PNG, JPEG ou WebP."
            )
        case .notShown(let shown):
            (
                "Ce fond de carte n'est pas montré : \(shown) vient avant lui.",
                "Ne gardez qu'un fond de carte dans content/map/."
            )
        }
    }

    /// What is wrong and how to mend it, in English.
    public var english: (what: String, mend: String) {
        switch self {
        case .unreadable: ("The map can't be read.", "Check that the server may read it.")
        case .notTiles:
            ("This file isn't an MBTiles or PMTiles (version 3) map.", "Make it again with \"make map\", or remove it.")
        case .damaged:
            ("The map is cut short or damaged.", "Copy it again, or make it again with \"make map\".")
        case .noTiles:
            ("The map is empty.", "Make it again with \"make map\" from an extract that covers the territory.")
        case .unsupported(let what):
            (
                "This map holds tiles that can't be served: \(what).",
                "Tiles must be vector (plain or gzip), PNG, JPEG or WebP."
            )
        case .notShown(let shown):
            ("This map isn't shown: \(shown) comes before it.", "Keep one map in content/map/.")
        }
    }
}
