import Reception
import Testing

@Suite struct DeskLineTests {
    private func code(_ line: String) -> Refusal.Code? { DeskOffice.read(line).problems.first?.refusal.code }

    private func same(_ one: String, _ other: String) -> Bool {
        let (one, other) = (DeskOffice.read(one), DeskOffice.read(other))
        return one.problems.isEmpty && other.problems.isEmpty && one.contact == other.contact && one.at == other.at
    }

    @Test(arguments: [
        ("34 2+2 famille rando caveau", "Hérault · 2 adults, 2 children · family · hiking, wine cellars"),
        ("nl 2 couple vv en", "Netherlands · 2 adults · couple · greenway · in English"),
        ("30250 1 resident agenda", "Sommières (Gard), local · 1 adult · events"),
        ("tel be ? heb @14:30", "phone · Belgium · number unknown · accommodation · 14:30"),
        ("rando @2026-01-01T09:05", "origin unknown · number unknown · hiking · 1 January 9:05"),
        ("rando @yesterday", "origin unknown · number unknown · hiking · yesterday 12:00"),
    ])
    func `a line is echoed in English too`(line: String, words: String) {
        #expect(DeskOffice.read(line).problems.isEmpty && DeskOffice.words(line, in: .english) == words)
    }

    @Test(arguments: [
        ("rando @2026-01-01T09:05", "1er janvier 9 h 05"), ("rando @2025-08-15T18:00", "15 août 2025 18 h"),
        ("rando @hier-8:30", "hier 8 h 30"),
    ])
    func `a day that isn't today is named`(line: String, moment: String) {
        #expect(DeskOffice.words(line).hasSuffix(moment))
    }

    @Test func `what nobody said stays unknown`() {
        let contact = DeskOffice.read("rando").contact
        #expect(contact.country == nil && contact.adults == nil && contact.profile == nil && contact.stay == nil)
        #expect(contact.language == nil && contact.firstVisit == nil && contact.channel == .counter)
        #expect(
            DeskOffice.read("30250 resident").contact.stay == .resident && DeskOffice.read("30250").contact.stay == nil)
        #expect(DeskOffice.read("resident").contact.country == nil)
    }

    @Test func `every country's code and name is read, and overseas départements are counted once`() {
        for code in DeskContacts.countries {
            let typed = code == "UK" ? "gb" : code.lowercased()
            #expect(DeskOffice.read(typed).contact.country == code, "\(code)")
            for language in MessageLanguage.allCases {
                let line = DeskOffice.read(Countries.name(of: code, in: language))
                #expect(line.problems.isEmpty && line.contact.country == code, "\(code) \(line.problems)")
            }
        }
        #expect(DeskContacts.countries.count == 244)
        for (code, departement) in ["re": "974", "gp": "971", "mq": "972", "gf": "973", "yt": "976"] {
            let contact = DeskOffice.read(code).contact
            #expect(contact.country == "FR" && contact.departement == departement)
        }
    }

    @Test func `every département's code and name is read`() {
        #expect(DeskContacts.departements.count == 101)
        for code in DeskContacts.departements {
            #expect(DeskOffice.read(code).contact.departement == code)
            #expect(DeskOffice.read(Departements.name(of: code)).contact.departement == code, "\(code)")
        }
        for code in ["20", "00", "96", "97", "99", "970", "975", "977", "980", "300"] {
            #expect(self.code(code) == .departementUnknown, "\(code)")
        }
    }

    @Test(arguments: [
        ("20000", "2A"), ("20190", "2A"), ("20200", "2B"), ("20290", "2B"), ("20600", "2B"), ("20620", "2B"),
        ("75001", "75"),
        ("75020", "75"), ("75116", "75"), ("97133", "971"), ("97600", "976"), ("01000", "01"), ("95880", "95"),
        ("13200", "13"),
    ])
    func `a postcode gives its département`(postcode: String, departement: String) {
        let contact = DeskOffice.read(postcode).contact
        #expect(contact.postcode == postcode && contact.departement == departement && contact.country == "FR")
    }

    @Test(arguments: [
        "75000", "75021", "75056", "75115", "20300", "20700", "00100", "96000", "97500", "98000", "99100", "69123",
        "69381", "13055",
        "13216",
    ])
    func `what looks like a postcode and isn't is refused`(postcode: String) {
        #expect(code(postcode) == .postcodeUnknown)
    }

    @Test(arguments: [
        ("2+2", "2 adultes 2 enfants"), ("2a1e", "2 adults and 1 child"), ("12+0", "12 pers"), ("g25", "groupe25"),
        ("g25", "groupe de 25"), ("3+0", "3"), ("0+2", "2 enfants"), ("2", "2A0E"), ("NL", "pays-bas"),
        ("nl", "Pays Bas"),
        ("uk", "gb"), ("uk", "Royaume-Uni"), ("etats-unis", "usa"), ("en:", "en"), ("en:", "en-anglais"),
        ("de:", "lang=de"),
        ("de:", "in-german"), ("de:", "en allemand"), ("@14:30", "@14h30"), ("@14h", "@14:00"),
        ("@hier-9h", "@yesterday-9:00"),
        ("@hier", "@2026-07-13"), ("@hier 9h", "@2026-07-13T09:00"), ("voie-verte", "voieverte"),
        ("RANDONNÉE", "randonnee"),
        ("famille famille", "fam"), ("fr 34", "herault"), ("34 34000", "34000"), ("3e age", "seniors"),
        ("10 min", "5-15"),
        ("1min", "<2"), ("5min", "2-5"), ("15min", "5-15"), ("16min", ">15"), ("st-clement", "saint clément"),
    ])
    func `one thing may be typed in several ways`(one: String, other: String) { #expect(same(one, other)) }

    @Test func `exact words win over beginnings`() {
        #expect(DeskOffice.read("lot").contact.departement == "46")
        #expect(DeskOffice.read("niger").contact.country == "NE")
        #expect(DeskOffice.read("guinee").contact.country == "GN")
        #expect(DeskOffice.read("loire").contact.departement == "42")
        #expect(code("alpes") == .tokenAmbiguous && code("nige") == .tokenAmbiguous)
    }

    @Test func `a group's profile is group unless another one is said`() {
        #expect(DeskOffice.read("g25").contact.profile == .group)
        #expect(DeskOffice.read("g25 scolaire").contact.profile == .school)
        #expect(DeskOffice.read("scolaire g25").contact.profile == .school)
    }

    @Test func `topics are kept as they were said, each once, three at most`() {
        #expect(DeskOffice.read("caveau rando caveaux").contact.topics == ["wine", "hiking"])
        let line = DeskOffice.read("caveau rando vv rando heb")
        #expect(line.problems.map(\.refusal.code) == [.tooManyTopics] && line.contact.topics.count == 3)
    }

    @Test func `a day without its time is noon, and today's is now while noon is to come`() throws {
        let morning = try #require(Instant(rfc3339: "2026-07-14T07:00:00Z"))
        #expect(DeskOffice.read("rando @hier", at: morning).at.description == "2026-07-13T10:00:00.000Z")
        #expect(DeskOffice.read("rando @aujourd'hui", at: morning).at == morning)
        #expect(DeskOffice.read("rando @2026-07-14").at.description == "2026-07-14T10:00:00.000Z")
        let line = DeskOffice.read("rando", at: morning)
        #expect(!line.saysWhen && line.at == morning)
    }

    @Test func `in the hour that comes twice the first is meant`() throws {
        let november = try #require(Instant(rfc3339: "2026-11-23T07:00:00Z"))
        let line = DeskOffice.read("rando @2026-10-25T02:30", at: november)
        #expect(line.problems.isEmpty && line.at.description == "2026-10-25T00:30:00.000Z")
    }

    @Test(arguments: [
        ("", Refusal.Code.lineEmpty), ("  ,; ", .lineEmpty), ("20", .departementUnknown), ("2+", .partyInvalid),
        ("-2", .partyInvalid), ("g400", .partyInvalid), ("400+1", .partyInvalid), ("0", .partyInvalid),
        ("0+0", .partyInvalid),
        ("999999999+999999999", .partyInvalid), ("2+2+2", .partyInvalid), ("@17:00", .atInFuture),
        ("@2027-01-01", .atInFuture),
        ("@demain", .whenInvalid), ("@2026-02-30", .whenInvalid), ("@9999-12-31", .atInFuture),
        ("@0001-01-01", .atTooOld),
        ("@2026-03-29T02:30", .whenSkipped), ("@24:00", .whenInvalid), ("🙂", .tokenUnknown), ("xx:", .languageUnknown),
        ("99999999999999999999", .tokenUnknown), ("\u{1b}[31m", .tokenUnknown), ("2 3", .fieldSaidTwice),
        ("solo couple", .fieldSaidTwice), ("tel mail", .fieldSaidTwice), ("@hier @14:30", .fieldSaidTwice),
    ])
    func `what can't be is refused`(line: String, refusal: Refusal.Code) { #expect(code(line) == refusal, "\(line)") }

    @Test func `a line of ten thousand characters is refused before it is looked at`() {
        let line = DeskOffice.read(String(repeating: "é", count: 10_000))
        #expect(line.problems.map(\.refusal.code) == [.lineTooLong] && line.tokens.isEmpty)
        #expect(DeskLine.completions(of: String(repeating: "a", count: 10_000), in: DeskOffice.context).isEmpty)
        #expect(DeskOffice.read(String(repeating: "2 ", count: 250)).tokens.count == 250)
        #expect(code(String(repeating: "2 ", count: 250) + "2") == .lineTooLong)
    }

    @Test func `a refusal shows the token without what a terminal would obey, in both languages`() {
        let line = DeskOffice.read("34 r\u{1b}[2Jndo")
        let refusal = line.problems[0].refusal
        #expect(line.problems[0].token == 1)
        #expect(refusal.wording(in: .french).message == "« r\u{FFFD}[2Jndo » ne veut rien dire ici.")
        #expect(refusal.wording(in: .english).message == "\"r\u{FFFD}[2Jndo\" means nothing here.")
    }

    @Test func `tokens say where they stand and what they mean`() {
        let tokens = DeskOffice.read("34 pays bas rndo").tokens
        #expect(tokens.map(\.text) == ["34", "pays bas", "rndo"] && tokens.map(\.bytes) == [0..<2, 3..<11, 12..<16])
        #expect(tokens[0].meaning?.fr == "Hérault" && tokens[0].meaning?.field == .origin)
        #expect(tokens[1].meaning == nil && tokens[2].meaning == nil)
    }

    @Test func `an office without words still reads what every desk knows`() {
        let context = DeskLine.Context(vocabulary: Vocabulary(), clock: DeskOffice.clock, now: DeskOffice.now)
        #expect(DeskLine(reading: "34 2+2 tel nuit", in: context).problems.isEmpty)
        #expect(DeskLine(reading: "rando", in: context).problems.count == 1)
    }
}
