/// What is particular to a monument.
public struct Heritage: Hashable, Sendable {
    /// How it can be seen.
    public enum Visit: String, CaseIterable, Sendable {
        case inside, outside
        case freeAccess = "free-access"
        case `private`, exceptional
    }

    /// When it was built.
    public var period: Translated?
    /// How the law protects it.
    public var protection: Protection?
    /// How it can be seen.
    public var visit: Visit?
}

/// How the law protects a monument.
public struct Protection: Hashable, Sendable {
    /// The French levels: classé, inscrit; or another protection.
    public enum Level: String, CaseIterable, Sendable {
        case classified, inscribed, protected
    }

    /// How strongly.
    public var level: Level
    /// Since when.
    public var date: PartialDate?
    /// In the Mérimée base: `PA00103323`.
    public var reference: String?
}
