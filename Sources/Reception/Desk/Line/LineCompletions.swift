/// What may be typed at the end of a line.
struct LineCompletions {
    let reader: LineReader

    /// The most that are told.
    static let limit = 40

    func completions(of text: String) -> [DeskLine.Completion] {
        let pieces = LinePiece.pieces(of: text)
        let isNew = text.utf8.count != (pieces.last?.bytes.upperBound ?? -1)
        let typed = isNew ? "" : pieces.last?.key ?? ""
        let before = isNew ? text[...] : text[..<(pieces.last?.text.startIndex ?? text.endIndex)]
        let free = freeFields(after: String(before))
        let folded = isNew ? "" : pieces.last?.folded ?? ""
        let candidates = folded.hasPrefix("@") ? moments(folded) : numbers(folded) + words(typed)
        var seen: Set<LineValue> = []
        return candidates.filter { free.contains($0.value.field) && seen.insert($0.value).inserted }.prefix(Self.limit)
            .map {
                DeskLine.Completion(word: $0.word, meaning: reader.meaning($0.value))
            }
    }

    private typealias Candidate = (word: String, value: LineValue)

    /// What the line doesn't say yet.
    private func freeFields(after before: String) -> Set<DeskLine.Field> {
        var topics = 0
        var free = Set(DeskLine.Field.allCases)
        for reading in reader.read(before) {
            guard case .says(let value) = reading.outcome else { continue }
            if value.field == .topic { topics += 1 } else { free.remove(value.field) }
        }
        if topics >= Contact.topicLimit { free.remove(.topic) }
        return free
    }

    /// Words that begin so: the office's, the desk's, then the world's, each value by its usual word when that begins so. Codes of two letters
    /// only when they are typed whole. Nothing typed yet: what most lines say next.
    private func words(_ typed: String) -> [Candidate] {
        let formatter = LineFormatter(vocabulary: reader.context.vocabulary)
        if typed.isEmpty {
            let profiles = reader.context.vocabulary.profiles.compactMap { Contact.Profile(rawValue: $0.code) }
            let topics = reader.context.vocabulary.topics.map { LineValue.topic($0.code) }
            let all = topics + profiles.map { .profile($0) } + BuiltInWords.all.map(\.value)
            return all.map { (formatter.word($0), $0) }
        }
        let begun = reader.context.words.beginning(with: typed) + WordIndex.builtIn.beginning(with: typed)
        // A word that means two things (`corse`) would be refused as soon as it is there.
        let words = begun.filter { word in
            !word.isSqueezed && (word.key == typed || word.key.utf8.count > 2)
                && reader.values(exactly: word.key).count == 1
        }
        let ordered = words.filter { $0.value.field != .origin } + words.filter { $0.value.field == .origin }
        return ordered.map { word in
            let usual = formatter.word(word.value)
            let isUsual = word.value.field != .origin && word.value.field != .language && usual.hasPrefix(typed)
            return (isUsual ? usual : Folding.oneWord(word.key), word.value)
        }
    }

    /// Départements, and the postcodes of the territory.
    private func numbers(_ typed: String) -> [Candidate] {
        guard let first = typed.utf8.first, 48...57 ~= first, typed.utf8.allSatisfy({ 48...57 ~= $0 }) else {
            return []
        }
        let departements = Departements.all.map(\.code).filter { $0.hasPrefix(typed) }.map {
            ($0, LineValue.departement($0))
        }
        let postcodes = Set(reader.context.vocabulary.communes.map(\.postcode)).sorted().filter { $0.hasPrefix(typed) }
        return departements + postcodes.map { ($0, .postcode($0, commune: nil)) }
    }

    private func moments(_ typed: String) -> [Candidate] {
        let (day, _) = reader.context.clock.dayAndHour(at: reader.context.now)
        let words = [reader.moments.typed(reader.context.now), "@hier", "@yesterday", "@\(day.adding(days: -1))"]
        return words.filter { $0.hasPrefix(typed) }.compactMap { word in
            guard let reading = reader.read(word).first, case .says(let value) = reading.outcome else { return nil }
            return (word, value)
        }
    }
}
