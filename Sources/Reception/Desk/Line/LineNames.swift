/// What values are called, in both languages, with the office's words.
struct LineNames {
    let vocabulary: Vocabulary

    func topic(_ code: String, in language: MessageLanguage) -> String {
        vocabulary.topics.first { $0.code == code }?.name(in: language) ?? code
    }

    func profile(_ profile: Contact.Profile, in language: MessageLanguage) -> String {
        vocabulary.profiles.first { $0.code == profile.rawValue }?.name(in: language) ?? profile.rawValue
    }

    /// `Sommières (Gard)`: the town that is meant by a postcode, when the office knows it.
    func postcode(_ postcode: String) -> String {
        let departement = Departements.code(ofPostcode: postcode).map(Departements.name) ?? ""
        let communes = vocabulary.communes.filter { $0.postcode == postcode }
        let town = vocabulary.towns[postcode] ?? (communes.count == 1 ? communes[0].name : postcode)
        return "\(town) (\(departement))"
    }

    /// `2 adultes, 2 enfants`
    func party(adults: Int?, children: Int?, in language: MessageLanguage) -> String {
        let isFrench = language == .french
        guard let adults else { return isFrench ? "nombre inconnu" : "number unknown" }
        let children = children ?? 0
        var parts: [String] = []
        if adults > 0 || children == 0 {
            parts.append("\(adults) \(isFrench ? "adulte" : "adult")\(adults > 1 ? "s" : "")")
        }
        if children > 0 {
            let child = isFrench ? (children > 1 ? "enfants" : "enfant") : (children > 1 ? "children" : "child")
            parts.append("\(children) \(child)")
        }
        return parts.joined(separator: ", ")
    }

    /// What a token says; `moments` tells when it was.
    func meaning(of value: LineValue, moments: LineMoments? = nil) -> DeskLine.Token.Meaning {
        func both(_ name: (MessageLanguage) -> String) -> DeskLine.Token.Meaning {
            DeskLine.Token.Meaning(field: value.field, fr: name(.french), en: name(.english))
        }
        switch value {
        case .party(let party):
            return both { self.party(adults: party.adults, children: party.children, in: $0) }
        case .country(let code): return both { Countries.name(of: code, in: $0) }
        case .departement(let code): return both { _ in Departements.name(of: code) }
        case .postcode(let postcode, let commune?):
            let departement = Departements.code(ofPostcode: postcode).map(Departements.name) ?? ""
            return both { _ in "\(commune) (\(departement)), \(postcode)" }
        case .postcode(let postcode, nil): return both { _ in self.postcode(postcode) }
        case .profile(let profile): return both { self.profile(profile, in: $0) }
        case .topic(let code): return both { topic(code, in: $0) }
        case .language(let code): return both { Self.spoken(code, in: $0) }
        case .when(let at): return both { moments?.words(at, in: $0) ?? "" }
        case .channel, .stay, .firstVisit, .outcome, .duration: return both { Self.builtIn(value, in: $0) }
        }
    }

    /// `en anglais`
    static func spoken(_ code: String, in language: MessageLanguage) -> String {
        (language == .french ? "en " : "in ") + SpokenLanguages.name(of: code, in: language)
    }

    /// What an office doesn't name itself.
    static func builtIn(_ value: LineValue, in language: MessageLanguage) -> String {
        if case .duration(let duration) = value {
            let entry = BuiltInWords.durations.first { $0.value == duration }
            return (language == .french ? entry?.fr : entry?.en) ?? duration.rawValue
        }
        let entry = BuiltInWords.all.first { $0.value == value }
        return (language == .french ? entry?.fr : entry?.en) ?? ""
    }
}
