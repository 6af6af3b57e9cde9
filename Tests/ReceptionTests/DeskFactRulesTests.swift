import Reception
import Testing

@Suite struct DeskFactRulesTests {
    private static let now = Instant(milliseconds: 1_784_066_700_000)

    private static func fact(_ content: DeskFact.Content, _ change: (inout DeskFact) -> Void = { _ in }) -> DeskFact {
        var fact = DeskFact(id: FactID(bornAt: now), at: now, desk: "comptoir", content: content)
        change(&fact)
        return fact
    }

    private static func visit(_ change: (inout Contact) -> Void) -> DeskFact {
        var contact = Contact()
        change(&contact)
        return fact(.visit(Visit(contact: contact)))
    }

    private static func visit(adults: Int?, _ children: Int?) -> DeskFact {
        visit { ($0.adults, $0.children) = (adults, children) }
    }

    private static func visit(_ country: String?, _ departement: String? = nil, _ postcode: String? = nil) -> DeskFact {
        visit { ($0.country, $0.departement, $0.postcode) = (country, departement, postcode) }
    }

    private static func opening(_ periods: (Int, Int)...) -> DeskFact {
        fact(.opening(OpeningHours(periods: periods.map { .init(from: $0, to: $1) })))
    }

    private static func attendance(_ kind: Attendance.Kind, _ site: String?, _ adults: Int, _ children: Int) -> DeskFact
    {
        fact(.attendance(Attendance(kind: kind, site: site, adults: adults, children: children)))
    }

    private static func visit(minutesAgo minutes: Int64, revising: Bool = false) -> DeskFact {
        fact(.visit(Visit(contact: Contact()))) {
            $0.at = now.advanced(byMilliseconds: -minutes * 60_000)
            $0.revises = revising ? FactID(bornAt: now) : nil
        }
    }

    @Test(arguments: [
        visit { _ in }, visit(adults: 1, 0), visit(adults: 0, 1), visit(adults: 300, 0), visit("NL"), visit("FR"),
        visit("FR", "2A", "20000"), visit("FR", "2B", "20200"), visit("FR", "974", "97400"), visit("FR", "75", "75116"),
        visit("FR", "30", "30250"), visit { $0.topics = ["a", "b-2", "c"] }, visit { $0.language = "oc" },
        fact(.tally(Tally(people: 1))), fact(.door(DoorCount(people: 0))), opening(), opening((0, 1_440)),
        opening((540, 720), (721, 1_080)), attendance(.admission, "chapelle-castrale", 0, 0),
        attendance(.tasting, nil, 12, 0), fact(.annotation(Annotation(text: String(repeating: "é", count: 300)))),
        fact(.annotation(Annotation(text: "orage 👋"))), visit(minutesAgo: -2), visit(minutesAgo: 400 * 1_440),
        visit(minutesAgo: 4_000 * 1_440, revising: true),
    ])
    func `what can happen at a desk is recorded`(fact: DeskFact) throws {
        try #expect(fact.checked(recordedAt: Self.now) == fact)
    }

    @Test(arguments: [
        (visit(adults: 0, 0), Refusal.Code.partyInvalid), (visit(adults: 301, 0), .partyInvalid),
        (visit(adults: 200, 101), .partyInvalid), (visit(adults: -1, 2), .partyInvalid),
        (visit(adults: 2, -1), .partyInvalid), (visit(adults: 2, nil), .partyInvalid),
        (visit(adults: nil, 2), .partyInvalid),
        (visit(adults: .max, .max), .partyInvalid), (visit("fr"), .countryInvalid), (visit("FRA"), .countryInvalid),
        (visit("RE"), .countryInvalid),
        (visit("UK"), .countryInvalid), (visit(""), .countryInvalid), (visit("NL", "34"), .departementInvalid),
        (visit(nil, "34"), .departementInvalid), (visit(nil, nil, "34000"), .departementInvalid),
        (visit("FR", "20"), .departementInvalid), (visit("FR", "96"), .departementInvalid),
        (visit("FR", "975"), .departementInvalid), (visit("FR", "1"), .departementInvalid),
        (visit("FR", "34", "30250"), .postcodeInvalid), (visit("FR", nil, "30250"), .postcodeInvalid),
        (visit("FR", "34", "3425"), .postcodeInvalid), (visit("FR", "75", "75056"), .postcodeInvalid),
        (visit("FR", "2A", "20200"), .postcodeInvalid), (visit { $0.language = "FR" }, .langInvalid),
        (visit { $0.topics = ["a", "a"] }, .topicsInvalid),
        (visit { $0.topics = ["a", "b", "c", "d"] }, .topicsInvalid),
        (visit { $0.topics = ["à pied"] }, .topicsInvalid), (visit { $0.topics = [""] }, .topicsInvalid),
        (fact(.visit(Visit(contact: Contact(channel: .phone), sampleOf: FactID(bornAt: now)))), .sampleInvalid),
        (fact(.tally(Tally(people: 0))), .peopleInvalid), (fact(.tally(Tally(people: 1_001))), .peopleInvalid),
        (fact(.door(DoorCount(people: -1))), .peopleInvalid), (fact(.door(DoorCount(people: 10_001))), .peopleInvalid),
        (attendance(.admission, "chapelle", -1, 0), .peopleInvalid),
        (attendance(.admission, "chapelle", 0, 10_001), .peopleInvalid),
        (attendance(.admission, nil, 1, 0), .siteInvalid),
        (attendance(.tasting, "Le Caveau", 1, 0), .siteInvalid), (opening((540, 540)), .openingInvalid),
        (opening((540, 1_441)), .openingInvalid), (opening((-1, 60)), .openingInvalid),
        (opening((540, 720), (720, 800)), .openingInvalid), (opening((840, 1_080), (540, 720)), .openingInvalid),
        (fact(.annotation(Annotation(text: ""))), .annotationInvalid),
        (fact(.annotation(Annotation(text: " orage"))), .annotationInvalid),
        (fact(.annotation(Annotation(text: "orage\nmarché"))), .annotationInvalid),
        (fact(.annotation(Annotation(text: String(repeating: "é", count: 301)))), .annotationInvalid),
        (fact(.tally(Tally(people: 1))) { $0.desk = "" }, .deskInvalid),
        (fact(.tally(Tally(people: 1))) { $0.desk = "le comptoir" }, .deskInvalid),
        (fact(.tally(Tally(people: 1))) { $0.counsellor = "Zoé" }, .counsellorInvalid),
        (fact(.tally(Tally(people: 1))) { $0.voided = "erreur" }, .voidInvalid),
        (fact(.tally(Tally(people: 1))) { ($0.voided, $0.revises) = ("", FactID(bornAt: now)) }, .voidInvalid),
        (visit(minutesAgo: -3), .atInFuture), (visit(minutesAgo: -3, revising: true), .atInFuture),
        (visit(minutesAgo: 400 * 1_440 + 1), .atTooOld),
    ])
    func `a slip is refused, in both languages`(fact: DeskFact, code: Refusal.Code) {
        #expect {
            try fact.checked(recordedAt: Self.now)
        } throws: { error in
            guard let refusal = error as? Refusal, refusal.code == code else { return false }
            return refusal.wording(in: .french) != refusal.wording(in: .english) && !refusal.hint.isEmpty
        }
    }
}
