import Foundation
import GRDB
import Reception

extension RegisterTill {
    /// Seals a change of key: a new one seals from the next entry on. The old ones stay, to verify what they sealed.
    ///
    /// - `reason`: in the person's words, 1–200 characters.
    ///
    /// Throws as `perform` does, and `till_unknown` when the till never sealed anything.
    public func rotateKey(reason: String, counsellor: String?) throws -> TillEntry {
        try sealing { database in
            let (at, day) = moment()
            guard var chain = try TillChain(database, folder: folder, office: office, till: code) else {
                throw Refusal.tillUnknown(code)
            }
            let key = try TillKey(making: folder.lastKey() + 1, in: folder)
            let entry = try chain.append(
                .key(KeyChange(key: key.number, fingerprint: key.fingerprint, reason: reason)),
                id: FactID(bornAt: at), at: at, day: day, counsellor: counsellor, training: false)
            return (entry, chain)
        }
    }

    /// Copies all keys into one new file that only its owner reads: `key-1 HEX`, a line each. To be kept elsewhere, and by itself: who has the
    /// keys and the database can seal what they like.
    ///
    /// Throws `till_key_missing`, and a `RegisterError` when the file is there already or can't be written.
    public func backUpKeys(to path: String) throws {
        let last = try folder.lastKey()
        guard last > 0 else { throw Refusal.keyMissing(path: folder.key(1)) }
        var lines = try (1...last).map { "key-\($0) \(try TillKey($0, in: folder).hexadecimal)" }
        lines.append("archive-key \(try ArchiveKey(in: folder).hexadecimal)")
        try TillFolder.write(lines.joined(separator: "\n") + "\n", to: path, new: true)
    }

    /// Puts back the keys of a copy that `backUpKeys` made, those that are missing only: the names of the files made.
    ///
    /// Throws `till_key_wrong` when the file is no such copy.
    public func restoreKeys(from path: String) throws -> [String] {
        guard let text = try folder.contents(path) else {
            throw RegisterError.cannotOpen(path: path, reason: String(cString: strerror(ENOENT)))
        }
        let keys = try text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            guard parts.count == 2, parts[0] == "archive-key" || Int(parts[0].dropFirst(4)) ?? 0 > 0,
                parts[0].hasPrefix("key-") || parts[0] == "archive-key", Hex.bytes(parts[1], count: 32) != nil
            else { throw Refusal.keyWrong(path: path) }
            return (file: "\(folder.path)/\(parts[0])", text: "\(parts[1])\n")
        }
        try folder.prepare()
        let missing = keys.filter { access($0.file, F_OK) != 0 }
        for key in missing { try TillFolder.write(key.text, to: key.file, new: true) }
        try folder.sync()
        return missing.map { ($0.file as NSString).lastPathComponent }
    }

    /// Seals that selling goes on from a register that is older than the one before, or whose head record is lost.
    ///
    /// - `reason`: in the person's words, 1–200 characters.
    ///
    /// Throws `restore_not_needed` when register and head record agree, and what else keeps from sealing.
    public func restore(reason: String, counsellor: String?) throws -> TillEntry {
        try sealing { database in
            let (at, day) = moment()
            let known = try? TillHead.read(code, in: folder)
            if try agrees(in: database) { throw Refusal.restoreNotNeeded }
            var chain = try chain(in: database, at: at, day: day, restoring: true)
            let entry = try chain.append(
                .restore(RestoreRecord(lostHead: known?.number ?? chain.number, from: chain.number, reason: reason)),
                id: FactID(bornAt: at), at: at, day: day, counsellor: counsellor, training: false)
            return (entry, chain)
        }
    }

    /// Whether nothing is there to restore.
    private func agrees(in database: Database) throws -> Bool {
        do {
            guard try TillChain(database, folder: folder, office: office, till: code) != nil else {
                throw Refusal.tillUnknown(code)
            }
            return true
        } catch let refusal as Refusal where [.tillIsOlder, .tillHeadMissing].contains(refusal.code) {
            return false
        }
    }
}
