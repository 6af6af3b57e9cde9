/// A short text of known length built in place: ids and times are formatted for every fact, and this takes one
/// allocation (the String's own) where interpolation takes five or more.
struct ASCIIText<let capacity: Int> {
    private var bytes = InlineArray<capacity, UInt8>(repeating: UInt8(ascii: "0"))
    private var count = 0

    mutating func append(_ character: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: character)
        count += 1
    }

    /// The lowest `digits` decimal digits of `number`, which isn't negative, with leading zeros.
    mutating func append(decimal number: Int, digits: Int) {
        var rest = number
        for position in stride(from: count + digits - 1, through: count, by: -1) {
            bytes[position] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// The lowest `digits` hexadecimal digits of `number`, lower case.
    mutating func append(hexadecimal number: UInt64, digits: Int) {
        for position in 0..<digits {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(4 * (digits - 1 - position))) & 0xF
            bytes[count + position] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
        count += digits
    }

    var string: String {
        guard let text = try? UTF8Span(validating: bytes.span.extracting(0..<count)) else { return "" }
        return String(copying: text)
    }
}
