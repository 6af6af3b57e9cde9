import Foundation
import Reception

/// The last entry of a till, noted beside the database: what shows that an older copy of the database was put in its place.
struct TillHead: Hashable, Codable {
    /// Whose chain it is.
    let office: String
    let till: String
    /// Of the last entry, with the key that sealed it.
    let number: Int
    let key: Int
    let seal: String

    /// A record out of what is in `folder`; nil when there is none. Throws `till_head_missing` when it isn't one, or isn't ours.
    static func read(_ till: String, in folder: TillFolder) throws -> TillHead? {
        let path = folder.head(of: till)
        guard let text = try folder.contents(path) else { return nil }
        guard let signed = JSONText.read(text, as: Signed.self) else {
            throw Refusal.headMissing(till: till, path: path)
        }
        let head = TillHead(
            office: signed.office, till: signed.till, number: signed.number, key: signed.key, seal: signed.seal)
        guard head.till == till, try TillKey(signed.key, in: folder).mac(of: head) == signed.mac else {
            throw Refusal.headMissing(till: till, path: path)
        }
        return head
    }

    /// Writes the record beside the one in force; all of it is on disk when this returns, so that `publish` needs no room.
    func prepare(in folder: TillFolder, key: TillKey) throws {
        let signed = Signed(
            office: office, till: till, number: number, key: self.key, seal: seal, mac: key.mac(of: self))
        try TillFolder.write(try JSONText.of(signed) + "\n", to: folder.head(of: till) + ".new", new: false)
    }

    /// Puts the prepared record in force.
    func publish(in folder: TillFolder) throws {
        guard rename(folder.head(of: till) + ".new", folder.head(of: till)) == 0 else {
            throw TillFolder.failure(at: folder.head(of: till))
        }
        try folder.sync()
    }

    private struct Signed: Codable {
        let office: String
        let till: String
        let number: Int
        let key: Int
        let seal: String
        let mac: String
    }
}

extension TillKey {
    /// HMAC-SHA256 over the fields of a head record, in hexadecimal.
    fileprivate func mac(of head: TillHead) -> String {
        var message = LengthPrefixed()
        for field in ["vitrine-till-head", "1", head.office, head.till, "\(head.number)", "\(head.key)", head.seal] {
            message.append(field)
        }
        return Hex.text(seal(message.bytes))
    }
}

/// Fields one after the other, each after its count of bytes in four: no two lists of fields read the same.
struct LengthPrefixed {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ field: String) {
        let count = UInt32(field.utf8.count)
        for shift in stride(from: UInt32(24), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: count >> shift))
        }
        bytes.append(contentsOf: field.utf8)
    }
}
