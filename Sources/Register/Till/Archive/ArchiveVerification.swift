import Foundation
import Reception

extension Register {
    /// Verifies an archive by itself, wherever it is: signature, files, sequence, content, tickets, closures.
    ///
    /// - `keys`: the data folder whose keys sealed it; nil: seals are not computed anew, the signature vouches for them.
    ///
    /// Throws a `RegisterError` when there is no archive to read.
    public static func verifyArchive(
        _ path: String, keys dataFolder: String? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> TillReport {
        let archive = ArchiveReader(path: path)
        let (manifest, text) = try archive.manifest()
        let problem = try archive.problem(manifest, text)
        let rows = try problem == nil ? archive.rows() : []
        var verification = TillVerification(
            folder: dataFolder.map(TillFolder.init(dataFolder:)),
            starts: [manifest.office + "\n" + manifest.till: manifest.before]
        ) { rows[$0 - 1].content }
        verification.archiveKey = manifest.publicKey
        if let problem {
            verification.found(problem)
            return verification.report
        }
        for start in stride(from: 0, to: rows.count, by: TillVerification.batch) {
            let end = min(start + TillVerification.batch, rows.count)
            guard try verification.add(Array(rows[start..<end])) else { return verification.report }
            progress(end, rows.count)
        }
        verification.finish()
        if let problem = archive.problem(manifest, verification.report.chains) { verification.found(problem) }
        return verification.report
    }
}

/// Reads an archive's files.
private struct ArchiveReader {
    let path: String

    func manifest() throws -> (ArchiveManifest, [UInt8]) {
        let text = try contents(ArchiveManifest.name)
        guard let manifest = JSONText.read(String(decoding: text, as: UTF8.self), as: ArchiveManifest.self) else {
            throw RegisterError.cannotOpen(path: "\(path)/\(ArchiveManifest.name)", reason: "not an archive's")
        }
        return (manifest, text)
    }

    /// What is wrong with the files.
    func problem(_ manifest: ArchiveManifest, _ text: [UInt8]) throws -> TillProblem? {
        let signature = try? String(decoding: contents(ArchiveManifest.signature), as: UTF8.self).trimming()
        guard let signature, let signed = Hex.bytes(signature, count: 64),
            let key = Hex.bytes(manifest.publicKey, count: 32),
            ArchiveKey.isSigned(text, by: key, signature: signed)
        else {
            return problem(
                fr: "la signature de \(ArchiveManifest.name) n'est pas celle de sa clé : il a été changé.",
                en: "the signature of \(ArchiveManifest.name) isn't its key's: it was changed.")
        }
        for (name, digest) in manifest.files.sorted(by: { $0.key < $1.key }) {
            guard !name.contains("/"), let file = try? contents(name) else {
                return problem(fr: "il manque \(name).", en: "\(name) is missing.")
            }
            guard Hex.text(SHA256.hash(file)) == digest else {
                return problem(fr: "\(name) a été changé.", en: "\(name) was changed.")
            }
        }
        return nil
    }

    /// What is wrong with where the entries end.
    func problem(_ manifest: ArchiveManifest, _ chains: [TillReport.Chain]) -> TillProblem? {
        guard let chain = chains.first, chains.count == 1, chain.last == manifest.last, chain.seal == manifest.lastSeal,
            chain.entries == manifest.last - manifest.first + 1
        else {
            return problem(
                fr: "les entrées ne sont pas celles que \(ArchiveManifest.name) annonce.",
                en: "the entries aren't those that \(ArchiveManifest.name) announces.")
        }
        return nil
    }

    func rows() throws -> [SealedRow] {
        let decoder = JSONDecoder()
        return try contents("entries.jsonl").split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            guard let entry = try? decoder.decode(Entry.self, from: Data(line)) else {
                throw RegisterError.cannotOpen(path: path + "/entries.jsonl", reason: "line \(index + 1)")
            }
            return SealedRow(entry: entry, seq: index + 1)
        }
    }

    private func contents(_ name: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
        } catch {
            throw RegisterError.cannotOpen(path: path + "/" + name, reason: String(cString: strerror(errno)))
        }
    }

    private func problem(fr: String, en: String) -> TillProblem {
        TillProblem(.archive, till: nil, entry: nil, fr: fr, en: en)
    }

    /// A line of `entries.jsonl`.
    struct Entry: Decodable {
        let id: FactID
        let office: String
        let till: String
        let number: Int
        let version: Int
        let kind: String
        let at_ms: Int64
        let day: String
        let counsellor: String?
        let training: Int
        let key: Int
        let content: String
        let seal: String
    }
}

extension SealedRow {
    fileprivate init(entry: ArchiveReader.Entry, seq: Int) {
        self.init(
            seq: seq, uuid: entry.id.bytes, office: entry.office, till: entry.till, number: entry.number,
            version: entry.version, kind: entry.kind, at: entry.at_ms, day: entry.day, counsellor: entry.counsellor,
            training: entry.training, key: entry.key, content: entry.content, seal: entry.seal)
    }
}
