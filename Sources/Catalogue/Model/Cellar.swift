/// What is particular to a cellar.
public struct Cellar: Hashable, Sendable {
    /// Who makes the wine.
    public enum Kind: String, CaseIterable, Sendable {
        case estate, cooperative
    }

    /// Who makes the wine.
    public var kind: Kind
    /// Identifiers of `labels.yaml`, under `appellations`.
    public var appellations: [String]
    /// Varieties: lower-case names with hyphens.
    public var grapes: [String]
    /// Hectares.
    public var vineyard: Double?
    /// The year it began.
    public var since: Int?
}
