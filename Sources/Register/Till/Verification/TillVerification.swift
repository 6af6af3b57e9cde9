import Dispatch
import Foundation
import GRDB
import Reception
import Synchronization

/// A row beside what can be said of it without knowing the others.
struct CheckedRow: Sendable {
    var sealHolds = true
    /// Whether its content is in the one form that is sealed.
    var isInOrder = true
    /// Of a ticket; nil when it can't be read as one.
    var figures: TicketFigures?
}

/// What an entry may refer to.
struct TillSource {
    /// The content of an entry that was read before, by its `seq`.
    let content: (Int) throws -> String?
    /// Of a key, "" when it is missing; nil where there are no keys.
    let fingerprint: (Int) -> String?

    init(keys folder: TillFolder?, content: @escaping (Int) throws -> String?) {
        self.content = content
        fingerprint = { key in folder.map { (try? TillKey(key, in: $0).fingerprint) ?? "" } }
    }
}

/// Walks the entries of every till in the order they were written, and ends with the first that doesn't hold.
///
/// Rows are read in batches. Seals and the sums of tickets don't depend on one another: all cores work on a batch. What follows from the
/// entries before is held against them afterwards, one by one.
struct TillVerification {
    /// Where the keys are; nil when seals can't be computed anew.
    let folder: TillFolder?
    /// So many entries are read at once.
    static let batch = 4_096

    private(set) var report = TillReport()
    /// What the archive it reads was signed with.
    var archiveKey: String? {
        get { report.archiveKey }
        set { report.archiveKey = newValue }
    }
    private var checks: [String: ChainCheck] = [:]
    private var order: [String] = []
    private var keys: [Int: TillKey] = [:]
    private let starts: [String: ArchiveStart]
    private let source: TillSource

    /// - `content`: of an entry that was read before, by its `seq`.
    init(folder: TillFolder?, starts: [String: ArchiveStart] = [:], content: @escaping (Int) throws -> String?) {
        self.folder = folder
        self.starts = starts
        source = TillSource(keys: folder, content: content)
        report.sealsChecked = folder != nil
    }

    /// Looks at a batch, in order. False when something in it doesn't hold: `report` says what.
    mutating func add(_ rows: [SealedRow]) throws -> Bool {
        loadKeys(of: rows)
        var last = checks.mapValues(\.chain.seal)
        let previous = rows.map { row in
            let chain = Self.name(of: row)
            defer { last[chain] = row.seal }
            return last[chain] ?? starts[chain]?.seal ?? TillEntry.noSeal
        }
        for (row, checked) in zip(rows, checked(rows, after: previous)) {
            let chain = Self.name(of: row)
            if checks[chain] == nil {
                checks[chain] = ChainCheck(
                    office: row.office, till: row.till, after: starts[chain] ?? ArchiveStart(), archiveKey: archiveKey,
                    source: source)
                order.append(chain)
            }
            if let problem = try keyProblem(of: row) ?? checks[chain]?.add(row, checked) {
                report.problem = problem
                finish()
                return false
            }
        }
        return true
    }

    /// Puts what was found into `report`.
    mutating func finish() { report.chains = order.compactMap { checks[$0]?.chain } }

    mutating func found(_ problem: TillProblem) {
        if report.problem == nil { report.problem = problem }
    }

    private static func name(of row: SealedRow) -> String { row.office + "\n" + row.till }

    private mutating func loadKeys(of rows: [SealedRow]) {
        guard let folder else { return }
        for row in rows where keys[row.key] == nil { keys[row.key] = try? TillKey(row.key, in: folder) }
    }

    private func keyProblem(of row: SealedRow) -> TillProblem? {
        guard let folder, keys[row.key] == nil else { return nil }
        return TillProblem(
            .key, till: row.till, entry: row.number, fr: "la clé qui l'a scellée manque : \(folder.key(row.key)).",
            en: "the key that sealed it is missing: \(folder.key(row.key)).")
    }

    private func checked(_ rows: [SealedRow], after previous: [String]) -> [CheckedRow] {
        let parts = min(ProcessInfo.processInfo.activeProcessorCount, max(rows.count / 256, 1))
        let results = Mutex([[CheckedRow]](repeating: [], count: parts))
        let keys = keys
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = rows.count * part / parts..<rows.count * (part + 1) / parts
            let checked = range.map { Self.check(rows[$0], after: previous[$0], keys) }
            results.withLock { $0[part] = checked }
        }
        return results.withLock { $0.flatMap { $0 } }
    }

    private static func check(_ row: SealedRow, after previous: String, _ keys: [Int: TillKey]) -> CheckedRow {
        var checked = CheckedRow()
        if let key = keys[row.key] {
            checked.sealHolds = Hex.text(key.seal(row.message(previous: previous))) == row.seal
        }
        switch row.kind {
        case "sale": checked.figures = TicketFigures(row.content, isRefund: false)
        case "refund": checked.figures = TicketFigures(row.content, isRefund: true)
        default: checked.isInOrder = JSONBytes.isObject(row.content)
        }
        return checked
    }
}

/// What went before the first entry of an archive.
struct ArchiveStart: Hashable, Codable {
    /// The entry before, and its seal.
    var last = 0
    var seal = TillEntry.noSeal
    /// The key in force.
    var key = 1
    /// The last numbers given: to tickets, and to closures of days, months and years.
    var ticket = 0
    var trainingTicket = 0
    var days = 0
    var months = 0
    var years = 0
    /// All that was sold before `from`, the first day of the archive.
    var perpetualTotal = 0
    var from = OfficeDay(daysSince1970: 0)

    enum CodingKeys: String, CodingKey {
        case last, seal, key, ticket, days, months, years, from
        case trainingTicket = "training_ticket"
        case perpetualTotal = "perpetual_total"
    }
}
