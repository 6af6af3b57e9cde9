/// Reads JSON from front to back without making anything of what isn't asked for.
struct JSONBytes {
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

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Each member of an object; `member` reads its value. False when the text is anything else.
    mutating func object(_ member: (Key, inout JSONBytes) -> Bool) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        repeat {
            guard let key = string(), take(UInt8(ascii: ":")), member(Key(key), &self) else { return false }
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

    /// A whole number, without fraction or exponent.
    mutating func whole(_ found: (Int) -> Void) -> Bool {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var value = 0
        while let byte = next, 48...57 ~= byte {
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            guard !overflows, tens <= Int.max - 9 else { return false }
            value = tens + Int(byte) - 48
            position += 1
        }
        guard position > start else { return false }
        found(isNegative ? -value : value)
        return true
    }

    /// A text without escapes.
    mutating func text(_ found: (String) -> Void) -> Bool {
        guard let bytes = string() else { return false }
        found(String(decoding: bytes, as: UTF8.self))
        return true
    }

    /// Any value.
    mutating func skip() -> Bool {
        switch next {
        case UInt8(ascii: "{"): return object { $1.skip() }
        case UInt8(ascii: "["): return array { $0.skip() }
        case UInt8(ascii: "\""): return string() != nil
        default:
            let start = position
            while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") {
                position += 1
            }
            return position > start
        }
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
