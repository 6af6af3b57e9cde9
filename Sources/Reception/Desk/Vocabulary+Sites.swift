extension Vocabulary {
    /// The site that is typed so: its code, its name or one of its words, without regard to case and accents, or a beginning that only one
    /// site has.
    ///
    /// Throws `site_invalid`, with the sites that were perhaps meant.
    public func site(named typed: String) throws(Refusal) -> Term {
        let key = Folding.key(typed)
        let named = sites.map { site in
            (site: site, keys: ([site.code, site.fr, site.en] + site.words).map(Folding.key))
        }
        if let exact = named.first(where: { $0.keys.contains(key) }) { return exact.site }
        let beginning = key.utf8.count < 2 ? [] : named.filter { $0.keys.contains { $0.hasPrefix(key) } }
        if beginning.count == 1 { return beginning[0].site }
        let near = beginning.isEmpty ? named.filter { Self.isNear(key, $0.keys) } : beginning
        throw .siteUnknown(typed, isAmbiguous: !beginning.isEmpty, near: (near.isEmpty ? named : near).map(\.site))
    }

    /// Whether a slip of the hand or two, or a beginning with one, makes one of the keys of it.
    private static func isNear(_ key: String, _ keys: [String]) -> Bool {
        let typed = Array(key.utf8.prefix(80))
        let limit = typed.count < 4 ? 1 : typed.count / 4
        return keys.contains { other in
            NearWords.slips(typed, Array(other.utf8)) <= limit
                || NearWords.slips(typed, Array(other.utf8.prefix(typed.count))) <= limit
        }
    }
}

extension Refusal {
    fileprivate static func siteUnknown(_ typed: String, isAmbiguous: Bool, near sites: [Vocabulary.Term]) -> Refusal {
        guard !sites.isEmpty else {
            return Refusal(
                .siteInvalid,
                fr: (
                    "L'office ne compte d'entrées nulle part.",
                    "Nommez ses sites sous « desk: » dans content/office.yaml."
                ),
                en: ("The office counts admissions nowhere.", "Name its sites under “desk:” in content/office.yaml."))
        }
        let codes = sites.map(\.code).joined(separator: ", ")
        let quoted = typed.quotedForMessage
        return isAmbiguous
            ? Refusal(
                .siteInvalid, fr: ("\(quoted) peut désigner plusieurs sites.", "Lequel : \(codes) ?"),
                en: ("\(quoted) may name several sites.", "Which: \(codes)?"))
            : Refusal(
                .siteInvalid, fr: ("L'office ne compte pas d'entrées à \(quoted).", "Vouliez-vous dire : \(codes) ?"),
                en: ("The office counts no admissions at \(quoted).", "Did you mean: \(codes)?"))
    }
}
