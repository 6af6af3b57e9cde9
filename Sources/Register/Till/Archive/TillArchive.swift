import Foundation
import GRDB
import Reception

/// An archive that was made.
public struct TillArchive: Hashable, Sendable {
    /// Its folder.
    public let path: String
    /// The entry that says it was made.
    public let entry: TillEntry
    /// How many entries are in it.
    public let entries: Int
    /// What it is signed with, in 64 hexadecimal digits: to be noted elsewhere than in the archive.
    public let publicKey: String
}

/// What `manifest.json` says: what the archive is of, and the SHA-256 of each of its files.
struct ArchiveManifest: Codable {
    /// Of the archive's format.
    var format = 1
    let software: String
    let office: String
    let till: String
    let seller: TillSetting.Seller
    let period: ClosurePeriod
    let madeAt: Instant
    /// The first and the last entry, and the seal of the last.
    let first: Int
    let last: Int
    let lastSeal: String
    /// What went before the first.
    let before: ArchiveStart
    let publicKey: String
    var files: [String: String]

    static let name = "manifest.json"
    static let signature = "manifest.sig"

    enum CodingKeys: String, CodingKey {
        case format, software, office, till, seller, period, first, last, before, files
        case madeAt = "made_at"
        case lastSeal = "last_seal"
        case publicKey = "public_key"
    }
}

extension RegisterTill {
    /// Makes an archive of a year (a month, a day): a new folder in `folder`, of open formats, signed, that can be verified by itself.
    ///
    /// It has all entries from the first of the period to the last, its closures' too: those are sealed afterwards.
    ///
    /// Throws `period_invalid` when nothing was sealed in it; a `RegisterError` when the folder is there already or can't be written; and what
    /// keeps from sealing that it was made.
    public func archive(_ period: ClosurePeriod, in folder: String, counsellor: String?) throws -> TillArchive {
        let key = try ArchiveKey(in: self.folder)
        let name = "till-archive-\(office)-\(code)-\(period)"
        let writer = ArchiveWriter(path: folder + "/" + name)
        let manifest = try register.pool.read { database in
            guard let range = try ArchiveRange(of: period, office: office, till: code, in: database) else {
                throw Refusal.nothingToArchive(period)
            }
            return try writer.write(
                range, from: database, key: key,
                manifest: ArchiveManifest(
                    software: Software.name, office: office, till: code, seller: setting.seller, period: period,
                    madeAt: now(), first: range.first, last: range.last, lastSeal: range.lastSeal, before: range.before,
                    publicKey: Hex.text(key.publicKey), files: [:]))
        }
        do {
            let entry = try sealArchive(
                ArchiveRecord(period: period, entries: manifest.last - manifest.first + 1, digest: writer.digest()),
                counsellor: counsellor)
            try writer.publish()
            return TillArchive(
                path: writer.path, entry: entry, entries: manifest.last - manifest.first + 1,
                publicKey: manifest.publicKey)
        } catch {
            writer.remove()
            throw error
        }
    }

    private func sealArchive(_ record: ArchiveRecord, counsellor: String?) throws -> TillEntry {
        try sealing { database in
            let (at, day) = moment()
            guard var chain = try TillChain(database, folder: folder, office: office, till: code) else {
                throw Refusal.tillUnknown(code)
            }
            let entry = try chain.append(
                .archive(record), id: FactID(bornAt: at), at: at, day: day, counsellor: counsellor, training: false)
            return (entry, chain)
        }
    }
}

/// Which entries an archive has, and what went before them.
struct ArchiveRange {
    let first: Int
    let last: Int
    let lastSeal: String
    let before: ArchiveStart

    /// Nil when nothing was sealed in the period.
    init?(of period: ClosurePeriod, office: String, till: String, in database: Database) throws {
        let chain: StatementArguments = ["office": office, "till": till]
        func whole(_ sql: String, _ more: StatementArguments = [:]) throws -> Int? {
            try Int.fetchOne(database, sql: sql, arguments: chain + more)
        }
        let days: StatementArguments = ["from": period.first.description, "to": period.last.description]
        let within =
            "FROM till_entry WHERE office = :office AND till = :till AND training IN (0, 1) AND day BETWEEN :from AND :to"
        guard let first = try whole("SELECT min(number) \(within)", days),
            let lastOfDays = try whole("SELECT max(number) \(within)", days)
        else { return nil }
        // The shortest text of a period is before its longer ones: 2026, 2026-07, 2026-07-14.
        let lastClosure = try whole(
            """
            SELECT max(number) FROM till_entry WHERE office = :office AND till = :till AND period IS NOT NULL
                AND period BETWEEN :period AND :to
            """, ["period": period.description, "to": period.last.description])
        let last = max(lastOfDays, lastClosure ?? 0)
        (self.first, self.last) = (first, last)
        func seal(_ number: Int) throws -> String? {
            try String.fetchOne(
                database,
                sql: "SELECT lower(hex(seal)) FROM till_entry WHERE office = ? AND till = ? AND number = ?",
                arguments: [office, till, number])
        }
        lastSeal = try seal(last) ?? TillEntry.noSeal
        var before = ArchiveStart()
        before.from = period.first
        before.last = first - 1
        before.seal = try seal(first - 1) ?? TillEntry.noSeal
        let earlier = "FROM till_entry WHERE office = :office AND till = :till AND number < :first"
        func earlierWhole(_ select: String, _ condition: String = "") throws -> Int {
            try whole("SELECT \(select) \(earlier) \(condition)", ["first": first]) ?? 0
        }
        before.key =
            try whole(
                "SELECT key FROM till_entry WHERE office = :office AND till = :till AND number = :first",
                ["first": first]) ?? 1
        before.ticket = try earlierWhole("max(ticket)", "AND training = 0 AND ticket IS NOT NULL")
        before.trainingTicket = try earlierWhole("max(ticket)", "AND training = 1 AND ticket IS NOT NULL")
        before.days = try earlierWhole("count(*)", "AND period IS NOT NULL AND length(period) = 10")
        before.months = try earlierWhole("count(*)", "AND period IS NOT NULL AND length(period) = 7")
        before.years = try earlierWhole("count(*)", "AND period IS NOT NULL AND length(period) = 4")
        before.perpetualTotal =
            try whole(
                """
                SELECT coalesce(sum(content ->> '$.total'), 0) \(earlier) AND training = 0 AND kind IN ('sale', 'refund') AND day < :from
                """, ["first": first, "from": period.first.description]) ?? 0
        self.before = before
    }
}
