/// What a member of staff may do. Each may do what those before it may.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// Records visits and what else happens at the desk, mends it, announces notices.
    case desk
    /// Reads the figures and writes what is reported.
    case manager
    /// Looks after users and the server.
    case admin

    /// By what they may do.
    public static func < (one: Role, other: Role) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .desk: 0
        case .manager: 1
        case .admin: 2
        }
    }
}
