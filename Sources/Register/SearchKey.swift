import CSodium
import Foundation

/// What makes hashes of search terms that nobody can guess back from the database alone.
///
/// 32 random bytes in `search.key` in the data folder, beside the database and not in it. A key that is lost or replaced costs
/// the candidates of the last 30 days, and nothing else.
struct SearchKey: Sendable {
    private let bytes: [UInt8]

    private static let count = 32

    /// The key at `path`, made when there is none, or half of one. To be called by one process at a time.
    init(path: String) throws {
        if let kept = FileManager.default.contents(atPath: path), kept.count == Self.count {
            bytes = Array(kept)
            return
        }
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<Self.count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { throw RegisterError.cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    }

    /// 16 bytes of keyed BLAKE2b. The lengths come first, so that no two lists of parts read the same.
    func hash(_ parts: String...) -> Data {
        let message = Array((parts.map { "\($0.utf8.count)" }.joined(separator: ",") + ":" + parts.joined()).utf8)
        var hash = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&hash, hash.count, message, UInt64(message.count), bytes, bytes.count)
        return Data(hash)
    }
}
