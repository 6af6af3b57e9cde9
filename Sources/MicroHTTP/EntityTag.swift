/// Entity tags and the conditions made of them (RFC 9110, 8.8.3 and 13.1).
enum EntityTag {
    /// Whether an If-None-Match header says that the client has this representation: `*`, or a list that holds the tag.
    /// The comparison is weak: `W/"x"` matches `"x"`.
    static func matches(_ list: UnsafeBufferPointer<UInt8>, _ tag: String) -> Bool {
        var rest = list[...]
        while let first = rest.first {
            switch first {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","):
                rest = rest.dropFirst()
            case UInt8(ascii: "*"):
                return true
            default:
                if rest.starts(with: [UInt8(ascii: "W"), UInt8(ascii: "/")]) { rest = rest.dropFirst(2) }
                // Commas may be inside the quotes: the tag ends at its closing quote.
                guard rest.first == UInt8(ascii: "\""),
                    let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "\""))
                else { return false }
                if rest[...end].elementsEqual(tag.utf8) { return true }
                rest = rest[(end + 1)...]
            }
        }
        return false
    }
}
