/// How many people: `2`, `2+2`, `2a1e`, `g25`, `?`; in words too, `2 adultes et 1 enfant`.
enum PartyToken {
    /// What the pieces from `start` say, and how many pieces that takes; nil when they don't count people.
    static func read(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        let piece = pieces[start]
        guard let first = piece.folded.utf8.first, 48...57 ~= first || "?+-g".utf8.contains(first) else { return nil }
        if piece.folded == "?" { return (1, .says(.party(LineValue.Party()))) }
        if let group = group(pieces, from: start) { return group }
        if let counted = counted(pieces, from: start) { return counted }
        if piece.folded.utf8.count == 1, let adults = piece.number { return (1, party(piece, adults, 0)) }
        return sum(piece).map { (1, $0) }
    }

    /// `2+2`; anything else with a sign is a slip of the fingers.
    private static func sum(_ piece: LinePiece) -> LineOutcome? {
        let folded = piece.folded
        guard let first = folded.utf8.first, let last = folded.utf8.last,
            folded.utf8.allSatisfy({ 48...57 ~= $0 || $0 == plus || $0 == minus })
        else { return nil }
        let parts = folded.utf8.split(separator: plus, omittingEmptySubsequences: false).map { String(Substring($0)) }
        if parts.count == 2, let adults = LinePiece.number(parts[0]), let children = LinePiece.number(parts[1]) {
            return party(piece, adults, children)
        }
        if first == minus, LinePiece.number(folded.dropFirst()) != nil { return .refused(.partyNegative(piece)) }
        guard folded.utf8.contains(plus) else { return nil }
        let number = last == plus ? LinePiece.number(parts[0]) : nil
        return .refused(.partyBrokenOff(piece, adults: number))
    }

    /// `g25`, `g20+5`, `groupe25`, `groupe de 25`.
    private static func group(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        let piece = pieces[start]
        var count = 1
        var digits: Substring?
        if groupWords.contains(piece.folded) {
            // Without the preposition a number after the word may be a département: that is asked.
            guard start + 2 < pieces.count, ["de", "of"].contains(pieces[start + 1].folded) else { return nil }
            digits = pieces[start + 2].folded[...]
            count = 3
        } else if let word = groupWords.first(where: piece.folded.hasPrefix) {
            digits = piece.folded.dropFirst(word.count)
        }
        guard let parts = digits?.split(separator: "+", omittingEmptySubsequences: false), 1...2 ~= parts.count,
            let adults = LinePiece.number(parts[0])
        else { return nil }
        guard let children = parts.count == 2 ? LinePiece.number(parts[1]) : 0 else { return nil }
        return (count, party(piece, adults, children, isGroup: true))
    }

    /// `2a1e`, `2a 1e`, `2 adultes et 1 enfant`, `12 personnes`.
    private static func counted(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        // Capital `2A` is Corse-du-Sud, unless children follow.
        if pieces[start].text == "2A", start + 1 == pieces.count || compact(pieces[start + 1].folded) == nil {
            return nil
        }
        var counts: [Unit: Int] = [:]
        var position = start
        var end = start
        while position < pieces.count {
            var found: [(Int, Unit)] = []
            if let pairs = compact(pieces[position].folded) {
                found = pairs
                position += 1
            } else if let number = pieces[position].number, position + 1 < pieces.count,
                isSpelled(pieces, at: position + 1), let unit = units[pieces[position + 1].folded]
            {
                found = [(number, unit)]
                position += 2
            } else if end > start, ["et", "and", "+", "&"].contains(pieces[position].folded) {
                position += 1
                continue
            } else {
                break
            }
            for (number, unit) in found {
                guard counts.updateValue(number, forKey: unit) == nil else { return refusal(pieces[start]) }
            }
            end = position
        }
        guard end > start else { return nil }
        let piece = pieces[start]
        if let people = counts[.people] {
            return counts.count == 1 ? (end - start, party(piece, people, 0)) : refusal(piece)
        }
        // `1e` alone is as often the first visit as one child.
        if counts[.adults] == nil, end == start + 1, piece.folded.utf8.last == UInt8(ascii: "e") {
            if let children = LinePiece.number(piece.folded.dropLast()) {
                return (1, .refused(.childrenAlone(piece, children)))
            }
        }
        return (end - start, party(piece, counts[.adults] ?? 0, counts[.children] ?? 0))
    }

    /// Whether a word after a number counts people. `ad` alone is Andorra, unless children follow: `2 ad 2 enf`.
    private static func isSpelled(_ pieces: [LinePiece], at position: Int) -> Bool {
        let word = pieces[position].folded
        guard word == "ad" else { return word.utf8.count > 2 }
        guard position + 1 < pieces.count else { return false }
        if compact(pieces[position + 1].folded) != nil { return true }
        return pieces[position + 1].number != nil && position + 2 < pieces.count
            && units[pieces[position + 2].folded] == .children
    }

    private static func refusal(_ piece: LinePiece) -> (count: Int, outcome: LineOutcome) {
        (1, .refused(.partyBrokenOff(piece, adults: nil)))
    }

    private static func party(_ piece: LinePiece, _ adults: Int, _ children: Int, isGroup: Bool = false) -> LineOutcome
    {
        let people = adults + children
        guard people > 0 else { return .refused(.partyOfNobody(piece)) }
        guard people <= Contact.peopleLimit else { return .refused(.partyTooBig(piece, people)) }
        return .says(.party(LineValue.Party(adults: adults, children: children, isGroup: isGroup)))
    }

    private enum Unit { case adults, children, people }

    /// `2a1e` as numbers and what they count; nil when it isn't made so.
    private static func compact(_ folded: String) -> [(Int, Unit)]? {
        var rest = folded.utf8[...]
        var pairs: [(Int, Unit)] = []
        while !rest.isEmpty {
            let digits = rest.prefix { 48...57 ~= $0 }
            rest = rest[digits.endIndex...]
            let letters = rest.prefix { 97...122 ~= $0 }
            rest = rest[letters.endIndex...]
            guard let number = LinePiece.number(Substring(digits)), let unit = units[String(Substring(letters))] else {
                return nil
            }
            pairs.append((number, unit))
        }
        return pairs.isEmpty ? nil : pairs
    }

    private static let units: [String: Unit] = [
        "a": .adults, "ad": .adults, "adt": .adults, "adts": .adults, "adulte": .adults, "adultes": .adults,
        "adult": .adults,
        "adults": .adults, "e": .children, "enf": .children, "enfs": .children, "enfant": .children,
        "enfants": .children,
        "c": .children, "child": .children, "children": .children, "kid": .children, "kids": .children, "p": .people,
        "pers": .people, "personne": .people, "personnes": .people, "pax": .people, "person": .people,
        "persons": .people,
        "people": .people,
    ]
    /// The longest first.
    private static let groupWords = ["groupe", "group", "grp", "gr", "g"]
    private static let plus = UInt8(ascii: "+")
    private static let minus = UInt8(ascii: "-")
}
