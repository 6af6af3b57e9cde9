import CSodium
import Foundation
import Reception

/// Passwords as they are kept: Argon2id with libsodium's interactive limits, 64 MiB and two passes, about 70 ms here.
enum Password {
    /// What a password has, in characters.
    static let lengths = 8...200

    /// Stands where nobody is: made of bytes that were thrown away, with the limits of all others, so that an unknown name costs the
    /// same time as a known one.
    static let nobodys =
        "$argon2id$v=19$m=65536,t=2,p=1$FSoGX79uCedUVa0P97kUMA$l25wECjzKRT9RHC89/oakuD94CVhqj8VaYWs1gIq9Vc"

    /// Throws `password_invalid` unless it is neither too short nor too long.
    static func check(_ password: String) throws(Refusal) {
        guard lengths.contains(password.count) else { throw .passwordInvalid }
    }

    /// The hash of a password, with a salt of its own.
    static func hash(_ password: String) throws(RegisterError) -> String {
        var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = bytes(of: password)
        guard isReady,
            crypto_pwhash_str(
                &hash, bytes, UInt64(bytes.count), UInt64(crypto_pwhash_opslimit_interactive()),
                crypto_pwhash_memlimit_interactive()) == 0
        else { throw .unavailable(retryAfter: 5) }
        return String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether a hash is this password's. Takes as long when it isn't.
    static func isRight(_ password: String, for hash: String) -> Bool {
        let bytes = bytes(of: password)
        return isReady && crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
    }

    /// Composed, so that an é typed on one system is that of another.
    private static func bytes(of password: String) -> [CChar] {
        password.precomposedStringWithCanonicalMapping.utf8.map(CChar.init(bitPattern:))
    }

    /// libsodium wants to be told before its first use; telling it again does nothing.
    private static let isReady = sodium_init() >= 0
}

extension Refusal {
    fileprivate static var passwordInvalid: Refusal {
        Refusal(
            .passwordInvalid,
            fr: (
                "Un mot de passe a de 8 à 200 caractères.", "Choisissez-en un plus long : une phrase se retient bien."
            ),
            en: ("A password has 8 to 200 characters.", "Choose a longer one: a sentence is easy to remember."))
    }
}
