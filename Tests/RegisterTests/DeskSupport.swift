import Reception
import Testing

@testable import Register

extension DeskFactTests {
    /// A family from the Hérault, unless `change` says otherwise.
    static func visit(
        at: Instant = now.advanced(byMilliseconds: -300_000), desk: String = "comptoir", sampleOf: FactID? = nil,
        _ change: (inout Contact) -> Void = { _ in }
    ) -> DeskFact {
        var contact = Contact()
        (contact.country, contact.departement, contact.adults, contact.children) = ("FR", "34", 2, 2)
        contact.profile = .family
        contact.topics = ["hiking", "wine"]
        change(&contact)
        return fact(.visit(Visit(contact: contact, sampleOf: sampleOf)), at: at, desk: desk)
    }

    static func fact(_ content: DeskFact.Content, at: Instant = now, desk: String = "comptoir") -> DeskFact {
        DeskFact(id: FactID(bornAt: at), at: at, desk: desk, content: content)
    }

    /// Seven facts, a minute apart from 00:00 on; all that a visit can say, and one of which nothing is known.
    static func oneOfEachKind() throws -> [DeskFact] {
        let start = now.advanced(byMilliseconds: -300_000)
        let tally = FactID(bornAt: now)
        var contents: [DeskFact.Content] = []
        contents.append(
            visit {
                ($0.postcode, $0.stay, $0.firstVisit, $0.language) = ("34400", .tourist, false, "en")
                ($0.duration, $0.outcome) = (.from2to5, .referred)
            }.content)
        contents.append(.tally(Tally(people: 6)))
        contents.append(.door(DoorCount(people: 0)))
        contents.append(
            .attendance(
                Attendance(kind: .admission, site: "chapelle-castrale", adults: 12, children: 4, paid: true)))
        contents.append(.opening(OpeningHours(periods: [.init(from: 540, to: 750), .init(from: 840, to: 1_080)])))
        contents.append(.annotation(Annotation(text: "orage, marché annulé")))
        contents.append(.visit(Visit(contact: Contact(), sampleOf: tally)))
        return contents.enumerated().map { index, content in
            var fact = fact(content, at: start.advanced(byMilliseconds: Int64(index) * 60_000))
            if index == 1 { fact.id = tally }
            if index == 3 { (fact.entry, fact.counsellor) = (.bulk, "marie") }
            return fact
        }
    }
}

extension DeskFact {
    /// A new fact that says something else of the same.
    func revised(content: Content) -> DeskFact {
        DeskFact(id: FactID(bornAt: at), revises: id, at: at, desk: desk, content: content)
    }

    func revised(_ change: (inout Contact) -> Void) -> DeskFact {
        guard case .visit(var visit) = content else { return revised(content: content) }
        change(&visit.contact)
        return revised(content: .visit(visit))
    }

    func voided(because reason: String = "annulé") -> DeskFact {
        var fact = revised(content: content)
        fact.voided = reason
        return fact
    }
}

/// Expects a `Refusal` with that code.
func expect<Result>(
    throws code: Refusal.Code, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Result
) {
    #expect(comment, sourceLocation: sourceLocation) { try body() } throws: { ($0 as? Refusal)?.code == code }
}
