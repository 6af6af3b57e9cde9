/// The content codings a resource may have.
enum Encoding: Int, CaseIterable {
    case identity, gzip, brotli

    /// The Content-Encoding; nil for identity.
    var name: String? {
        switch self {
        case .identity: nil
        case .gzip: "gzip"
        case .brotli: "br"
        }
    }

    /// What to send for an Accept-Encoding header (RFC 9110, 12.5.3): the available coding of highest quality, among
    /// equals brotli, then gzip, then identity. Nil when nothing available is acceptable.
    static func choose(_ header: UnsafeBufferPointer<UInt8>, gzip: Bool, brotli: Bool) -> Encoding? {
        let accepted = AcceptEncoding(header)
        var best: Encoding?
        var bestQuality = 0
        func consider(_ encoding: Encoding, _ quality: Int) {
            guard quality > 0, quality >= bestQuality else { return }
            (best, bestQuality) = (encoding, quality)
        }
        // Identity is acceptable unless refused, but never better than a coding that the client names.
        consider(.identity, accepted.identity ?? min(accepted.any ?? 1, 1))
        if gzip { consider(.gzip, accepted.gzip ?? accepted.any ?? 0) }
        if brotli { consider(.brotli, accepted.brotli ?? accepted.any ?? 0) }
        return best
    }
}

/// An Accept-Encoding header, read in one pass: qualities in thousandths, nil for what it doesn't name.
private struct AcceptEncoding {
    var identity: Int?
    var gzip: Int?
    var brotli: Int?
    var any: Int?

    init(_ header: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < header.count {
            var end = start
            while end < header.count, header[end] != UInt8(ascii: ",") { end += 1 }
            add(UnsafeBufferPointer(rebasing: header[start..<end]))
            start = end + 1
        }
    }

    private mutating func add(_ item: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < item.count, item[start] <= 0x20 { start += 1 }
        var end = start
        while end < item.count, item[end] > 0x20, item[end] != UInt8(ascii: ";") { end += 1 }
        let name = UnsafeBufferPointer(rebasing: item[start..<end])
        let quality = AcceptEncoding.quality(UnsafeBufferPointer(rebasing: item[end...]))
        if AcceptEncoding.equals(name, "gzip") || AcceptEncoding.equals(name, "x-gzip") {
            gzip = quality
        } else if AcceptEncoding.equals(name, "br") {
            brotli = quality
        } else if AcceptEncoding.equals(name, "identity") {
            identity = quality
        } else if AcceptEncoding.equals(name, "*") {
            any = quality
        }
    }

    /// `;q=0.75` is 750; 1000 when there is none.
    private static func quality(_ parameters: UnsafeBufferPointer<UInt8>) -> Int {
        guard let equals = parameters.firstIndex(of: UInt8(ascii: "=")) else { return 1000 }
        var quality = 0
        var unit = 1000
        for byte in parameters[(equals + 1)...] where unit > 0 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                quality += Int(byte - UInt8(ascii: "0")) * unit
                unit /= 10
            case UInt8(ascii: "."), UInt8(ascii: " "):
                continue
            default:
                unit = 0
            }
        }
        return min(quality, 1000)
    }

    /// Letter case doesn't matter in a coding's name; `name` is in lower case.
    private static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
        guard bytes.count == name.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count {
            let byte = bytes[index]
            let lower = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
            if lower != name.utf8Start[index] { return false }
        }
        return true
    }
}
