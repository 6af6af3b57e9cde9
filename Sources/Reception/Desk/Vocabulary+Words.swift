/// What the words of an office may be.
extension Vocabulary {
    /// 2–40 letters and digits, in one to four parts, of which the first isn't a number: that would be a party's.
    public static func isWord(_ text: String) -> Bool {
        let key = Folding.key(text)
        let first = key.utf8.prefix { $0 != UInt8(ascii: " ") }
        return LinePiece.number(Substring(first)) == nil && 2...40 ~= key.utf8.count
            && key.utf8.count(where: { $0 == UInt8(ascii: " ") }) < 4
            && key.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == UInt8(ascii: " ") }
    }

    /// A word as it is compared: case, accents, hyphens and apostrophes don't matter.
    public static func comparable(_ word: String) -> String { Folding.key(word) }

    /// What a word says at every desk, by itself or by its form, so that no office can give it another meaning; nil when it is free.
    public static func builtInMeaning(of word: String) -> DeskLine.Token.Meaning? {
        let names = LineNames(vocabulary: Vocabulary())
        let key = Folding.key(word)
        if let said = WordIndex.builtIn.exactly(key).first { return names.meaning(of: said.value) }
        let pieces = LinePiece.pieces(of: Folding.oneWord(key))
        guard pieces.count == 1 else { return nil }
        return LineReader.field(byFormOf: pieces[0]).map { field in
            DeskLine.Token.Meaning(field: field, fr: field.said.fr, en: field.said.en)
        }
    }
}
