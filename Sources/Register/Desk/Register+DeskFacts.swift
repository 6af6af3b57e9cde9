import Foundation
import GRDB
import Reception

extension Register {
    /// Records facts of the desk together, all of them or none; returns when they are on disk, with a receipt for each in order. The same
    /// id again is the same fact.
    ///
    /// - `recordedAt`: now, by this machine's clock; recorded beside each.
    ///
    /// Throws a `Refusal`: what `DeskFact.checked(recordedAt:)` throws; `fact_unknown` (what it revises, or the tally it is a sample of,
    /// isn't there), `fact_was_revised` (somebody was faster, or it was voided), `fact_kind_differs`. A `RegisterError` when they couldn't be
    /// written: nothing of them was.
    public func record(_ facts: [DeskFact], recordedAt: Instant) throws -> [FactReceipt] {
        try each(facts) { try $0.checked(recordedAt: recordedAt) }
        return try writing { database in
            let table = DeskFactTable(office: office, clock: clock, recordedAt: recordedAt, database: database)
            return try each(facts, table.insert)
        }
    }

    /// Of several, a refusal says which it is about.
    @discardableResult
    private func each<Result>(_ facts: [DeskFact], _ body: (DeskFact) throws -> Result) throws -> [Result] {
        try facts.enumerated().map { index, fact in
            do {
                return try body(fact)
            } catch let refusal as Refusal where facts.count > 1 {
                throw refusal.about(index)
            }
        }
    }

    /// The facts of some of the office's days, first and last included, the oldest first.
    ///
    /// - `all`: those too that were revised or voided.
    public func facts(
        from: OfficeDay, to: OfficeDay, kinds: Set<DeskFact.Kind> = Set(DeskFact.Kind.allCases), all: Bool = false
    ) throws -> [KeptFact] {
        let marks = repeatElement("?", count: kinds.count).joined(separator: ", ")
        return try keptFacts(
            """
            WHERE fact.office = ? AND fact.kind IN (\(marks)) AND fact.day BETWEEN ? AND ?
                \(all ? "" : "AND \(KeptFact.counts)") ORDER BY fact.at_ms, fact.seq
            """,
            [office] + StatementArguments(kinds.map(\.rawValue)) + [from.description, to.description])
    }

    /// When the office said that it was open on a day, the newest word; nil when it said nothing.
    ///
    /// Every visit asks it, so it has a select of its own: preparing the one of all kinds takes longer than recording the visit.
    public func openingHours(of day: OfficeDay) throws -> OpeningHours? {
        let periods = try pool.read { database in
            try String.fetchOne(
                database,
                sql: """
                    SELECT periods FROM desk_fact AS fact JOIN opening USING (seq)
                    WHERE fact.office = ? AND fact.kind = 'opening' AND fact.day = ? AND fact.voided IS NULL
                        AND NOT EXISTS (SELECT 1 FROM desk_fact AS newer WHERE newer.revises = fact.uuid)
                    ORDER BY fact.at_ms DESC, fact.seq DESC LIMIT 1
                    """, arguments: [office, day.description])
        }
        return periods.flatMap(OpeningHours.init(json:))
    }

    /// The last facts recorded that count, the newest first.
    ///
    /// - `desk`: of this desk only, when it isn't nil.
    public func lastFacts(_ count: Int, desk: String? = nil) throws -> [KeptFact] {
        try keptFacts(
            // The + keeps SQLite from the index by day, where it would read everything to sort it.
            """
            WHERE \(desk == nil ? "+fact.office = ?" : "fact.office = ? AND fact.desk = ?") AND \(KeptFact.counts)
            ORDER BY fact.seq DESC LIMIT ?
            """, desk.map { [office, $0, count] } ?? [office, count])
    }

    /// All facts of the history that one of them belongs to, the oldest first.
    ///
    /// - `id`: of any fact of it, or the beginning of one.
    ///
    /// Throws a `Refusal`: `fact_unknown`, or `fact_ambiguous` when it is the beginning of several, which its message lists.
    public func history(of id: String) throws -> [KeptFact] {
        guard let bounds = FactID.bounds(ofIDsBeginning: id) else { throw Refusal.factUnknown }
        let origins = try pool.read { database in
            // The + keeps SQLite from an index by office, of which there is one.
            try Data.fetchAll(
                database,
                sql: "SELECT DISTINCT origin FROM desk_fact WHERE uuid BETWEEN ? AND ? AND +office = ? LIMIT 6",
                arguments: [bounds.first.bytes, bounds.last.bytes, office])
        }
        guard let origin = origins.first else { throw Refusal.factUnknown }
        guard origins.count == 1 else { throw Refusal.factAmbiguous(id, try origins.flatMap(history), clock) }
        return try history(origin)
    }

    /// Grows with every fact of the desk; 0 when there is none. A few microseconds.
    public func latestSeq() throws -> Int64 {
        try pool.read { try Int64.fetchOne($0.cachedStatement(sql: "SELECT max(seq) FROM desk_fact")) ?? 0 }
    }

    private func history(_ origin: Data) throws -> [KeptFact] {
        try keptFacts(
            "WHERE fact.uuid = ? OR (fact.revises IS NOT NULL AND fact.origin = ?) ORDER BY fact.seq", [origin, origin])
    }

    private func keptFacts(_ condition: String, _ arguments: StatementArguments) throws -> [KeptFact] {
        try pool.read { try Row.fetchAll($0, sql: KeptFact.select + condition, arguments: arguments) }
            .compactMap(KeptFact.init)
    }
}

extension FactID {
    /// The lowest and the highest id that begin with `text`, whose hyphens don't matter; nil when none does.
    fileprivate static func bounds(ofIDsBeginning text: String) -> (first: FactID, last: FactID)? {
        let digits = text.lowercased().filter { $0 != "-" }
        guard 1...32 ~= digits.count else { return nil }
        func id(filledWith digit: Character) -> FactID? {
            let filled = digits + String(repeating: digit, count: 32 - digits.count)
            guard let high = UInt64(filled.prefix(16), radix: 16), let low = UInt64(filled.suffix(16), radix: 16),
                filled.utf8.first != UInt8(ascii: "+")
            else { return nil }
            return FactID(high: high, low: low)
        }
        guard let first = id(filledWith: "0"), let last = id(filledWith: "f") else { return nil }
        return (first, last)
    }
}
