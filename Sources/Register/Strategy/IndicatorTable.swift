import Foundation
import GRDB
import Reception

/// The one way entered figures are written and read. The table has hundredths of every unit, so that whoever reads it needs no other.
struct IndicatorTable {
    let office: String
    let database: Database

    /// - `last`: what stands there of the same indicator and period, whose place it takes.
    func insert(
        _ entry: IndicatorEntry, after last: KeptIndicatorEntry?, currency: String, recordedAt: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO indicator_value (uuid, office, indicator, period, hundredths, unit, source, who, recorded_ms,
                    supersedes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.id.bytes, office, entry.indicator, entry.period.text,
                entry.value.map { $0 * Self.hundredths(in: entry.unit) },
                entry.unit == .cents ? currency : entry.unit.rawValue, entry.source, entry.who,
                recordedAt.milliseconds, last?.entry.id.bytes,
            ])
    }

    /// The last word of an indicator about a period, taken back or not; nil when there never was one.
    func last(_ indicator: String, _ period: IndicatorPeriod) throws -> KeptIndicatorEntry? {
        try entries("AND indicator = ? AND period = ? AND NOT is_superseded", [indicator, period.text]).last
    }

    /// Nil when there is none.
    func entry(_ id: FactID) throws -> KeptIndicatorEntry? { try entries("AND uuid = ?", [id.bytes]).first }

    func lastThatCounts(by who: String?, among codes: [String]) throws -> KeptIndicatorEntry? {
        try entries("AND who IS ? AND NOT is_superseded AND hundredths IS NOT NULL", [who])
            .last { codes.contains($0.entry.indicator) }
    }

    func current() throws -> [KeptIndicatorEntry] {
        try entries("AND NOT is_superseded AND hundredths IS NOT NULL", [])
    }

    func history(of indicator: String) throws -> [KeptIndicatorEntry] { try entries("AND indicator = ?", [indicator]) }

    /// When entries of some indicators were recorded.
    func recordings(of indicators: [String]) throws -> [Instant] {
        try entries("", []).filter { indicators.contains($0.entry.indicator) }.map(\.recordedAt)
    }

    private func entries(_ condition: String, _ arguments: StatementArguments) throws -> [KeptIndicatorEntry] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT *, EXISTS (SELECT 1 FROM indicator_value AS newer WHERE newer.supersedes = known.uuid)
                    AS is_superseded
                FROM indicator_value AS known WHERE office = ? \(condition) ORDER BY seq
                """, arguments: [office] + arguments
        ).compactMap(Self.entry)
    }

    /// Nil when a row says what this version doesn't know: a week, a unit.
    private static func entry(_ row: Row) -> KeptIndicatorEntry? {
        let text: String = row["unit"]
        let isCurrency = text.utf8.count == 3 && text.utf8.allSatisfy { 65...90 ~= $0 }
        guard let id = FactID(bytes: row["uuid"]), let period = IndicatorPeriod(row["period"]),
            let unit = isCurrency ? .cents : IndicatorUnit(rawValue: text)
        else { return nil }
        let entry = IndicatorEntry(
            id: id, indicator: row["indicator"], period: period,
            value: (row["hundredths"] as Int?).map { $0 / hundredths(in: unit) }, unit: unit, source: row["source"],
            who: row["who"])
        return KeptIndicatorEntry(
            entry, recordedAt: Instant(milliseconds: row["recorded_ms"]),
            supersedes: (row["supersedes"] as Data?).flatMap(FactID.init), isSuperseded: row["is_superseded"])
    }

    /// How many hundredths of its unit a whole number of it is.
    private static func hundredths(in unit: IndicatorUnit) -> Int {
        switch unit {
        case .cents, .percent, .hundredths: 1
        case .count, .yesNo, .seconds, .minutes: 100
        }
    }
}
