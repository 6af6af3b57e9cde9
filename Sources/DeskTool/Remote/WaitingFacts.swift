import Reception
import Terminal

/// The facts in a spool, as if they were kept already: what is undone or mended before the server has it.
struct WaitingFacts {
    /// In the order they came in.
    let facts: [KeptFact]

    init(_ spool: Spool, clock: OfficeClock) throws {
        let waiting = try spool.entries().flatMap { _, entry in entry.facts.map { (fact: $0, keptAt: entry.keptAt) } }
        var revisedBy: [FactID: FactID] = [:]
        var origins: [FactID: FactID] = [:]
        for (fact, _) in waiting {
            guard let revised = fact.revises else { continue }
            revisedBy[revised] = fact.id
            origins[fact.id] = origins[revised] ?? revised
        }
        facts = waiting.enumerated().map { index, waiting in
            KeptFact(
                fact: waiting.fact, seq: Int64(index) + 1, recordedAt: waiting.keptAt,
                day: clock.dayAndHour(at: waiting.fact.at).day, revisedBy: revisedBy[waiting.fact.id],
                origin: origins[waiting.fact.id] ?? waiting.fact.id)
        }
    }

    /// The last that count, the newest first; nil when there is none, since the last one may then be on the server.
    func last(_ count: Int, desk: String?) -> [KeptFact]? {
        let counting = facts.filter { $0.counts && (desk == nil || $0.fact.desk == desk) }
        return counting.isEmpty ? nil : counting.suffix(count).reversed()
    }

    /// The history to which an id belongs, by its beginning; nil when it doesn't begin here, since the server then has it.
    func history(of id: String) throws -> [KeptFact]? {
        func digits(_ text: String) -> String { text.lowercased().filter { $0 != "-" } }
        let origins = Set(facts.filter { digits($0.fact.id.description).hasPrefix(digits(id)) }.map(\.origin))
        guard let origin = origins.first else { return nil }
        guard origins.count == 1 else {
            throw Refused.byPerson(
                say(
                    "Plusieurs saisies gardées ici commencent par « \(id) ». Tapez-en plus de signes.",
                    "Several entries kept here begin with “\(id)”. Type more of its characters."))
        }
        return facts.filter { $0.origin == origin }
    }
}
