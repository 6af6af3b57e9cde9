import Foundation
import GRDB
import Reception

/// Writes an archive's folder under another name, which it gets when it is complete and the till has sealed that it was made.
struct ArchiveWriter {
    let path: String
    private var partial: String { path + ".partial" }

    /// Writes every file, and the manifest signed.
    func write(
        _ range: ArchiveRange, from database: Database, key: ArchiveKey, manifest: ArchiveManifest
    ) throws -> ArchiveManifest {
        guard access(path, F_OK) != 0 else {
            throw RegisterError.cannotOpen(path: path, reason: String(cString: strerror(EEXIST)))
        }
        remove()
        do {
            try FileManager.default.createDirectory(
                atPath: partial, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw TillFolder.failure(at: partial) }
        var manifest = manifest
        let chain: StatementArguments = [
            "office": manifest.office, "till": manifest.till, "first": range.first, "last": range.last,
        ]
        for (name, sql) in Self.files {
            let lines = try name.hasSuffix(".csv") ? csv(sql, chain, database) : json(sql, chain, database)
            manifest.files[name] = try add(name, lines)
        }
        manifest.files[ArchiveNotice.name] = try add(ArchiveNotice.name, ArchiveNotice(manifest).text)
        let text = try JSONText.of(manifest) + "\n"
        _ = try add(ArchiveManifest.name, text)
        _ = try add(ArchiveManifest.signature, Hex.text(key.sign(Array(text.utf8))) + "\n")
        return manifest
    }

    /// SHA-256 of the manifest.
    func digest() throws -> String {
        Hex.text(SHA256.hash(Array(try Data(contentsOf: URL(fileURLWithPath: partial + "/" + ArchiveManifest.name)))))
    }

    /// Gives the folder its name.
    func publish() throws {
        guard rename(partial, path) == 0 else { throw TillFolder.failure(at: path) }
    }

    func remove() { try? FileManager.default.removeItem(atPath: partial) }

    private func add(_ name: String, _ text: String) throws -> String {
        try TillFolder.write(text, to: partial + "/" + name, new: true)
        return Hex.text(SHA256.hash(Array(text.utf8)))
    }

    private func json(_ sql: String, _ chain: StatementArguments, _ database: Database) throws -> String {
        var text = ""
        let cursor = try String.fetchCursor(database, sql: sql, arguments: chain)
        while let line = try cursor.next() { text += line + "\n" }
        return text
    }

    /// RFC 4180, with the names of the columns.
    private func csv(_ sql: String, _ chain: StatementArguments, _ database: Database) throws -> String {
        let statement = try database.makeStatement(sql: sql)
        var text = statement.columnNames.joined(separator: ",") + "\r\n"
        let cursor = try Row.fetchCursor(statement, arguments: chain)
        while let row = try cursor.next() {
            text += row.databaseValues.map(Self.field).joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func field(_ value: DatabaseValue) -> String {
        let text = value.isNull ? "" : String.fromDatabaseValue(value) ?? value.description
        guard text.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static let within = "office = :office AND till = :till AND number BETWEEN :first AND :last"

    /// The files of an archive, and where they come from.
    private static let files = [
        (
            "entries.jsonl",
            """
            SELECT json_object('id', id, 'office', office, 'till', till, 'number', number, 'version', version, 'kind', kind,
                'at', at, 'at_ms', at_ms, 'day', day, 'counsellor', counsellor, 'training', training, 'key', key, 'content', content,
                'seal', lower(hex(seal)))
            FROM till_entry WHERE \(within) ORDER BY number
            """
        ),
        (
            "entries.csv",
            """
            SELECT number, kind, id, at, day, counsellor, iif(training, 'yes', 'no') AS training, key, ticket,
                content ->> '$.total' AS total, content ->> '$.refunds' AS refunds, content ->> '$.reason' AS reason,
                lower(hex(seal)) AS seal, content
            FROM till_entry WHERE \(within) ORDER BY number
            """
        ),
        (
            "lines.csv",
            """
            SELECT ticket_line.* FROM ticket_line JOIN till_entry AS entry USING (seq)
            WHERE entry.office = :office AND entry.till = :till AND entry.number BETWEEN :first AND :last ORDER BY entry.number, line
            """
        ),
        (
            "payments.csv",
            """
            SELECT ticket_payment.* FROM ticket_payment JOIN till_entry AS entry USING (seq)
            WHERE entry.office = :office AND entry.till = :till AND entry.number BETWEEN :first AND :last ORDER BY entry.number
            """
        ),
        (
            "closures.csv",
            "SELECT * FROM till_closure WHERE office = :office AND till = :till AND entry BETWEEN :first AND :last ORDER BY entry"
        ),
        (
            "products.csv",
            """
            SELECT number, at, day, code, content ->> '$.labels.fr' AS label, content ->> '$.price' AS price,
                content ->> '$.category' AS category, content ->> '$.depositor' AS depositor, barcode,
                iif(content ->> '$.archived', 'yes', 'no') AS archived
            FROM till_entry WHERE kind = 'product' AND \(within) ORDER BY number
            """
        ),
    ]
}
