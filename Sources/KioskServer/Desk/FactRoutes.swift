import MicroHTTP
import Reception
import Register

/// `/api/v1/desk/facts` and what is read out of them.
struct FactRoutes: Sendable {
    let register: Register
    let setting: @Sendable () -> DeskSetting

    /// The most facts of one call.
    private static let limit = 200
    /// The most days of facts one call gives: a year and a leap day.
    private static let listedDays = 366
    /// The most days of one call's statistics.
    private static let countedDays = 3_660

    var all: [Routes.Route] {
        [
            .staff(.desk, .post, "/api/v1/desk/facts") { try record($0) },
            .staff(.desk, .get, "/api/v1/desk/facts") { request in
                let (from, to) = try request.days(limit: Self.listedDays)
                let all = request.query["all"] == "1"
                return try list(
                    register.facts(
                        from: from, to: to, kinds: request.kinds(DeskFact.Kind.self, "visit,tally"), all: all),
                    for: request)
            },
            .staff(.desk, .get, "/api/v1/desk/facts/last") { request in
                guard let count = Int(request.query["count"] ?? "5"), 1...Self.limit ~= count else {
                    throw Failure.badQuery("count", "5")
                }
                let desk = request.query["desk"]
                if let desk, !Names.isCode(desk) { throw Failure.badQuery("desk", "comptoir") }
                return try list(register.lastFacts(count, desk: desk), for: request)
            },
            .staff(.desk, .get, "/api/v1/desk/facts/{id}/history") { request in
                try list(register.history(of: request.names["id"] ?? ""), for: request)
            },
            .staff(.desk, .get, "/api/v1/desk/statistics") { request in
                let (from, to) = try request.days(limit: Self.countedDays)
                return .json(try register.statistics(from: from, to: to))
            },
        ]
    }

    private func record(_ request: StaffRequest) throws -> Response {
        var facts = try request.decode(Facts.self, limit: 262_144).facts
        guard 1...Self.limit ~= facts.count else { throw Failure.tooManyFacts(Self.limit) }
        for index in facts.indices { facts[index].counsellor = request.user }
        do {
            let receipts = try register.record(facts, recordedAt: request.receivedAt)
            return .json(
                Receipts(receipts: zip(facts, receipts).map { .init(id: $0.id, status: $1) }))
        } catch let refusal as Reception.Refusal {
            throw Failure(refusal, status: refusal.code == .factWasRevised ? 409 : 422, index: refusal.index ?? 0)
        }
    }

    private func list(_ facts: [KeptFact], for request: StaffRequest) throws -> Response {
        let context = DeskLine.Context(
            vocabulary: setting().vocabulary, clock: register.clock, now: request.receivedAt)
        return .json(Listed(facts: facts.map { .init($0, in: context, told: request.language) }))
    }

    private struct Facts: Decodable {
        let facts: [DeskFact]
    }

    /// `Receipts` in docs/openapi.yaml.
    private struct Receipts: Encodable {
        struct Receipt: Encodable {
            let id: FactID
            let status: FactReceipt
        }
        let receipts: [Receipt]
    }

    private struct Listed: Encodable {
        let facts: [ListedFact]
    }
}

/// A fact as it is kept, and in words; `KeptFact` in docs/openapi.yaml.
private struct ListedFact: Encodable {
    let fact: DeskFact
    let seq: Int64
    let recordedAt: Instant
    let day: String
    let revisedBy: OrNull<FactID>
    let origin: FactID
    let counts: Bool
    let words: OrNull<String>
    let line: OrNull<String>

    /// - Parameter language: of the words; only visits have any.
    init(_ kept: KeptFact, in context: DeskLine.Context, told language: MessageLanguage) {
        fact = kept.fact
        seq = kept.seq
        recordedAt = kept.recordedAt
        day = kept.day.description
        revisedBy = OrNull(kept.revisedBy)
        origin = kept.origin
        counts = kept.counts
        guard case .visit(let visit) = kept.fact.content else {
            (words, line) = (OrNull(nil), OrNull(nil))
            return
        }
        words = OrNull(
            DeskLine.words(
                visit.contact, at: nil, vocabulary: context.vocabulary, clock: context.clock, now: context.now,
                in: language))
        // Without its moment, which a correction keeps unless it says another.
        line = OrNull(
            DeskLine.line(
                visit.contact, at: nil, vocabulary: context.vocabulary, clock: context.clock, now: context.now))
    }
}

extension Failure {
    fileprivate static func tooManyFacts(_ limit: Int) -> Failure {
        Failure(
            status: 400, code: "facts_count_invalid", message: "There are no facts, or too many.",
            hint: "Send 1 to \(limit) at a time.",
            french: ("Il n’y a aucun fait, ou trop.", "Envoyez-en de 1 à \(limit) à la fois."))
    }
}
