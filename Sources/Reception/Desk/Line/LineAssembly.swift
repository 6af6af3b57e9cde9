/// What the tokens say together: one contact, and one moment.
struct LineAssembly {
    private(set) var contact = Contact()
    private(set) var moment: LineValue.Moment?
    private var isGroup = false
    /// The first token that said a field.
    private var said: [DeskLine.Field: Substring] = [:]

    /// Adds what a token says. Throws when the line says something else already.
    mutating func add(_ value: LineValue, _ piece: LinePiece) throws(LineRefusal) {
        let field = value.field
        if field == .topic {
            try addTopic(value, piece)
            return
        }
        guard let first = said[field] else {
            said[field] = piece.text
            set(value)
            return
        }
        guard !(try agrees(value, piece, first)) else { return }
        throw .saidTwice(piece, first, field: field, suggestions: together(first, piece, field))
    }

    /// The contact, once all is said.
    func finished() -> Contact {
        var contact = contact
        if isGroup, contact.profile == nil { contact.profile = .group }
        return contact
    }

    private mutating func addTopic(_ value: LineValue, _ piece: LinePiece) throws(LineRefusal) {
        guard case .topic(let code) = value, !contact.topics.contains(code) else { return }
        guard contact.topics.count < Contact.topicLimit else { throw .tooManyTopics(piece) }
        contact.topics.append(code)
    }

    /// Whether the same was said before, or an origin more or less exactly. Two counts of people never agree: `2 2` may be `2+2`.
    private mutating func agrees(_ value: LineValue, _ piece: LinePiece, _ first: Substring) throws(LineRefusal) -> Bool
    {
        var other = self
        other.set(value)
        switch value.field {
        case .party: return false
        case .origin:
            let exact = other.contact
            if let before = contact.country, let now = exact.country, before != now { return false }
            if let before = contact.departement, let now = exact.departement, before != now { return false }
            if let before = contact.postcode, let now = exact.postcode, before != now { return false }
            contact.country = exact.country ?? contact.country
            contact.departement = exact.departement ?? contact.departement
            contact.postcode = exact.postcode ?? contact.postcode
            return true
        case .when: return moment == other.moment
        default: return contact == other.contact
        }
    }

    private mutating func set(_ value: LineValue) {
        switch value {
        case .party(let party):
            contact.adults = party.adults
            contact.children = party.children
            isGroup = party.isGroup
        case .country(let code): setOrigin(country: code, departement: nil, postcode: nil)
        case .departement(let code): setOrigin(country: "FR", departement: code, postcode: nil)
        case .postcode(let postcode, _):
            setOrigin(country: "FR", departement: Departements.code(ofPostcode: postcode), postcode: postcode)
        case .profile(let profile): contact.profile = profile
        case .topic(let code): contact.topics.append(code)
        case .channel(let channel): contact.channel = channel
        case .language(let code): contact.language = code
        case .stay(let stay): contact.stay = stay
        case .firstVisit(let first): contact.firstVisit = first
        case .duration(let duration): contact.duration = duration
        case .outcome(let outcome): contact.outcome = outcome
        case .when(let moment): self.moment = moment
        }
    }

    private mutating func setOrigin(country: String, departement: String?, postcode: String?) {
        contact.country = country
        contact.departement = departement
        contact.postcode = postcode
    }

    /// What two tokens perhaps meant together: `2 2` is `2+2`.
    private func together(_ first: Substring, _ piece: LinePiece, _ field: DeskLine.Field) -> [String] {
        guard field == .party else { return [] }
        if first == "2a" || piece.text == "2a" { return ["2A"] }
        guard let adults = LinePiece.number(first), let children = piece.number else { return [] }
        return ["\(adults)+\(children)"]
    }
}
