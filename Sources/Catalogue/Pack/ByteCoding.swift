import Native

/// Writes numbers and texts one after another, little-endian, for the pack's index.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func append(_ value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(value.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func append(_ hash: Hash) {
        append(hash.high)
        append(hash.low)
    }

    mutating func append(_ text: String) {
        append(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads what `ByteWriter` wrote. Nothing is trusted: what isn't there is nil.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var at: Int

    init(_ bytes: [UInt8], at start: Int = 0) {
        self.bytes = bytes
        self.at = start
    }

    mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value? {
        let size = Value.bitWidth / 8
        guard at >= 0, at + size <= bytes.count else { return nil }
        var value: Value = 0
        for index in (at..<at + size).reversed() { value = value << 8 | Value(truncatingIfNeeded: bytes[index]) }
        at += size
        return value
    }

    mutating func text() -> String? {
        guard let count = integer(UInt32.self).map(Int.init), count <= bytes.count - at else { return nil }
        defer { at += count }
        return String(validating: bytes[at..<at + count], as: UTF8.self)
    }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= bytes.count - at else { return false }
        at += count
        return true
    }
}
