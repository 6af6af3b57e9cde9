/// A contact in words, as it is echoed before and after it is kept.
struct LineWords {
    let names: LineNames
    let moments: LineMoments
    let language: MessageLanguage

    func words(_ contact: Contact, at: Instant?) -> String {
        var parts: [String] = []
        if contact.channel != .counter { parts.append(builtIn(.channel(contact.channel))) }
        parts.append(origin(contact))
        parts.append(names.party(adults: contact.adults, children: contact.children, in: language))
        if let profile = contact.profile { parts.append(names.profile(profile, in: language)) }
        if let stay = stay(contact) { parts.append(stay) }
        if let first = contact.firstVisit { parts.append(builtIn(.firstVisit(first))) }
        if !contact.topics.isEmpty {
            parts.append(contact.topics.map { names.topic($0, in: language) }.joined(separator: ", "))
        }
        if let code = contact.language { parts.append(LineNames.spoken(code, in: language)) }
        if let duration = contact.duration { parts.append(builtIn(.duration(duration))) }
        if let outcome = contact.outcome { parts.append(builtIn(.outcome(outcome))) }
        if let at { parts.append(moments.words(at, in: language)) }
        return parts.joined(separator: " · ")
    }

    private func origin(_ contact: Contact) -> String {
        if let postcode = contact.postcode {
            let local = language == .french ? ", du territoire" : ", local"
            return names.postcode(postcode) + (names.vocabulary.isLocal(postcode: postcode) ? local : "")
        }
        if let departement = contact.departement { return Departements.name(of: departement) }
        if let country = contact.country { return Countries.name(of: country, in: language) }
        return language == .french ? "origine inconnue" : "origin unknown"
    }

    /// A resident who is local is said already. Somebody local whose stay nobody asked isn't a resident yet: that is said.
    private func stay(_ contact: Contact) -> String? {
        let isLocal = contact.postcode.map(names.vocabulary.isLocal) ?? false
        switch contact.stay {
        case .resident? where isLocal: return nil
        case nil where isLocal: return language == .french ? "séjour inconnu" : "stay unknown"
        case let stay?: return builtIn(.stay(stay))
        case nil: return nil
        }
    }

    private func builtIn(_ value: LineValue) -> String { LineNames.builtIn(value, in: language) }
}
