/// Reads JSON of the one form that is sealed (sorted keys, no spaces, whole numbers), from front to back, without making anything of what isn't
/// asked for.
struct JSONBytes {
    /// Larger than any amount, quantity or number that can be asked for, and small enough for any two to be multiplied.
    private static let limit = 1_000_000_000

    /// A key of at most 16 bytes, as one number; longer ones are all the same, and none that is asked for.
    struct Key: Hashable {
        private let packed: UInt128

        init(_ text: StaticString) { self.init(Array("\(text)".utf8)[...]) }

        fileprivate init(_ bytes: ArraySlice<UInt8>) {
            packed = bytes.count > 16 ? 0 : bytes.reduce(0) { $0 << 8 | UInt128($1) }
        }
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Whether nothing is left.
    var isAtEnd: Bool { position == bytes.count }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether a text is an object in that form.
    static func isObject(_ text: String) -> Bool {
        var reader = JSONBytes(text)
        return reader.object { $1.skip() } && reader.isAtEnd
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Each member of an object; `member` reads its value. False when the text is anything else.
    mutating func object(_ member: (Key, inout JSONBytes) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        var last: ArraySlice<UInt8> = []
        repeat {
            guard let key = string(), last.lexicographicallyPrecedes(key), take(UInt8(ascii: ":")),
                member(Key(key), &self)
            else { return false }
            last = key
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "}"))
    }

    /// Each element of an array.
    mutating func array(_ element: (inout JSONBytes) -> Bool) -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        repeat { guard element(&self) else { return false } } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]"))
    }

    /// A whole number within the limit.
    mutating func whole(_ found: (Int) -> Void) -> Bool {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var value = 0
        while let byte = next, 48...57 ~= byte {
            value = value * 10 + Int(byte) - 48
            guard value <= Self.limit else { return false }
            position += 1
        }
        guard isWhole(from: start, isNegative: isNegative) else { return false }
        found(isNegative ? -value : value)
        return true
    }

    /// Whether what was read from `start` on are the digits of a number as it is written: without a zero before it, or a sign before zero.
    private func isWhole(from start: Int, isNegative: Bool) -> Bool {
        position > start && (bytes[start] != UInt8(ascii: "0") || (position == start + 1 && !isNegative))
    }

    /// A text, its escapes as they are.
    mutating func text(_ found: (ArraySlice<UInt8>) -> Void) -> Bool {
        guard let bytes = string() else { return false }
        found(bytes)
        return true
    }

    /// Any value.
    mutating func skip() -> Bool {
        switch next {
        case UInt8(ascii: "{"): return object { $1.skip() }
        case UInt8(ascii: "["): return array { $0.skip() }
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        default:
            let isNegative = take(UInt8(ascii: "-"))
            let start = position
            while let byte = next, 48...57 ~= byte { position += 1 }
            return isWhole(from: start, isNegative: isNegative)
        }
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let rest = bytes[position...].prefix(word.utf8CodeUnitCount)
        guard rest.elementsEqual("\(word)".utf8) else { return false }
        position += rest.count
        return true
    }

    /// What is between two quotes, escapes as they are.
    private mutating func string() -> ArraySlice<UInt8>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while let byte = next, byte != UInt8(ascii: "\"") {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard take(UInt8(ascii: "\"")) else { return nil }
        return bytes[start..<(position - 1)]
    }
}
