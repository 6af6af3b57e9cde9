import Foundation
import GRDB
import Reception

/// A search as it is counted: the term in clear, and what stands for it until three sessions have typed it.
struct SearchRow: Sendable {
    let office: String
    let term: String
    let lang: String
    let day: String
    let foundNothing: Bool
    let termHash: Data
    /// Of the session in this term: two terms of one session have nothing in common.
    let sessionHash: Data

    init?(_ interaction: Interaction, office: String, day: OfficeDay, key: SearchKey) {
        guard let term = interaction.term?.text else { return nil }
        self.office = office
        self.term = term
        lang = interaction.lang
        self.day = day.description
        foundNothing = interaction.value == "0"
        termHash = key.hash("term", lang, term)
        sessionHash = key.hash("session", lang, term, interaction.session)
    }
}

/// The one way search terms are counted, in the transaction it is given.
enum SearchTable {
    /// How many sessions must have typed a term before it is kept.
    private static let sessionsNeeded = 3

    static func count(_ row: SearchRow, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO search_candidate (office, term_hash, session_hash, day, without_result) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [row.office, row.termHash, row.sessionHash, row.day, row.foundNothing ? 1 : 0])
        // A session counts once, however often it types the same.
        guard database.changesCount == 1 else { return }
        try database.cachedStatement(
            sql: """
                UPDATE search_term SET sessions = sessions + 1, without_result = without_result + ?,
                    first_day = min(first_day, ?), last_day = max(last_day, ?)
                WHERE office = ? AND term = ? AND lang = ?
                """
        ).execute(arguments: [row.foundNothing ? 1 : 0, row.day, row.day, row.office, row.term, row.lang])
        guard database.changesCount == 0 else { return }
        try database.cachedStatement(
            sql: """
                INSERT INTO search_term (office, term, lang, sessions, without_result, first_day, last_day)
                SELECT office, ?, ?, count(*), sum(without_result), min(day), max(day) FROM search_candidate
                WHERE office = ? AND term_hash = ? GROUP BY office HAVING count(*) >= ?
                """
        ).execute(arguments: [row.term, row.lang, row.office, row.termHash, sessionsNeeded])
    }
}

/// What visitors search, as managers may read it.
public struct SearchedTerm: Hashable, Sendable {
    /// Normalised.
    public let term: String
    /// The language shown.
    public let lang: String
    /// Distinct sessions, at least 3.
    public let sessions: Int
    /// Of those, how many found nothing the first time.
    public let withoutResult: Int
    /// The office's day of the first.
    public let firstDay: String
    /// The office's day of the last.
    public let lastDay: String
}

extension Register {
    /// What was searched by three sessions or more, the most searched first.
    public func searchedTerms() throws -> [SearchedTerm] {
        try pool.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM search_term WHERE office = ? ORDER BY sessions DESC, term, lang",
                arguments: [office]
            ).map { row in
                SearchedTerm(
                    term: row["term"], lang: row["lang"], sessions: row["sessions"],
                    withoutResult: row["without_result"], firstDay: row["first_day"], lastDay: row["last_day"])
            }
        }
    }

    /// Deletes the hashes of searches from before `day`. Terms that three sessions typed stay.
    public func forgetSearchCandidates(before day: OfficeDay) throws {
        try writer.betweenGroups {
            try $0.execute(sql: "DELETE FROM search_candidate WHERE day < ?", arguments: [day.description])
        }
    }
}
