import GRDB
import Reception

/// The end of a till's chain within one transaction: checks that it is the end that was noted, and adds to it.
struct TillChain {
    let database: Database
    let folder: TillFolder
    let office: String
    let till: String
    private(set) var number: Int
    private(set) var seal: String
    private(set) var key: TillKey

    /// The chain as it stands; nil of a till that never sealed anything.
    ///
    /// Throws what keeps it from being added to: `till_key_missing`, `till_key_wrong`, `till_head_missing`, `till_is_older`, `till_is_broken`.
    ///
    /// - `restoring`: the head record doesn't matter: an entry that says so comes next.
    init?(_ database: Database, folder: TillFolder, office: String, till: String, restoring: Bool = false) throws {
        (self.database, self.folder, self.office, self.till) = (database, folder, office, till)
        let last = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT number, key, kind, content, lower(hex(seal)) AS seal FROM till_entry
                    WHERE office = ? AND till = ? ORDER BY number DESC LIMIT 1
                    """), arguments: [office, till])
        guard let last else {
            if !restoring, let head = try TillHead.read(till, in: folder) {
                throw Refusal.isOlder(till: till, known: head.number, found: 0)
            }
            return nil
        }
        (number, seal) = (last["number"], last["seal"])
        var sealer: Int = last["key"]
        if last["kind"] == TillContent.Kind.key.rawValue,
            let change = JSONText.read(last["content"], as: KeyChange.self)
        {
            sealer = change.key
        }
        key = try TillKey(sealer, in: folder)
        try checkKey()
        if !restoring { try checkHead() }
    }

    /// A chain that begins, with its key.
    init(beginning database: Database, folder: TillFolder, office: String, till: String, key: TillKey) {
        (self.database, self.folder, self.office, self.till) = (database, folder, office, till)
        (number, seal, self.key) = (0, TillEntry.noSeal, key)
    }

    /// Seals what is said as the next entry.
    mutating func append(
        _ content: TillContent, id: FactID, at: Instant, day: OfficeDay, counsellor: String?, training: Bool
    ) throws -> TillEntry {
        var entry = TillEntry(
            id: id, office: office, till: till, number: number + 1, at: at, day: day, counsellor: counsellor,
            training: training, key: key.number, content: content, text: try content.text, seal: "")
        let bytes = key.seal(entry.sealedMessage(previous: seal))
        entry.seal = Hex.text(bytes)
        try entry.insert(into: database, sealedAs: bytes)
        try StockLevels(database: database).follow(content, training: training)
        (number, seal) = (entry.number, entry.seal)
        if case .key(let change) = content { key = try TillKey(change.key, in: folder) }
        return entry
    }

    /// The record of its end.
    var head: TillHead {
        TillHead(office: office, till: till, number: number, key: key.number, seal: seal)
    }

    /// The key must be the one whose fingerprint was sealed when it was made.
    private func checkKey() throws {
        let known = try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT coalesce(content ->> '$.fingerprint', content ->> '$.key_fingerprint') FROM till_entry
                    WHERE office = ? AND till = ? AND training = 0 AND kind IN ('setup', 'key') ORDER BY +number DESC LIMIT 1
                    """), arguments: [office, till])
        guard known == key.fingerprint else { throw Refusal.keyWrong(path: folder.key(key.number)) }
    }

    /// The register must hold the entry that was noted. What came after it, before its own note was on disk, must be sealed with our key.
    private func checkHead() throws {
        guard let head = try TillHead.read(till, in: folder), head.office == office else {
            throw Refusal.headMissing(till: till, path: folder.head(of: till))
        }
        guard number >= head.number else {
            throw Refusal.isOlder(till: till, known: head.number, found: number)
        }
        let found =
            number == head.number
            ? seal
            : try String.fetchOne(
                database,
                sql: "SELECT lower(hex(seal)) FROM till_entry WHERE office = ? AND till = ? AND number = ?",
                arguments: [office, till, head.number])
        guard found == head.seal else { throw Refusal.isOlder(till: till, known: head.number, found: number) }
        var previous = head.seal
        for number in head.number..<number {
            let row = try Row.fetchOne(
                database, sql: TillEntry.select + "WHERE office = ? AND till = ? AND number = ?",
                arguments: [office, till, number + 1])
            guard let entry = try row.map(TillEntry.init(row:)),
                try Hex.text(TillKey(entry.key, in: folder).seal(entry.sealedMessage(previous: previous))) == entry.seal
            else { throw Refusal.entryInvalid(till: till, number: number + 1) }
            previous = entry.seal
        }
    }
}

extension TillKey {
    /// Whether some till of the register sealed that this key is the one of its number.
    func isSealed(in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM till_entry WHERE kind = 'setup' AND key = ? AND content ->> '$.key_fingerprint' = ?)
                    OR EXISTS (SELECT 1 FROM till_entry
                        WHERE kind = 'key' AND content ->> '$.key' = ? AND content ->> '$.fingerprint' = ?)
                """, arguments: [number, fingerprint, number, fingerprint]) ?? false
    }
}
