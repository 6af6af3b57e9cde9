/// Somebody who is logged in, in one browser or at one desk.
public struct StaffSession: Hashable, Sendable {
    /// Where they are logged in.
    public enum Kind: String, Sendable, CaseIterable {
        /// In a browser: until the end of the working day.
        case cookie
        /// With the `desk` command: as long as it is used now and then.
        case desk

        /// How long it lasts, in milliseconds: 12 hours from the login, or 90 days from the last use.
        public var life: Int64 {
            switch self {
            case .cookie: 12 * 3_600_000
            case .desk: 90 * 86_400_000
            }
        }

        /// Whether using it makes it last longer.
        public var slides: Bool { self == .desk }
    }

    /// Who, with the role they have now.
    public var user: StaffUser
    /// Where.
    public var kind: Kind
    /// Until when.
    public var expiresAt: Instant

    /// A session out of its parts.
    public init(user: StaffUser, kind: Kind, expiresAt: Instant) {
        self.user = user
        self.kind = kind
        self.expiresAt = expiresAt
    }
}
