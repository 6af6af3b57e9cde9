import CSodium
import Reception

extension FactID {
    /// The id that follows from another and a text: always the same, so that what is handed in twice is known the second time.
    ///
    /// UUIDv8 (RFC 9562, section 5.8) out of BLAKE2b; a text that differs in one byte gives an id that has nothing in common with it.
    public init(after previous: FactID?, _ text: String) {
        let message = Array(((previous?.description ?? "") + text).utf8)
        var hash = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&hash, hash.count, message, UInt64(message.count), nil, 0)
        let halves = [hash[..<8], hash[8...]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.init(
            high: halves[0] & ~0xF000 | 0x8000, low: halves[1] & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }
}
