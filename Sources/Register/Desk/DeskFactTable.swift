import Foundation
import GRDB
import Reception

/// The one way facts of the desk are written: a head, and beside it what the fact says.
struct DeskFactTable {
    let office: String
    let clock: OfficeClock
    let recordedAt: Instant
    let database: Database

    /// Writes a fact that was checked, after all that it needs to know of others.
    ///
    /// Throws a `Refusal`: `fact_unknown`, `fact_was_revised`, `fact_kind_differs`, `at_too_old`.
    func insert(_ fact: DeskFact) throws -> FactReceipt {
        guard try !isKnown(fact.id) else { return .known }
        let revised = try fact.revises.map { try head(revisedBy: fact, $0) }
        let (day, hour): (String, Int)
        if let revised, revised.at == fact.at {
            // As it was found then: a clock is right for some years only.
            (day, hour) = (revised.day, revised.hour)
        } else {
            guard !fact.isTooOld(at: recordedAt) else { throw Refusal.tooOld }
            let moment = clock.dayAndHour(at: fact.at)
            (day, hour) = (moment.day.description, moment.hour)
        }
        try database.cachedStatement(
            sql: """
                INSERT INTO desk_fact (uuid, office, kind, revises, origin, voided, at_ms, day, hour, recorded_ms, entry,
                    desk, counsellor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            fact.id.bytes, office, fact.content.kind.rawValue, fact.revises?.bytes, revised?.origin ?? fact.id.bytes,
            fact.voided, fact.at.milliseconds, day, hour, recordedAt.milliseconds, fact.entry.rawValue, fact.desk,
            fact.counsellor,
        ])
        try insert(fact.content, seq: database.lastInsertedRowID)
        return .recorded
    }

    private func insert(_ content: DeskFact.Content, seq: Int64) throws {
        switch content {
        case .visit(let visit):
            let contact = visit.contact
            try insert(
                """
                INSERT INTO visit (seq, channel, country, departement, postcode, adults, children, profile, stay,
                    first_visit, language, topics, duration, outcome, sample_of)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    seq, contact.channel.rawValue, contact.country, contact.departement, contact.postcode,
                    contact.adults, contact.children, contact.profile?.rawValue, contact.stay?.rawValue,
                    contact.firstVisit, contact.language, CodeList.json(contact.topics), contact.duration?.rawValue,
                    contact.outcome?.rawValue, visit.sampleOf.map(tally),
                ])
        case .tally(let tally):
            try insert("INSERT INTO tally (seq, people) VALUES (?, ?)", [seq, tally.people])
        case .door(let count):
            try insert("INSERT INTO door_count (seq, people) VALUES (?, ?)", [seq, count.people])
        case .attendance(let attendance):
            try insert(
                "INSERT INTO attendance (seq, what, site, adults, children, paid) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    seq, attendance.kind.rawValue, attendance.site, attendance.adults, attendance.children,
                    attendance.paid,
                ])
        case .opening(let hours):
            try insert(
                "INSERT INTO opening (seq, periods) VALUES (?, ?)",
                [seq, JSONText.of(hours.periods.map { [$0.from, $0.to] })])
        case .annotation(let annotation):
            try insert("INSERT INTO annotation (seq, text) VALUES (?, ?)", [seq, annotation.text])
        }
    }

    private func insert(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func isKnown(_ id: FactID) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM desk_fact WHERE uuid = ?"), arguments: [id.bytes]) ?? false
    }

    /// What a fact takes over from the one it revises.
    private struct Head {
        let origin: Data
        let at: Instant
        let day: String
        let hour: Int
    }

    private func head(revisedBy fact: DeskFact, _ id: FactID) throws -> Head {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT kind, origin, at_ms, day, hour, voided IS NOT NULL
                        OR EXISTS (SELECT 1 FROM desk_fact AS newer WHERE newer.revises = desk_fact.uuid) AS is_over
                    FROM desk_fact WHERE uuid = ? AND office = ?
                    """), arguments: [id.bytes, office])
        guard let row else { throw Refusal.factUnknown }
        guard row["kind"] == fact.content.kind.rawValue else { throw Refusal.factKindDiffers }
        guard !row["is_over"] else { throw Refusal.factWasRevised }
        return Head(
            origin: row["origin"], at: Instant(milliseconds: row["at_ms"]), day: row["day"], hour: row["hour"])
    }

    /// The first fact of the tally that a sample names by any of its facts: the tally may be corrected later.
    private func tally(_ id: FactID) throws -> Data {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT kind, origin FROM desk_fact WHERE uuid = ? AND office = ?"),
            arguments: [id.bytes, office])
        guard let row else { throw Refusal.factUnknown }
        guard row["kind"] == DeskFact.Kind.tally.rawValue else { throw Refusal.factKindDiffers }
        return row["origin"]
    }
}

/// `["hiking","wine"]`: codes, in which nothing needs escaping.
enum CodeList {
    static func json(_ codes: [String]) -> String { "[" + codes.map { "\"\($0)\"" }.joined(separator: ",") + "]" }

    static func read(_ json: String) -> [String] {
        json.split { "[]\", ".contains($0) }.map(String.init)
    }
}
