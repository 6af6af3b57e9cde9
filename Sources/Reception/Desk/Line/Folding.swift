/// Words as they are compared: neither case nor accents matter, and what joins the parts of a name doesn't either.
enum Folding {
    /// In lower case and without accents; apostrophes and hyphens in their plain form.
    static func folded(_ text: some StringProtocol) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        forEachByte(of: text) { folded.append($0) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The same with one space where a name has a space, a hyphen, an apostrophe or a dot: `Côte-d'Or` is `cote d or`.
    static func key(_ text: some StringProtocol) -> String {
        // Most words of the tables are keys already, and short enough to need no memory of their own.
        if text.utf8.allSatisfy({ 97...122 ~= $0 || 48...57 ~= $0 }) { return String(text) }
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        var isApart = false
        forEachByte(of: text) { byte in
            if joins(byte) {
                isApart = !key.isEmpty
            } else {
                if isApart { key.append(UInt8(ascii: " ")) }
                isApart = false
                key.append(byte)
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    @inline(__always)
    private static func forEachByte(of text: some StringProtocol, _ body: (UInt8) -> Void) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 65...90: body(UInt8(truncatingIfNeeded: scalar.value + 32))
            case 0..<128: body(UInt8(truncatingIfNeeded: scalar.value))
            case 0x300...0x36F: continue  // accents that stand apart from their letter
            default: for byte in (plain[scalar] ?? String(scalar).lowercased()).utf8 { body(byte) }
            }
        }
    }

    /// What joins the parts of a name: space, hyphen, apostrophe, dot, underscore, slash, parentheses.
    private static func joins(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x27, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x5F: true
        default: false
        }
    }

    /// How a key is typed in one word: `cote-d-or`.
    static func oneWord(_ key: String) -> String {
        String(decoding: key.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    }

    /// Letters that are a plain one with an accent, or two joined.
    private static let plain: [Unicode.Scalar: String] = {
        let groups = [
            "a": "àáâãäåāăą", "c": "çćčċ", "d": "ďđð", "e": "èéêëēėęě", "g": "ğģġ", "h": "ħ", "i": "ìíîïīįı", "k": "ķ",
            "l": "łľļĺ",
            "n": "ñńňņ", "o": "òóôõöøōő", "r": "řŕ", "s": "śšşș", "t": "ťţț", "u": "ùúûüūůűų", "y": "ýÿ", "z": "źžż",
            "oe": "œ",
            "ae": "æ", "ss": "ß", "'": "’‘ʼ", "-": "‐‑‒–",
        ]
        var plain: [Unicode.Scalar: String] = [:]
        for (letter, accented) in groups {
            for scalar in accented.unicodeScalars {
                plain[scalar] = letter
                for upper in scalar.properties.uppercaseMapping.unicodeScalars where upper.value > 127 {
                    plain[upper] = letter
                }
            }
        }
        return plain
    }()
}
