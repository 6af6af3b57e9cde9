/// A Range header of one range (RFC 9110, 14.1.2).
enum ByteRange: Equatable {
    /// Bytes that can be sent.
    case part(Range<Int>)
    /// A range that is well formed but outside the representation: 416.
    case outside

    /// Nil for what a server may ignore, and ignores: other units, several ranges, nonsense.
    init?(_ header: UnsafeBufferPointer<UInt8>, count: Int) {
        let unit: StaticString = "bytes="
        guard header.starts(with: UnsafeBufferPointer(start: unit.utf8Start, count: unit.utf8CodeUnitCount)) else {
            return nil
        }
        let range = header.dropFirst(unit.utf8CodeUnitCount)
        guard let dash = range.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let (first, last) = (range[..<dash], range[(dash + 1)...])
        guard let start = ByteRange.number(first), let end = ByteRange.number(last) else { return nil }
        switch (start, end) {
        case (nil, nil):
            return nil
        case (nil, let length?):
            self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .outside
        case (let start?, nil):
            self = start < count ? .part(start..<count) : .outside
        case (let start?, let end?):
            guard start <= end else { return nil }
            self = start < count ? .part(start..<min(end, count - 1) + 1) : .outside
        }
    }

    /// `.some(nil)` for no digits, nil for anything but digits. A number too large to hold is the largest.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int?? {
        guard !digits.isEmpty else { return .some(nil) }
        var number = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            number = overflow || product > Int.max - 10 ? Int.max - 10 : product + Int(digit - UInt8(ascii: "0"))
        }
        return .some(number)
    }
}
