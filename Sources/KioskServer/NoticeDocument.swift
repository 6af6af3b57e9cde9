import Reception

/// A notice as screens are told of it, `Notice` in docs/openapi.yaml.
struct NoticeDocument: Encodable {
    let id: String
    let level: String
    let hazard: String?
    let texts: [String: String]
    let places: [String]
    let startsAt: String
    let endsAt: String
    /// Of what the desk is told only.
    let at: String?
    let supersedes: OrNull<FactID>?

    init(_ notice: Notice, forDesk: Bool = false) {
        id = notice.id.description
        level = notice.level.rawValue
        hazard = notice.hazard?.rawValue
        texts = Dictionary(uniqueKeysWithValues: notice.texts.map { ($0.key.rawValue, $0.value) })
        places = notice.places
        startsAt = notice.startsAt.description
        endsAt = notice.endsAt.description
        at = forDesk ? notice.at.description : nil
        supersedes = forDesk ? OrNull(notice.supersedes) : nil
    }
}

/// `Notices` in docs/openapi.yaml.
struct NoticeList: Encodable {
    let notices: [NoticeDocument]
}
