import Foundation
import GRDB
import Reception

extension Register {
    /// Verifies every till of this register: schema, seals, sequence, content, tickets, closures, head records. Others may go on selling.
    ///
    /// - `progress`: how many entries were looked at, of how many.
    public func verifyTills(progress: (Int, Int) -> Void = { _, _ in }) throws -> TillReport {
        let folder = TillFolder(dataFolder: dataFolder)
        // Read before the entries: a head that is noted later is of an entry that comes later.
        let heads = TillHeads(in: folder)
        return try pool.read {
            try TillVerification.run(on: $0, folder: folder, heads: heads, progress: progress)
        }
    }

    /// Verifies a copy of a register, such as a backup, without writing to it.
    ///
    /// - `file`: the SQLite file. `keys`: the data folder whose keys sealed it; nil: seals are not computed anew.
    ///
    /// Throws a `RegisterError`: `notADatabase`, `cannotOpen`, `newerDatabase`.
    public static func verifyTills(
        inCopy file: String, keys dataFolder: String?, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> TillReport {
        guard FileManager.default.fileExists(atPath: file) else {
            throw RegisterError.cannotOpen(path: file, reason: String(cString: strerror(ENOENT)))
        }
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let copy = try DatabaseQueue(path: file, configuration: configuration)
            return try copy.read { database in
                guard try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 <= Migrations.version else {
                    throw RegisterError.newerDatabase(path: file)
                }
                return try TillVerification.run(
                    on: database, folder: dataFolder.map(TillFolder.init(dataFolder:)), heads: nil, progress: progress)
            }
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
            throw RegisterError.notADatabase(path: file)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            throw RegisterError.cannotOpen(path: file, reason: error.message ?? "\(error.resultCode)")
        }
    }
}

/// The head records of a folder, as they were when looked at: by till, a failure for one that can't be read.
struct TillHeads {
    let folder: TillFolder
    let records: [String: Result<TillHead?, any Error>]

    init(in folder: TillFolder) {
        self.folder = folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let tills = names.filter { $0.hasSuffix(".head") }.map { String($0.dropLast(5)) }
        records = Dictionary(
            uniqueKeysWithValues: tills.map { till in (till, Result { try TillHead.read(till, in: folder) }) })
    }
}

extension TillVerification {
    /// Verifies what a connection reads, within one transaction.
    static func run(
        on database: Database, folder: TillFolder?, heads: TillHeads?, progress: (Int, Int) -> Void
    ) throws -> TillReport {
        let content = try database.cachedStatement(
            sql: "SELECT CAST(content AS BLOB) FROM till_entry WHERE seq = ?")
        var verification = TillVerification(folder: folder) { seq in
            try Data.fetchOne(content, arguments: [seq]).map { String(decoding: $0, as: UTF8.self) }
        }
        if let problem = try TillSchema.problem(in: database) {
            verification.found(problem)
            return verification.report
        }
        let total = try Int.fetchOne(database, sql: "SELECT count(*) FROM till_entry") ?? 0
        var (seq, rows) = (0, [SealedRow]())
        rows.reserveCapacity(batch)
        let cursor = try Row.fetchCursor(database, sql: SealedRow.select)
        while let row = try cursor.next() {
            let row = SealedRow(row: row)
            guard row.seq == seq + 1 else {
                // Those before it first: the first that doesn't hold may be among them.
                guard try verification.add(rows) else { return verification.report }
                verification.found(.lost(row, after: seq))
                verification.finish()
                return verification.report
            }
            seq = row.seq
            rows.append(row)
            guard rows.count == batch else { continue }
            guard try verification.add(rows) else { return verification.report }
            rows.removeAll(keepingCapacity: true)
            progress(seq, total)
        }
        guard try verification.add(rows) else { return verification.report }
        verification.finish()
        try verification.checkEnd(of: database, seq: seq, heads: heads)
        if let problem = try StockLevels(database: database).problem() { verification.found(problem) }
        progress(seq, total)
        return verification.report
    }

    /// Nothing may be missing at the end: neither by SQLite's own count of what was written, nor by the head records.
    private mutating func checkEnd(of database: Database, seq: Int, heads: TillHeads?) throws {
        let written = try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'till_entry'") ?? 0
        if let heads {
            for chain in report.chains where heads.records[chain.till] == nil {
                return found(.headMissing(chain, path: heads.folder.head(of: chain.till)))
            }
            for (till, record) in heads.records.sorted(by: { $0.key < $1.key }) {
                guard case .success(let head?) = record else {
                    return found(.headChanged(till, path: heads.folder.head(of: till)))
                }
                if let problem = try check(head, in: database) { return found(problem) }
            }
        }
        guard written == seq else { return found(.deleted(written: written, left: seq)) }
        if let problem = try TillSchema.orderProblem(in: database) { found(problem) }
    }

    private func check(_ head: TillHead, in database: Database) throws -> TillProblem? {
        let chain = report.chains.first { $0.office == head.office && $0.till == head.till }
        let seal = try String.fetchOne(
            database,
            sql: "SELECT lower(hex(seal)) FROM till_entry WHERE office = ? AND till = ? AND number = ?",
            arguments: [head.office, head.till, head.number])
        return seal == head.seal ? nil : .older(head, last: chain?.last ?? 0)
    }
}

extension TillProblem {
    fileprivate static func lost(_ row: SealedRow, after seq: Int) -> TillProblem {
        TillProblem(
            .sequence, till: row.till, entry: row.number,
            fr: "la ligne \(row.seq) du registre suit la ligne \(seq) ; ce qui était entre elles a été effacé.",
            en: "row \(row.seq) of the register follows row \(seq); what was between them was deleted.")
    }

    fileprivate static func deleted(written: Int, left: Int) -> TillProblem {
        TillProblem(
            .sequence, till: nil, entry: nil,
            fr: "\(written) entrées ont été écrites, il en reste \(left) : les dernières ont été effacées.",
            en: "\(written) entries were written and \(left) are left: the last ones were deleted.")
    }

    fileprivate static func headMissing(_ chain: TillReport.Chain, path: String) -> TillProblem {
        TillProblem(
            .head, till: chain.till, entry: nil,
            fr: "son repère manque : \(path). Rien ne dit plus si des entrées manquent à la fin.",
            en: "its head record is missing: \(path). Nothing tells any more whether entries are missing at the end.")
    }

    fileprivate static func headChanged(_ till: String, path: String) -> TillProblem {
        TillProblem(
            .head, till: till, entry: nil, fr: "son repère a été changé, ou n'est pas d'elle : \(path).",
            en: "its head record was changed, or isn't its own: \(path).")
    }

    fileprivate static func older(_ head: TillHead, last: Int) -> TillProblem {
        TillProblem(
            .older, till: head.till, entry: head.number,
            fr: last < head.number
                ? "elle avait été scellée, et le registre s'arrête à la \(last) : c'est une copie plus ancienne, ou la fin a été effacée."
                : "le registre en contient une autre que celle qui avait été scellée.",
            en: last < head.number
                ? "it had been sealed, and the register ends with \(last): it is an older copy, or its end was deleted."
                : "the register holds another than the one that was sealed.")
    }
}
