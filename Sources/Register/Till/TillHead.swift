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

    /// Whose chain the record in `folder` is of, by its word alone; nil when there is none to read.
    static func office(of till: String, in folder: TillFolder) -> String? {
        (try? folder.contents(folder.head(of: till))).flatMap { $0 }
            .flatMap { JSONText.read($0, as: Signed.self)?.office }
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
        Hex.text(
            seal(
                SealedFields.message([
                    "vitrine-till-head", "1", head.office, head.till, "\(head.number)", "\(head.key)", head.seal,
                ])))
    }
}
