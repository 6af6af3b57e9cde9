/// Decimal numbers read straight from bytes: a track is mostly digits, and a String for each would cost more than the rest.
enum DecimalText {
    /// The value of `bytes` as a decimal number, white space around it allowed; nil for anything else,
    /// "NaN", "INF", hexadecimal and an empty text included.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var start = 0
        var end = bytes.count
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start < end ? parse(UnsafeBufferPointer(rebasing: bytes[start..<end])) : nil
    }

    /// Digits whose value and power of ten are both exact as doubles give the nearest double with one operation
    /// (Clinger, "How to read floating point numbers accurately", 1990); the others go through the standard library.
    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let negative = bytes[0] == UInt8(ascii: "-")
        if negative || bytes[0] == UInt8(ascii: "+") { index = 1 }
        var digits: UInt64 = 0
        var digitCount = 0
        var scale = 0
        var seenPoint = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 48 < 10 {
                digits = digits &* 10 &+ UInt64(byte &- 48)
                digitCount += 1
                scale += seenPoint ? 1 : 0
            } else if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else {
                break
            }
            index += 1
        }
        guard digitCount > 0 else { return nil }
        guard index == bytes.count, digitCount <= 19, digits < 1 << 53, scale < powersOfTen.count else {
            return slow(bytes)
        }
        let value = Double(digits) / powersOfTen[scale]
        return negative ? -value : value
    }

    /// Exponents and more digits than a double holds: rare, so the plain way.
    private static func slow(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard bytes.count <= 64, bytes.allSatisfy({ $0 &- 48 < 10 || "+-.eE".utf8.contains($0) }) else { return nil }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ]

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
