/// What one token says, whichever way it was typed.
enum LineValue: Hashable, Sendable {
    case party(Party)
    case country(String)
    case departement(String)
    /// A postcode, or a commune of the territory by its name.
    case postcode(String, commune: String?)
    case profile(Contact.Profile)
    case topic(String)
    case channel(Contact.Channel)
    case language(String)
    case stay(Contact.Stay)
    case firstVisit(Bool)
    case duration(Contact.Duration)
    case outcome(Contact.Outcome)
    case when(Instant)

    /// How many people.
    struct Party: Hashable, Sendable {
        /// Nil when it is unknown; then so are the children.
        var adults: Int?
        var children: Int?
        /// Typed as a group: its profile, unless another one is said.
        var isGroup = false
    }

    /// The field it fills.
    var field: DeskLine.Field {
        switch self {
        case .party: .party
        case .country, .departement, .postcode: .origin
        case .profile: .profile
        case .topic: .topic
        case .channel: .channel
        case .language: .language
        case .stay: .stay
        case .firstVisit: .firstVisit
        case .duration: .duration
        case .outcome: .outcome
        case .when: .when
        }
    }
}
