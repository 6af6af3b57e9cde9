/// Tokens that mean one thing alone and perhaps another beside their neighbours: small words of a sentence that are codes of a country or a
/// language too, and numbers after a group. Nothing is guessed: they are asked about.
struct LineContext {
    let readings: [LineReader.Reading]
    let reader: LineReader

    /// The readings, with those refused that can't be told.
    func judged() -> [LineReader.Reading] {
        var judged = readings
        for position in readings.indices {
            if let refusal = refusal(at: position) { judged[position].outcome = .refused(refusal) }
        }
        return judged
    }

    private func refusal(at position: Int) -> LineRefusal? {
        guard let value = value(position) else { return nil }
        let piece = readings[position].piece
        switch (piece.folded, value) {
        case ("et", .country) where position > 0 && position < readings.count - 1:
            // Between two words it is a conjunction; nobody ends or begins a sentence with it.
            return asked(piece, value, "ethiopie")
        case ("la", .country) where isWord(position + 1): return asked(piece, value, "laos")
        case ("au", .country) where isWord(position + 1): return asked(piece, value, "australie")
        case ("ad", .country) where endsInNumber(position - 1): return asked(piece, value, "andorre")
        case ("de", .country) where isProfile(position - 1) && isNumber(position + 1):
            return asked(piece, value, "allemagne")
        case ("en", .language) where isWord(position + 1) && !comesFromAbroad:
            return asked(piece, value, "en:")
        case ("2a", .departement) where !saysParty && isInCapitals:
            return .ambiguous(
                piece, [("2", names(.party(LineValue.Party(adults: 2, children: 0)))), ("corse-du-sud", names(value))])
        case (_, .departement) where piece.number != nil && isGroup(position - 1) && !saysParty:
            return .groupOrDepartement(piece, names(value))
        default: return nil
        }
    }

    /// - Parameter word: what to type for the meaning that the token has alone.
    private func asked(_ piece: LinePiece, _ value: LineValue, _ word: String) -> LineRefusal {
        .perhapsSmall(piece, word, names(value))
    }

    private func names(_ value: LineValue) -> DeskLine.Token.Meaning { reader.meaning(value) }

    private func value(_ position: Int) -> LineValue? {
        guard readings.indices.contains(position), case .says(let value) = readings[position].outcome else {
            return nil
        }
        return value
    }

    private func isProfile(_ position: Int) -> Bool { value(position)?.field == .profile }

    private func isGroup(_ position: Int) -> Bool {
        switch value(position) {
        case .profile(.group), .profile(.school): true
        default: false
        }
    }

    private func isWord(_ position: Int) -> Bool {
        guard let field = value(position)?.field else { return false }
        return [.topic, .profile, .stay, .firstVisit].contains(field)
    }

    private func isNumber(_ position: Int) -> Bool {
        readings.indices.contains(position) && readings[position].piece.number != nil
    }

    private func endsInNumber(_ position: Int) -> Bool {
        guard readings.indices.contains(position), value(position)?.field == .party,
            let last = readings[position].piece.folded.utf8.last
        else { return false }
        return 48...57 ~= last
    }

    private var saysParty: Bool { readings.indices.contains { value($0)?.field == .party } }

    /// With other letters than those of `2A`, all of them capitals.
    private var isInCapitals: Bool {
        let letters = readings.flatMap { $0.piece.text.filter(\.isLetter) }
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }

    private var comesFromAbroad: Bool {
        readings.indices.contains { position in
            if case .country(let code) = value(position) { return code != "FR" }
            return false
        }
    }
}
