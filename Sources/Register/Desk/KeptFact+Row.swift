import Foundation
import GRDB
import Reception

extension KeptFact {
    /// Every fact with what it says, whatever its kind; a condition on `fact` and an order go after it.
    static let select = """
        SELECT fact.seq, fact.uuid, fact.kind, fact.revises, fact.origin, fact.voided, fact.at_ms, fact.day,
            fact.recorded_ms, fact.entry, fact.desk, fact.counsellor, newer.uuid AS revised_by,
            visit.channel, visit.country, visit.departement, visit.postcode, visit.profile, visit.stay,
            visit.first_visit, visit.language, visit.topics, visit.duration, visit.outcome, visit.sample_of,
            coalesce(visit.adults, attendance.adults) AS adults,
            coalesce(visit.children, attendance.children) AS children,
            attendance.what, attendance.site, attendance.paid,
            coalesce(tally.people, door_count.people) AS people, opening.periods, annotation.text
        FROM desk_fact AS fact
            LEFT JOIN desk_fact AS newer ON newer.revises = fact.uuid
            LEFT JOIN visit ON visit.seq = fact.seq
            LEFT JOIN tally ON tally.seq = fact.seq
            LEFT JOIN door_count ON door_count.seq = fact.seq
            LEFT JOIN attendance ON attendance.seq = fact.seq
            LEFT JOIN opening ON opening.seq = fact.seq
            LEFT JOIN annotation ON annotation.seq = fact.seq

        """

    /// What makes a fact count, in the words of `select`.
    static let counts = "fact.voided IS NULL AND newer.uuid IS NULL"

    /// Nil when a row says what this version doesn't know.
    init?(_ row: Row) {
        guard let id = FactID(bytes: row["uuid"]), let origin = FactID(bytes: row["origin"]),
            let kind = DeskFact.Kind(rawValue: row["kind"]), let content = DeskFact.Content(kind, row),
            let entry = DeskFact.Entry(rawValue: row["entry"]), let day = OfficeDay(row["day"] as String)
        else { return nil }
        self.init(
            fact: DeskFact(
                id: id, revises: (row["revises"] as Data?).flatMap(FactID.init), voided: row["voided"],
                at: Instant(milliseconds: row["at_ms"]), entry: entry, desk: row["desk"], counsellor: row["counsellor"],
                content: content),
            seq: row["seq"], recordedAt: Instant(milliseconds: row["recorded_ms"]), day: day,
            revisedBy: (row["revised_by"] as Data?).flatMap(FactID.init), origin: origin)
    }
}

extension DeskFact.Content {
    fileprivate init?(_ kind: DeskFact.Kind, _ row: Row) {
        switch kind {
        case .visit:
            guard let contact = Contact(row) else { return nil }
            self = .visit(Visit(contact: contact, sampleOf: (row["sample_of"] as Data?).flatMap(FactID.init)))
        case .tally:
            self = .tally(Tally(people: row["people"]))
        case .door:
            self = .door(DoorCount(people: row["people"]))
        case .attendance:
            guard let what = Attendance.Kind(rawValue: row["what"]) else { return nil }
            self = .attendance(
                Attendance(
                    kind: what, site: row["site"], adults: row["adults"], children: row["children"], paid: row["paid"]))
        case .opening:
            guard let hours = OpeningHours(json: row["periods"]) else { return nil }
            self = .opening(hours)
        case .annotation:
            self = .annotation(Annotation(text: row["text"]))
        }
    }
}

extension OpeningHours {
    /// As they are stored; nil when this version can't read them.
    init?(json: String) {
        guard let periods = JSONText.read(json, as: [[Int]].self) else { return nil }
        self.init(periods: periods.map { .init(from: $0[0], to: $0[1]) })
    }
}

extension Contact {
    fileprivate init?(_ row: Row) {
        guard let channel = Channel(rawValue: row["channel"]) else { return nil }
        self.init(channel: channel)
        country = row["country"]
        departement = row["departement"]
        postcode = row["postcode"]
        adults = row["adults"]
        children = row["children"]
        profile = (row["profile"] as String?).flatMap(Profile.init)
        stay = (row["stay"] as String?).flatMap(Stay.init)
        firstVisit = row["first_visit"]
        language = row["language"]
        topics = CodeList.read(row["topics"])
        duration = (row["duration"] as String?).flatMap(Duration.init)
        outcome = (row["outcome"] as String?).flatMap(Outcome.init)
    }
}
