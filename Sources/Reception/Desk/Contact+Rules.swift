extension Contact {
    /// This contact, when it is one that can be recorded.
    ///
    /// Throws a `Refusal`: `party_invalid`, `country_invalid`, `departement_invalid`, `postcode_invalid`, `lang_invalid`,
    /// `topics_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> Contact {
        try checkParty()
        try checkOrigin()
        if let language, !Language.isKnown(language) { throw .languageUnknown(language) }
        guard topics.count <= Self.topicLimit, Set(topics).count == topics.count else { throw .tooManyTopics }
        for topic in topics where !Names.isSlug(topic) { throw .noTopic(topic) }
        return self
    }

    private func checkParty() throws(Refusal) {
        switch (adults, children) {
        case (nil, nil): break
        case (let adults?, let children?):
            guard 0...Self.peopleLimit ~= adults, 0...Self.peopleLimit ~= children,
                1...Self.peopleLimit ~= adults + children
            else { throw .partyOutOfBounds }
        default: throw .partyHalfKnown
        }
    }

    private func checkOrigin() throws(Refusal) {
        if let country, !Countries.isKnown(country) { throw .countryUnknown(country) }
        // ISO 3166 has codes for these too; counted by both, their visitors would be in two places.
        if let country, let departement = Departements.ofCountry[country] {
            throw .countryIsDepartement(country, departement)
        }
        guard country == "FR" || departement == nil && postcode == nil else { throw .departementElsewhere }
        if let departement, !Departements.isKnown(departement) { throw .departementUnknown(departement) }
        guard let postcode else { return }
        guard let place = Departements.code(ofPostcode: postcode) else { throw .noPostcode(postcode) }
        guard place == departement else { throw .postcodeElsewhere(postcode, departement) }
    }
}

extension Refusal {
    fileprivate static var partyOutOfBounds: Refusal {
        Refusal(
            .partyInvalid,
            fr: (
                "Un groupe compte de 1 à \(Contact.peopleLimit) personnes.",
                "Corrigez le nombre, ou dites « ? » s'il n'est pas connu."
            ),
            en: (
                "A party is 1 to \(Contact.peopleLimit) people.", "Correct the number, or say “?” when it isn't known."
            ))
    }

    fileprivate static var partyHalfKnown: Refusal {
        Refusal(
            .partyInvalid,
            fr: (
                "Les adultes sont connus sans les enfants, ou l'inverse.",
                "Donnez les deux nombres (0 compte), ou aucun."
            ),
            en: ("Adults are known without children, or the other way round.", "Give both numbers (0 counts), or none.")
        )
    }

    fileprivate static func countryUnknown(_ text: String) -> Refusal {
        Refusal(
            .countryInvalid,
            fr: (
                "\(text.quotedForMessage) n'est pas le code d'un pays.",
                "Deux lettres capitales, comme FR, NL ou GB."
            ),
            en: ("\(text.quotedForMessage) isn't a country's code.", "Two capital letters, such as FR, NL or GB."))
    }

    fileprivate static func countryIsDepartement(_ country: String, _ departement: String) -> Refusal {
        Refusal(
            .countryInvalid,
            fr: ("\(country) est un département français.", "Dites FR, et \(departement) pour le département."),
            en: ("\(country) is a French département.", "Say FR, and \(departement) for the département."))
    }

    fileprivate static var departementElsewhere: Refusal {
        Refusal(
            .departementInvalid,
            fr: (
                "Un département ou un code postal va avec la France.", "Dites que le pays est FR, ou enlevez-les."
            ),
            en: ("A département or a postcode goes with France.", "Say that the country is FR, or leave them out."))
    }

    fileprivate static func departementUnknown(_ text: String) -> Refusal {
        Refusal(
            .departementInvalid,
            fr: (
                "\(text.quotedForMessage) n'est pas un département.",
                "De 01 à 95, avec 2A et 2B à la place de 20, et 971 à 974, 976."
            ),
            en: (
                "\(text.quotedForMessage) isn't a département.",
                "01 to 95, with 2A and 2B in the place of 20, and 971 to 974, 976."
            ))
    }

    fileprivate static func noPostcode(_ text: String) -> Refusal {
        Refusal(
            .postcodeInvalid,
            fr: ("\(text.quotedForMessage) n'est pas un code postal.", "Cinq chiffres, comme 30250."),
            en: ("\(text.quotedForMessage) isn't a postcode.", "Five digits, such as 30250."))
    }

    fileprivate static func postcodeElsewhere(_ postcode: String, _ departement: String?) -> Refusal {
        Refusal(
            .postcodeInvalid,
            fr: (
                "Le code postal \(postcode) n'est pas du département \(departement ?? "inconnu").",
                "Gardez l'un des deux, ou corrigez-le."
            ),
            en: (
                "The postcode \(postcode) isn't in the département \(departement ?? "unknown").",
                "Keep one of the two, or correct it."
            ))
    }

    fileprivate static func languageUnknown(_ text: String) -> Refusal {
        Refusal(
            .langInvalid,
            fr: (
                "\(text.quotedForMessage) n'est pas le code d'une langue.", "Deux lettres minuscules, comme fr ou en."
            ),
            en: ("\(text.quotedForMessage) isn't a language's code.", "Two small letters, such as fr or en."))
    }

    fileprivate static var tooManyTopics: Refusal {
        Refusal(
            .topicsInvalid,
            fr: (
                "Plus de \(Contact.topicLimit) sujets, ou deux fois le même.",
                "Gardez ceux qui comptent le plus, chacun une fois."
            ),
            en: ("More than \(Contact.topicLimit) topics, or one of them twice.", "Keep those that matter, each once."))
    }

    fileprivate static func noTopic(_ text: String) -> Refusal {
        Refusal(
            .topicsInvalid,
            fr: (
                "\(text.quotedForMessage) n'est pas le code d'un sujet.",
                "Des minuscules sans accent, des chiffres et des tirets, comme hiking."
            ),
            en: (
                "\(text.quotedForMessage) isn't a topic's code.",
                "Small letters without accents, digits and hyphens, such as hiking."
            ))
    }
}
