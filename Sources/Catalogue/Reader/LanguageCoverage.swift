import Reception

/// How many of the texts exist in each of the office's languages.
public struct LanguageCoverage: Hashable, Sendable {
    /// All texts there are.
    public private(set) var texts = 0
    /// Those that exist, by language, in the office's order.
    public var written: [(language: Language, count: Int)] {
        languages.map { ($0, counts[$0, default: 0]) }
    }

    private let languages: [Language]
    private var counts: [Language: Int] = [:]

    init(languages: [Language]) {
        self.languages = languages
    }

    /// One text more, in these languages.
    mutating func count(_ present: some Sequence<Language>) {
        texts += 1
        for language in present { counts[language, default: 0] += 1 }
    }

    mutating func add(_ other: LanguageCoverage) {
        texts += other.texts
        counts.merge(other.counts, uniquingKeysWith: +)
    }
}
