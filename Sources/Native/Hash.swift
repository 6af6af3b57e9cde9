import CXXHash

/// A 128-bit fingerprint of bytes (XXH3), for ETags and cache keys.
///
/// It tells apart what the office writes; it is no defence against someone who forges a collision on purpose.
public struct Hash: Hashable, Sendable {
    /// The first 64 bits.
    public let high: UInt64
    /// The last 64 bits.
    public let low: UInt64

    /// The fingerprint as 32 lower-case hexadecimal digits, in the order `xxh128sum` prints them.
    public var hex: String {
        [high, low].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// The fingerprint of `bytes`.
    public static func of(_ bytes: [UInt8]) -> Hash {
        bytes.withUnsafeBytes { Hash(XXH3_128bits($0.baseAddress, $0.count)) }
    }

    /// The fingerprint of `text` in UTF-8.
    public static func of(_ text: String) -> Hash {
        var text = text
        return text.withUTF8 { Hash(XXH3_128bits($0.baseAddress, $0.count)) }
    }

    /// A fingerprint that was kept.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    private init(_ value: XXH128_hash_t) {
        high = value.high64
        low = value.low64
    }

    /// A fingerprint of bytes that come in pieces; equal to that of the whole.
    ///
    /// Where the pieces end does not count: put a length or a separator between fields that must not run together.
    public struct Stream: ~Copyable {
        private let state: OpaquePointer

        /// Starts with no bytes.
        public init() {
            guard let state = XXH3_createState() else { preconditionFailure("xxhash could not get its memory") }
            self.state = state
            XXH3_128bits_reset(state)
        }

        deinit { XXH3_freeState(state) }

        /// Adds a piece.
        public mutating func update(_ bytes: [UInt8]) {
            bytes.withUnsafeBytes { _ = XXH3_128bits_update(state, $0.baseAddress, $0.count) }
        }

        /// Adds a piece of text, in UTF-8.
        public mutating func update(_ text: String) {
            var text = text
            text.withUTF8 { _ = XXH3_128bits_update(state, $0.baseAddress, $0.count) }
        }

        /// The fingerprint of all pieces so far.
        public func finish() -> Hash { Hash(XXH3_128bits_digest(state)) }
    }
}
