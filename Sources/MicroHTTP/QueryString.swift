/// Query items, decoded as `application/x-www-form-urlencoded` (https://url.spec.whatwg.org/#urlencoded-parsing), but
/// strictly: a broken escape, bytes that aren't UTF-8 or a NUL refuse the whole query instead of being replaced.
enum QueryString {
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) -> [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        for item in bytes.split(separator: UInt8(ascii: "&")) {
            let equals = item.firstIndex(of: UInt8(ascii: "=")) ?? item.endIndex
            let value = equals == item.endIndex ? "" : try decode(item[(equals + 1)...])
            items.append((try decode(item[..<equals]), value))
        }
        return items
    }

    private static func decode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws(Refusal) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "+") {
                byte = UInt8(ascii: " ")
            } else if byte == UInt8(ascii: "%") {
                guard index + 1 < bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1])
                else { throw .malformedQuery }
                byte = high << 4 | low
                index += 2
            }
            guard byte != 0 else { throw .malformedQuery }
            decoded.append(byte)
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .malformedQuery }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
