/// Writes lines: the shortest usual words, all of which the reader reads back. `?`, `<` and `>` are for shells too, so it does without them
/// where it can.
struct LineFormatter {
    let vocabulary: Vocabulary

    func line(_ contact: Contact, at: Instant?, moments: LineMoments) -> String {
        var words: [String] = []
        if contact.channel != .counter { words.append(word(.channel(contact.channel))) }
        if let origin = origin(of: contact) { words.append(word(origin)) }
        let isGroup = contact.profile == .group && (contact.adults ?? 0) > 9
        if let adults = contact.adults { words.append(party(adults, contact.children ?? 0, isGroup: isGroup)) }
        if let profile = contact.profile, !isGroup { words.append(word(.profile(profile))) }
        if let stay = contact.stay { words.append(word(.stay(stay))) }
        if let first = contact.firstVisit { words.append(word(.firstVisit(first))) }
        words += contact.topics.filter { code in vocabulary.topics.contains { $0.code == code } }.map {
            word(.topic($0))
        }
        if let language = contact.language { words.append(word(.language(language))) }
        if let duration = contact.duration { words.append(word(.duration(duration))) }
        if let outcome = contact.outcome { words.append(word(.outcome(outcome))) }
        if let at { words.append(moments.typed(at)) }
        return words.isEmpty ? "?" : words.joined(separator: " ")
    }

    /// How a value is typed.
    func word(_ value: LineValue) -> String {
        switch value {
        case .party(let party):
            guard let adults = party.adults else { return "?" }
            return self.party(adults, party.children ?? 0, isGroup: party.isGroup)
        case .country(let code): return Self.countries[code] ?? code.lowercased()
        case .departement(let code): return code
        case .postcode(let postcode, let commune): return commune.map { Folding.oneWord(Folding.key($0)) } ?? postcode
        case .profile(let profile):
            return usual(vocabulary.profiles.first { $0.code == profile.rawValue }) ?? profile.rawValue
        case .topic(let code): return usual(vocabulary.topics.first { $0.code == code }) ?? code
        case .language(let code): return code + ":"
        case .duration(let duration):
            return BuiltInWords.durations.first { $0.value == duration }?.typed ?? duration.rawValue
        case .when: return ""
        case .channel, .stay, .firstVisit, .outcome:
            return BuiltInWords.all.first { $0.value == value }.map { Folding.oneWord($0.words[0]) } ?? ""
        }
    }

    /// An office's first word for something, else its name.
    private func usual(_ term: Vocabulary.Term?) -> String? {
        term.map { Folding.oneWord(Folding.key($0.words.first ?? $0.fr)) }
    }

    private func party(_ adults: Int, _ children: Int, isGroup: Bool) -> String {
        if isGroup { return children == 0 ? "g\(adults)" : "g\(adults)+\(children)" }
        return children == 0 && adults < 10 ? "\(adults)" : "\(adults)+\(children)"
    }

    private func origin(of contact: Contact) -> LineValue? {
        if let postcode = contact.postcode { return .postcode(postcode, commune: nil) }
        if let departement = contact.departement { return .departement(departement) }
        return contact.country.map { .country($0) }
    }

    /// Countries whose code isn't what people type, or is a small word of French sentences.
    private static let countries = ["GB": "uk", "AD": "andorre", "AU": "australie", "ET": "ethiopie", "LA": "laos"]
}
