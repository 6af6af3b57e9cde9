import CSodium
import Reception

/// One of the keys a till seals with: 32 random bytes, in a file beside the database and never in it.
struct TillKey: Sendable {
    /// From 1.
    let number: Int
    private let bytes: [UInt8]

    /// The key of that number. Throws `till_key_missing` when its file is missing, can't be read, or holds no key.
    init(_ number: Int, in folder: TillFolder) throws {
        let path = folder.key(number)
        let text: String?
        do {
            text = try folder.contents(path)
        } catch let error as RegisterError {
            throw Refusal.keyUnreadable(path: path, error)
        }
        guard let text else { throw Refusal.keyMissing(path: path) }
        guard let bytes = Hex.bytes(text.trimming(), count: 32) else { throw Refusal.keyWrong(path: path) }
        self.number = number
        self.bytes = bytes
    }

    /// A new key, on disk when this returns.
    init(making number: Int, in folder: TillFolder) throws {
        self.init(number: number, bytes: Random.bytes(32))
        try TillFolder.write(Hex.text(bytes) + "\n", to: folder.key(number), new: true)
        try folder.sync()
    }

    private init(number: Int, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// The first 16 hexadecimal digits of SHA-256 over its bytes.
    var fingerprint: String { String(Hex.text(SHA256.hash(bytes)).prefix(16)) }

    /// As its file has it.
    var hexadecimal: String { Hex.text(bytes) }

    /// HMAC-SHA256 of a message.
    func seal(_ message: [UInt8]) -> [UInt8] {
        var seal = [UInt8](repeating: 0, count: 32)
        crypto_auth_hmacsha256(&seal, message, UInt64(message.count), bytes)
        return seal
    }
}

/// The key archives are signed with: an Ed25519 seed in a file of its own.
struct ArchiveKey: Sendable {
    /// As its file has it.
    var hexadecimal: String { Hex.text(secret.prefix(32)) }

    private let secret: [UInt8]
    /// 32 bytes.
    let publicKey: [UInt8]

    /// The key of a folder. Throws `till_key_missing`.
    init(in folder: TillFolder) throws {
        let path = folder.archiveKey
        guard let text = try? folder.contents(path), let seed = Hex.bytes(text.trimming(), count: 32) else {
            throw Refusal.keyMissing(path: path)
        }
        self.init(seed: seed)
    }

    /// A new key, on disk when this returns.
    init(makingIn folder: TillFolder) throws {
        let seed = Random.bytes(32)
        try TillFolder.write(Hex.text(seed) + "\n", to: folder.archiveKey, new: true)
        try folder.sync()
        self.init(seed: seed)
    }

    private init(seed: [UInt8]) {
        var secret = [UInt8](repeating: 0, count: 64)
        var publicKey = [UInt8](repeating: 0, count: 32)
        crypto_sign_seed_keypair(&publicKey, &secret, seed)
        self.secret = secret
        self.publicKey = publicKey
    }

    /// 64 bytes.
    func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }

    /// Whether whoever holds the secret of `publicKey` signed this.
    static func isSigned(_ message: [UInt8], by publicKey: [UInt8], signature: [UInt8]) -> Bool {
        publicKey.count == 32 && signature.count == 64
            && crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }
}

/// SHA-256.
enum SHA256 {
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&hash, message, UInt64(message.count))
        return hash
    }
}

/// The system's randomness.
enum Random {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// Bytes as lower-case hexadecimal digits.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { text in
            var position = 0
            for byte in bytes {
                text[position] = digits[Int(byte >> 4)]
                text[position + 1] = digits[Int(byte & 15)]
                position += 2
            }
            return position
        }
    }

    /// Nil unless it is so many bytes, in lower case.
    static func bytes(_ text: some StringProtocol, count: Int) -> [UInt8]? {
        let text = Array(text.utf8)
        guard text.count == count * 2 else { return nil }
        var bytes: [UInt8] = []
        for position in stride(from: 0, to: text.count, by: 2) {
            guard let high = digits.firstIndex(of: text[position]), let low = digits.firstIndex(of: text[position + 1])
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}

extension String {
    /// Without the end of the line.
    func trimming() -> Substring {
        var text = self[...]
        while let last = text.last, last.isNewline || last == " " { text.removeLast() }
        return text
    }
}
