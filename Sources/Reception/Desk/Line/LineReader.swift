/// Reads the tokens of a line, each for itself; what they say together is `LineAssembly`'s.
struct LineReader {
    /// A token and what became of it.
    struct Reading {
        /// From its first piece to its last.
        var piece: LinePiece
        var outcome: LineOutcome
    }

    let context: DeskLine.Context
    let names: LineNames
    let moments: LineMoments

    init(_ context: DeskLine.Context) {
        self.context = context
        names = LineNames(vocabulary: context.vocabulary)
        moments = LineMoments(clock: context.clock, now: context.now)
    }

    func read(_ line: String) -> [Reading] {
        let pieces = LinePiece.pieces(of: line)
        var readings: [Reading] = []
        var position = 0
        while position < pieces.count {
            let (count, outcome) = token(pieces, from: position)
            let last = pieces[position + count - 1]
            var piece = pieces[position]
            if count > 1 {
                piece = LinePiece(
                    text: line[piece.text.startIndex..<last.text.endIndex],
                    bytes: piece.bytes.lowerBound..<last.bytes.upperBound)
            }
            readings.append(Reading(piece: piece, outcome: outcome))
            position += count
        }
        return LineContext(readings: readings, reader: self).judged()
    }

    /// The token that begins at a piece. Names of several words come first, then what is recognised by its form, then words.
    private func token(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome) {
        let piece = pieces[start]
        if let name = name(pieces, from: start) { return name }
        if let moment = MomentToken(clock: context.clock, now: context.now).read(pieces, from: start) { return moment }
        if let party = PartyToken.read(pieces, from: start) { return party }
        if let duration = DurationToken.read(pieces, from: start) { return duration }
        if let origin = OriginToken.read(piece) { return (1, origin) }
        if values(exactly: piece.key).isEmpty, let language = LanguageToken.read(pieces, from: start) {
            return language
        }
        if ["en", "in"].contains(piece.folded), let language = LanguageToken.read(pieces, from: start) {
            return language
        }
        return (1, word(piece))
    }

    /// A name of several words, the longest there is: `pays bas`, `voie verte`.
    private func name(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        var key = pieces[start].key
        guard pieces[start].number == nil, context.words.hasMore(after: key) || WordIndex.builtIn.hasMore(after: key)
        else { return nil }
        var found: (count: Int, outcome: LineOutcome)?
        for position in pieces.indices.dropFirst(start + 1).prefix(Self.longestName - 1) {
            key += " " + pieces[position].key
            let said = values(exactly: key)
            if said.count == 1, let value = said.first { found = (position - start + 1, .says(value)) }
        }
        return found
    }

    /// The most words of a name that are looked for.
    private static let longestName = 8

    /// What a piece is about that is recognised by its form, whatever it says; nil when it is a word.
    static func field(byFormOf piece: LinePiece) -> DeskLine.Field? {
        if MomentToken.spoken(piece.folded, today: OfficeDay(daysSince1970: 0)) != nil { return .when }
        if PartyToken.read([piece], from: 0) != nil { return .party }
        if DurationToken.read([piece], from: 0) != nil { return .duration }
        return OriginToken.read(piece) == nil ? nil : .origin
    }

    private func word(_ piece: LinePiece) -> LineOutcome {
        let key = piece.key
        guard !key.isEmpty, key.utf8.count <= 60 else { return .refused(.unknown(piece, near: [])) }
        let exact = values(exactly: key)
        if exact.count == 1 {
            return rival(of: exact[0], typed: key).map { .refused(ambiguous(piece, [exact[0], $0])) } ?? .says(exact[0])
        }
        if exact.count > 1 { return .refused(ambiguous(piece, exact)) }
        if key.utf8.count > 4, key.hasSuffix("s") || key.hasSuffix("x") {
            let singular = values(exactly: String(key.dropLast()))
            if singular.count == 1 { return .says(singular[0]) }
        }
        let begun = BuiltInWords.small.contains(key) ? [] : values(beginning: key)
        if begun.count == 1 { return .says(begun[0]) }
        if begun.count > 1 { return .refused(ambiguous(piece, begun)) }
        return .refused(.unknown(piece, near: near(key)))
    }

    /// What a word says when it is written whole; the office's words first.
    func values(exactly key: String) -> [LineValue] {
        unique(context.words.exactly(key) + WordIndex.builtIn.exactly(key))
    }

    /// What words say that begin so. Two letters are enough for what a desk says all day, three for the rest of the world.
    private func values(beginning key: String) -> [LineValue] {
        guard key.utf8.count > 1 else { return [] }
        let words = context.words.beginning(with: key) + WordIndex.builtIn.beginning(with: key)
        return unique(words.filter { $0.hasBeginnings && ($0.value.field != .origin || key.utf8.count > 2) })
    }

    private func unique(_ words: some Sequence<WordIndex.Word>) -> [LineValue] {
        var values: [LineValue] = []
        for word in words where !values.contains(word.value) { values.append(word.value) }
        return values
    }

    /// The code of a language may be the beginning of a word as well: `fa` is Persian, and a hurried `famille`. English is never asked about.
    private func rival(of value: LineValue, typed key: String) -> LineValue? {
        guard case .language(let code) = value, code != "en" else { return nil }
        return values(beginning: key).first { [.topic, .profile].contains($0.field) }
    }

    func ambiguous(_ piece: LinePiece, _ values: [LineValue]) -> LineRefusal {
        .ambiguous(
            piece,
            values.map { value in
                let word =
                    if case .language(let code) = value { code + ":" } else {
                        LineFormatter(vocabulary: context.vocabulary).word(value)
                    }
                return (word, meaning(value))
            })
    }

    /// Words that were perhaps meant, names of languages among them.
    private func near(_ key: String) -> [String] {
        if let language = WordIndex.languages.exactly(key).first { return ["en-" + language.key] }
        // Communes aren't taken by their beginning: `cannes` may be the one by the sea.
        let begun =
            key.utf8.count < 3 ? [] : context.words.beginning(with: key).filter { !$0.isSqueezed && !$0.hasBeginnings }
        return (begun + NearWords.near(key, in: [context.words, .builtIn])).prefix(4).map { Folding.oneWord($0.key) }
    }

    func meaning(_ value: LineValue) -> DeskLine.Token.Meaning { names.meaning(of: value, moments: moments) }
}

extension LinePiece {
    init(text: Substring, bytes: Range<Int>) {
        self.init(text: text, bytes: bytes, folded: Folding.folded(text), key: Folding.key(text))
    }
}
