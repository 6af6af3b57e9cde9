import Reception
import Yams

/// Reads `desk:` of `office.yaml`: the words that counsellors type, each of which must mean one thing.
struct DeskReader {
    private static let keys = ["topics", "profiles", "sites", "towns"]
    private static let termKeys = ["code", "fr", "en", "words"]

    private let office: Fields
    private let communes: [Vocabulary.Commune]
    /// Which term took a word, by the word as it is compared. A topic and a profile may share a code, and are two.
    private var owners: [String: Owner] = [:]

    private struct Owner: Equatable {
        var list: String
        var code: String
    }

    /// The office's words; only its communes when it says nothing.
    static func read(_ office: Fields, communes: [Commune]) -> Vocabulary {
        var reader = DeskReader(
            office: office, communes: communes.map { Vocabulary.Commune(name: $0.name, postcode: $0.postcode) })
        return reader.vocabulary()
    }

    private init(office: Fields, communes: [Vocabulary.Commune]) {
        self.office = office
        self.communes = communes
    }

    private mutating func vocabulary() -> Vocabulary {
        guard let desk = office.fields("desk", keys: Self.keys) else { return Vocabulary(communes: communes) }
        for commune in communes {
            owners[Vocabulary.comparable(commune.name)] = Owner(list: "communes", code: commune.name)
        }
        let topics = terms(desk, "topics")
        let profiles = terms(desk, "profiles") { $0.choice("code", of: Reception.Contact.Profile.self)?.rawValue }
        owners = [:]  // Sites are typed where nothing else is.
        let sites = terms(desk, "sites", areTyped: false)
        return Vocabulary(topics: topics, profiles: profiles, sites: sites, communes: communes, towns: towns(desk))
    }

    private mutating func terms(
        _ desk: Fields, _ key: String, areTyped: Bool = true, code: (Fields) -> String? = DeskReader.slug
    ) -> [Vocabulary.Term] {
        var terms: [Vocabulary.Term] = []
        for item in desk.groups(key, keys: Self.termKeys) {
            for needed in ["code", "fr", "en"] { _ = item.required(needed) }
            let (code, fr, en) = (code(item), item.text("fr"), item.text("en"))
            let words = item.items("words").compactMap { node in
                item.value(node, named: "words", .deskWord) { Vocabulary.isWord($0) ? $0 : nil }.map { ($0, node.line) }
            }
            guard let code, let fr, let en else { continue }
            if terms.contains(where: { $0.code == code }) {
                item.report.error(.duplicateID(code), line: item.line)
                continue
            }
            var own: Set<String> = []
            for (word, line) in words where !own.insert(Vocabulary.comparable(word)).inserted {
                item.report.error(.duplicateDeskWord(word), line: line)
            }
            for (word, line) in [(fr, item.line(of: "fr")), (en, item.line(of: "en"))] + words {
                take(word, line: line, for: Owner(list: key, code: code), areTyped: areTyped, report: item.report)
            }
            terms.append(Vocabulary.Term(code: code, fr: fr, en: en, words: words.map(\.0)))
        }
        return terms
    }

    /// A word belongs to one term, and to none when every office's desk knows it already.
    private mutating func take(_ word: String, line: Int, for owner: Owner, areTyped: Bool, report: FileReport) {
        let comparable = Vocabulary.comparable(word)
        if let other = owners[comparable], other != owner {
            report.error(.deskWordTaken(word, by: other.code), line: line)
        } else if areTyped, let meaning = Vocabulary.builtInMeaning(of: word) {
            report.error(.deskWordBuiltIn(word, meaning), line: line)
        } else {
            owners[comparable] = owner
        }
    }

    private static func slug(_ item: Fields) -> String? { item.value("code", .slug) { Fields.isSlug($0) ? $0 : nil } }

    /// The town that people mean by a postcode that communes share.
    private func towns(_ desk: Fields) -> [String: String] {
        var towns: [String: String] = [:]
        for node in desk.items("towns") {
            guard let name = desk.text(node, named: "towns") else { continue }
            guard let commune = communes.first(where: { $0.name == name }) else {
                desk.report.error(
                    .unknownReference(name, key: "town", file: "territory.communes", among: communes.map(\.name)),
                    line: node.line)
                continue
            }
            if towns.updateValue(name, forKey: commune.postcode) != nil {
                desk.report.error(.duplicateID(commune.postcode), line: node.line)
            }
        }
        return towns
    }
}
