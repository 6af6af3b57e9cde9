/// JSON from outside, before Foundation's decoder sees it.
public enum ForeignJSON {
    /// How deep objects and lists may nest.
    public static let maximumDepth = 512

    /// Whether the decoder may be given these bytes.
    ///
    /// It refuses deeper texts by itself, but one that ends with its 513th open bracket stops the process: the decoder looks for the line
    /// of the byte after it (Swift 6.3.1). And it takes UTF-16 and UTF-32, whose brackets all have a NUL beside them; JSON between
    /// machines is UTF-8 without NUL (RFC 8259, 8.1).
    public static func isReadable(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isText = false
        var isEscaped = false
        for byte in bytes {
            switch byte {
            case 0: return false
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isText
            case UInt8(ascii: "\""): isText.toggle()
            case _ where isText: break
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                if depth > maximumDepth { return false }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return true
    }
}
