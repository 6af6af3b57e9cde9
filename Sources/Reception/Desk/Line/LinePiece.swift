/// A piece of the line between blanks, commas or semicolons.
struct LinePiece: Sendable {
    /// As typed.
    var text: Substring
    /// Where, in UTF-8 bytes.
    var bytes: Range<Int>
    /// In lower case, without accents.
    var folded: String
    /// As words are looked up.
    var key: String

    static func pieces(of line: String) -> [LinePiece] {
        var pieces: [LinePiece] = []
        func add(_ text: Substring, from: Int, to: Int) {
            pieces.append(LinePiece(text: text, bytes: from..<to, folded: Folding.folded(text), key: Folding.key(text)))
        }
        let scalars = line.unicodeScalars
        var start: (index: String.Index, offset: Int)?
        var offset = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar.properties.isWhitespace || scalar == "," || scalar == ";" {
                if let begun = start { add(line[begun.index..<index], from: begun.offset, to: offset) }
                start = nil
            } else if start == nil {
                start = (index, offset)
            }
            offset += UTF8.width(scalar)
        }
        if let begun = start { add(line[begun.index...], from: begun.offset, to: offset) }
        return pieces
    }

    /// Decimal digits only, 1 to 9 of them.
    var number: Int? { Self.number(folded) }

    static func number(_ text: some StringProtocol) -> Int? {
        guard 1...9 ~= text.utf8.count, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(text)
    }
}
