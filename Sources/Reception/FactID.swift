/// The id a fact is born with: 128 bits, written as a UUID.
///
/// Ids made here are UUIDv7 (RFC 9562, section 5.7), so that they sort by time of birth. From outside, any UUID but
/// the nil one is taken: its version and variant say how it was made, and a register only needs it to be unique.
public struct FactID: Hashable, Sendable {
    /// Bytes 0–7, big-endian.
    public let high: UInt64
    /// Bytes 8–15, big-endian.
    public let low: UInt64

    /// An id from its 16 bytes, as two big-endian halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A UUIDv7 born at `instant`: 48 bits of Unix milliseconds, 74 bits of `generator`.
    ///
    /// Times before 1970 count as 1970.
    public init(bornAt instant: Instant, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(clamping: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let random = (generator.next() as UInt64, generator.next() as UInt64)
        high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// A UUIDv7 born at `instant`, with the system's randomness.
    public init(bornAt instant: Instant) {
        var generator = SystemRandomNumberGenerator()
        self.init(bornAt: instant, using: &generator)
    }

    /// Reads `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, either case; nil when the text is anything else, or all zeros.
    public init?(_ text: String) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var position = 0
        for byte in text.utf8 {
            switch position {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return nil }
            case 0..<18:
                guard let digit = Self.digit(byte) else { return nil }
                high = high << 4 | digit
            case 18..<36:
                guard let digit = Self.digit(byte) else { return nil }
                low = low << 4 | digit
            default:
                return nil
            }
            position += 1
        }
        guard position == 36, high | low != 0 else { return nil }
        self.init(high: high, low: low)
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte &- UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte &- UInt8(ascii: "a") &+ 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte &- UInt8(ascii: "A") &+ 10)
        default: nil
        }
    }
}

extension FactID: CustomStringConvertible, LosslessStringConvertible {
    /// The canonical form: 36 characters, lower case.
    public var description: String {
        var text = ASCIIText<36>()
        text.append(hexadecimal: high >> 32, digits: 8)
        text.append("-")
        text.append(hexadecimal: high >> 16, digits: 4)
        text.append("-")
        text.append(hexadecimal: high, digits: 4)
        text.append("-")
        text.append(hexadecimal: low >> 48, digits: 4)
        text.append("-")
        text.append(hexadecimal: low, digits: 12)
        return text.string
    }
}

extension FactID: Comparable {
    /// The order of the bytes; for UUIDv7 that is the order of birth, to the millisecond.
    public static func < (one: FactID, other: FactID) -> Bool {
        one.high == other.high ? one.low < other.low : one.high < other.high
    }
}
