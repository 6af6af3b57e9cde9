import CSodium
import Foundation

/// What a browser or a desk shows to be known again: 32 random bytes, of which the register keeps a hash.
///
/// Nothing can be guessed from how long it takes to look a hash up: it says nothing about the token, and a token is too long to try.
struct SessionToken {
    /// 64 hexadecimal digits.
    let text: String

    /// A new one.
    init() {
        var generator = SystemRandomNumberGenerator()
        text = (0..<8).map { _ in
            let part = String(UInt32.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 8 - part.count) + part
        }.joined()
    }

    /// One that was shown; nil when it can't be one.
    init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 }) else { return nil }
        self.text = text
    }

    /// 32 bytes of BLAKE2b. Without a key or a salt: there are too many tokens to try.
    var hash: Data {
        var hash = [UInt8](repeating: 0, count: 32)
        let message = Array(text.utf8)
        crypto_generichash(&hash, hash.count, message, UInt64(message.count), nil, 0)
        return Data(hash)
    }
}
