/// Words and what they say, found whole or by their beginning.
struct WordIndex: Sendable {
    /// One way to type something.
    struct Word: Hashable, Sendable {
        /// As `Folding.key` makes it.
        var key: String
        var value: LineValue
        /// Whether a beginning of it is enough.
        var hasBeginnings = true
        /// A long name without its spaces: found, never shown.
        var isSqueezed = false
    }

    /// By key.
    let words: [Word]

    init(_ words: [Word]) {
        var all: [Word] = []
        all.reserveCapacity(words.count * 5 / 4)
        for word in words {
            all.append(word)
            guard word.key.utf8.contains(UInt8(ascii: " ")) else { continue }
            let squeezed = word.key.utf8.filter { $0 != UInt8(ascii: " ") }
            all.append(
                Word(
                    key: String(decoding: squeezed, as: UTF8.self), value: word.value,
                    hasBeginnings: word.hasBeginnings,
                    isSqueezed: true))
        }
        // Sorting numbers moves two of them where sorting words would move, retain and release all they hold, and seldom looks at a word.
        let places = all.indices.map { (beginning: Self.beginning(all[$0].key), position: $0) }
        self.words = places.sorted { left, right in
            left.beginning == right.beginning
                ? all[left.position].key < all[right.position].key : left.beginning < right.beginning
        }.map { all[$0.position] }
    }

    /// The first eight bytes as a number, in the order of the keys.
    private static func beginning(_ key: String) -> UInt64 {
        let number = key.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        return number << UInt64(8 * max(0, 8 - key.utf8.count))
    }

    /// The words written exactly so.
    func exactly(_ key: String) -> ArraySlice<Word> {
        let start = position(of: key)
        var end = start
        while end < words.count, words[end].key == key { end += 1 }
        return words[start..<end]
    }

    /// The words that begin so, itself among them.
    func beginning(with key: String) -> ArraySlice<Word> {
        let start = position(of: key)
        var end = start
        while end < words.count, words[end].key.hasPrefix(key) { end += 1 }
        return words[start..<end]
    }

    /// Whether a name of several words begins with these.
    func hasMore(after key: String) -> Bool {
        let more = key + " "
        let start = position(of: more)
        return start < words.count && words[start].key.hasPrefix(more)
    }

    /// Where the first word is that isn't before `key`.
    private func position(of key: String) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension WordIndex {
    /// The words of every office: made once, when the first line is read.
    static let builtIn: WordIndex = {
        var words: [Word] = []
        for entry in BuiltInWords.all {
            for word in entry.words { words.append(Word(key: Folding.key(word), value: entry.value)) }
        }
        for country in Countries.all {
            let value = Countries.value(of: country.code)
            words.append(Word(key: Folding.key(country.code), value: value, hasBeginnings: false))
            for word in [country.fr, country.en] + country.words {
                let key = Folding.key(word)
                words.append(Word(key: key, value: value))
                if key.hasPrefix("saint ") { words.append(Word(key: "st " + key.dropFirst(6), value: value)) }
            }
        }
        for departement in Departements.all {
            for word in [departement.name] + departement.words {
                words.append(Word(key: Folding.key(word), value: .departement(departement.code)))
            }
            guard !departement.chiefTown.isEmpty else { continue }
            let key = Folding.key(departement.chiefTown)
            words.append(Word(key: key, value: .departement(departement.code), hasBeginnings: false))
            if key.hasPrefix("saint ") {
                words.append(
                    Word(key: "st " + key.dropFirst(6), value: .departement(departement.code), hasBeginnings: false))
            }
        }
        for language in SpokenLanguages.all
        where !Countries.isKnown(language.code.uppercased()) && language.code != "uk" {
            words.append(Word(key: language.code, value: .language(language.code), hasBeginnings: false))
        }
        return WordIndex(words)
    }()

    /// The names of languages, which are said with `en-` or `lang=`.
    static let languages = WordIndex(
        SpokenLanguages.all.flatMap { language in
            [
                Word(key: language.code, value: .language(language.code), hasBeginnings: false),
                Word(key: Folding.key(language.fr), value: .language(language.code)),
                Word(key: Folding.key(language.en), value: .language(language.code)),
            ]
        })

    /// The words of one office. A commune must be written whole: the beginning of its name may be another town's.
    init(_ vocabulary: Vocabulary) {
        var words: [Word] = []
        func add(_ term: Vocabulary.Term, _ value: LineValue) {
            for word in term.words + [term.fr, term.en] { words.append(Word(key: Folding.key(word), value: value)) }
        }
        for topic in vocabulary.topics { add(topic, .topic(topic.code)) }
        for term in vocabulary.profiles {
            if let profile = Contact.Profile(rawValue: term.code) { add(term, .profile(profile)) }
        }
        for commune in vocabulary.communes {
            let value = LineValue.postcode(commune.postcode, commune: commune.name)
            let key = Folding.key(commune.name)
            words.append(Word(key: key, value: value, hasBeginnings: false))
            if key.hasPrefix("saint ") {
                words.append(Word(key: "st " + key.dropFirst(6), value: value, hasBeginnings: false))
            }
        }
        self.init(words)
    }
}

extension Countries {
    /// What a country's code says: an overseas département is one, and not a country.
    static func value(of code: String) -> LineValue {
        if let departement = Departements.ofCountry[code] { return .departement(departement) }
        return .country(code)
    }
}
