/// Somebody who may log in.
public struct StaffUser: Hashable, Sendable {
    /// Their name as facts bear it: 1–64 of `A–Z a–z 0–9 . _ -`.
    public var name: String
    /// What they may do.
    public var role: Role
    /// Whether they were removed: the name stays, because facts bear it, and nobody logs in with it.
    public var isRemoved: Bool

    /// A user out of their parts.
    public init(name: String, role: Role, isRemoved: Bool = false) {
        self.name = name
        self.role = role
        self.isRemoved = isRemoved
    }
}
