/// The language of the conversation: `en:`, `en-anglais`, `lang=en`.
enum LanguageToken {
    /// What the pieces from `start` say, and how many pieces that takes; nil when they don't name a language so.
    static func read(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        let piece = pieces[start]
        if ["en", "in"].contains(piece.folded), start + 1 < pieces.count,
            let said = WordIndex.languages.exactly(pieces[start + 1].key).first, pieces[start + 1].key.utf8.count > 2
        {
            return (2, .says(said.value))
        }
        guard let name = name(piece.folded) else { return nil }
        return (
            1,
            language(Folding.key(name)).map { .says($0) } ?? .refused(.languageUnknown(piece, near: Folding.key(name)))
        )
    }

    private static func name(_ folded: String) -> Substring? {
        if let prefix = prefixes.first(where: folded.hasPrefix) { return folded.dropFirst(prefix.count) }
        return folded.utf8.count > 1 && folded.hasSuffix(":") ? folded.dropLast() : nil
    }

    private static func language(_ key: String) -> LineValue? {
        if key.utf8.count == 2 { return Language.isKnown(key) ? .language(key) : nil }
        if let exact = WordIndex.languages.exactly(key).first { return exact.value }
        guard key.utf8.count > 2 else { return nil }
        let values = Set(WordIndex.languages.beginning(with: key).map(\.value))
        return values.count == 1 ? values.first : nil
    }

    private static let prefixes = ["lang=", "langue=", "language=", "lang:", "langue:", "language:", "en-", "in-"]
}
