import Foundation
import GRDB
import Reception
import Testing

@testable import Register

@Suite struct DeskFactTests {
    static let now = Instant(milliseconds: 1_784_066_700_000)
    /// 2026-07-15, five minutes old at `now`.
    static let today = OfficeDay(daysSince1970: 20_649)

    @Test func `what is recorded is read back as it was said, in the order of what happened`() async throws {
        let folder = try TemporaryFolder()
        let facts = try Self.oneOfEachKind()
        try await folder.withRegister { register in
            #expect(try register.latestSeq() == 0)
            let receipts = try register.record(Array(facts[1...]) + [facts[0]], recordedAt: Self.now)
            #expect(receipts == Array(repeating: .recorded, count: facts.count))
        }
        try await folder.withRegister { register in
            let kept = try register.facts(from: Self.today, to: Self.today)
            #expect(kept.map(\.fact) == facts)
            #expect(kept.map(\.seq) == [7, 1, 2, 3, 4, 5, 6])
            #expect(try register.latestSeq() == Int64(facts.count))
            #expect(kept.allSatisfy { $0.recordedAt == Self.now && $0.day == Self.today && $0.counts })
            #expect(kept.allSatisfy { $0.origin == $0.fact.id && $0.revisedBy == nil })
            #expect(try register.facts(from: Self.today, to: Self.today, kinds: [.tally, .opening]).count == 2)
            #expect(try register.facts(from: Self.today, to: Self.today, kinds: []) == [])
            #expect(try register.facts(from: Self.today.adding(days: 1), to: Self.today.adding(days: 9)) == [])
        }
    }

    @Test func `people read what counts in a shell, a view for each kind`() async throws {
        let folder = try TemporaryFolder()
        let facts = try Self.oneOfEachKind()
        let old = try #require(facts.first)
        try await folder.withRegister {
            _ = try $0.record(facts, recordedAt: Self.now)
            _ = try $0.record([old.revised { $0.adults = 4 }], recordedAt: Self.now)
        }
        func read(_ columns: String, _ view: String) throws -> String {
            try folder.shell("SELECT \(columns) FROM \(view)_current ORDER BY at")
        }
        #expect(
            try read("day, hour, country, departement, adults, children, people, profile, first_visit, topics", "visit")
                == "2026-07-15|0|FR|34|4|2|6|family|no|[\"hiking\",\"wine\"]\n2026-07-15|0||||||||[]")
        #expect(try read("desk, people", "tally") == "comptoir|6")
        #expect(try read("at, people", "door_count") == "2026-07-14T22:02:00.000Z|0")
        #expect(try read("what, site, people, paid", "attendance") == "admission|chapelle-castrale|16|yes")
        #expect(try read("periods, minutes", "opening") == "09:00-12:30 14:00-18:00|450")
        #expect(try read("text, id", "annotation") == "orage, marché annulé|\(facts[5].id)")
        #expect(try read("count(*)", "desk_fact") == "7")
        #expect(
            try folder.shell("SELECT revises_id, origin_id FROM desk_fact ORDER BY seq DESC LIMIT 1")
                == "\(old.id)|\(old.id)")
    }

    @Test func `the same id again is the same fact, also within one call and after it was revised`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let first = Self.visit()
            let second = first.revised { $0.adults = 5 }
            let receipts = try register.record([first, first], recordedAt: Self.now)
            #expect(receipts == [.recorded, .known])
            #expect(try register.record([first, second], recordedAt: Self.now) == [.known, .recorded])
            #expect(try register.record([second, first], recordedAt: Self.now) == [.known, .known])
            #expect(try register.latestSeq() == 2)
        }
    }

    @Test func `revisions are a line: each fact is revised once, and a voided one never`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let first = Self.visit()
            let second = first.revised { $0.adults = 5 }
            let third = second.voided(because: "saisi deux fois")
            _ = try register.record([first, second, third], recordedAt: Self.now)
            for (late, code) in [
                (first.revised { $0.adults = 9 }, Refusal.Code.factWasRevised), (second.voided(), .factWasRevised),
                (third.revised { $0.adults = 9 }, .factWasRevised), (third.voided(), .factWasRevised),
                (Self.visit().revised { $0.adults = 9 }, .factUnknown),
                (first.revised(content: .tally(Tally(people: 2))), .factKindDiffers),
                (Self.visit(sampleOf: FactID(bornAt: Self.now)), .factUnknown),
                (Self.visit(sampleOf: first.id), .factKindDiffers),
            ] {
                expect(throws: code) { try register.record([late], recordedAt: Self.now) }
            }
            let history = try register.history(of: second.id.description)
            #expect(history.map(\.fact) == [first, second, third])
            #expect(history.map(\.revisedBy) == [second.id, third.id, nil])
            #expect(Set(history.map(\.origin)) == [first.id])
            #expect(history.map(\.counts) == [false, false, false])
            #expect(try register.facts(from: Self.today, to: Self.today) == [])
            #expect(try register.facts(from: Self.today, to: Self.today, all: true) == history)
            #expect(try register.lastFacts(5) == [])
        }
    }

    @Test func `all facts of a call are recorded or none`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let stranger = Self.visit().revised { $0.adults = 1 }
            let slip = Self.visit { $0.adults = 301 }
            for (bad, code) in [(stranger, Refusal.Code.factUnknown), (slip, .partyInvalid)] {
                expect(throws: code) {
                    try register.record([Self.visit(), Self.visit(), bad, Self.visit()], recordedAt: Self.now)
                }
            }
            let visits = try folder.shell("SELECT count(*) FROM visit")
            #expect(visits == "0")
            #expect(try register.latestSeq() == 0)
        }
    }

    @Test func `the last facts that count come newest first, of one desk or of all`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let visits = (0..<6).map { number in Self.visit(desk: number % 2 == 0 ? "comptoir" : "salon") }
            _ = try register.record(visits, recordedAt: Self.now)
            _ = try register.record([visits[4].voided()], recordedAt: Self.now)
            let amended = visits[0].revised { $0.adults = 8 }
            _ = try register.record([amended], recordedAt: Self.now)
            #expect(try register.lastFacts(3).map(\.fact) == [amended, visits[5], visits[3]])
            #expect(try register.lastFacts(9, desk: "comptoir").map(\.fact) == [amended, visits[2]])
            #expect(try register.lastFacts(1, desk: "salon").map(\.fact) == [visits[5]])
            #expect(try register.lastFacts(1, desk: "nowhere") == [])
        }
    }

    @Test func `a history is found by the beginning of any of its ids, and several are told apart`() async throws {
        let folder = try TemporaryFolder()
        func id(_ text: String) throws -> FactID { try #require(FactID(text)) }
        try await folder.withRegister { register in
            var (one, other) = (Self.visit(), Self.visit())
            one.id = try id("019f8a2c-1b3d-7000-8000-000000000001")
            other.id = try id("019f8a2c-1b3e-7000-8000-000000000001")
            var amended = one.revised { $0.adults = 7 }
            amended.id = try id("019f8a2c-1b3d-7000-8000-000000000002")
            _ = try register.record([one, other, amended], recordedAt: Self.now)
            for beginning in ["019f8a2c-1b3d", "019F8A2C1B3D7", one.id.description, amended.id.description] {
                #expect(try register.history(of: beginning).map(\.fact) == [one, amended], "\(beginning)")
            }
            for beginning in ["", "-", "x", "018", "019f8a2c-1b3f", "+19f8a2c", "é", String(repeating: "0", count: 99)]
            {
                expect(throws: .factUnknown, "\(beginning)") { try register.history(of: beginning) }
            }
            #expect {
                try register.history(of: "019f8a2c")
            } throws: { error in
                let wording = (error as? Refusal)?.wording(in: .french).message
                return wording?.contains(
                    "019f8a2c-1b3d (visite, 2026-07-15 00:00), 019f8a2c-1b3e (visite, 2026-07-15 00:00)") == true
            }
        }
    }

    @Test func `a correction of an old fact keeps its day, and only a correction may be that old`() async throws {
        let folder = try TemporaryFolder()
        let later = Self.now.advanced(byMilliseconds: 500 * 86_400_000)
        try await folder.withRegister { register in
            let old = Self.visit()
            _ = try register.record([old], recordedAt: Self.now)
            try register.remember(languages: [.french])
            let beside = try Register.beside(folder.data, now: later)
            defer { beside.shutdown() }
            let amended = old.revised { $0.adults = 3 }
            _ = try beside.record([amended], recordedAt: later)
            #expect(try beside.facts(from: Self.today, to: Self.today).map(\.fact) == [amended])
            expect(throws: .atTooOld) { try beside.record([Self.visit()], recordedAt: later) }
            var moved = amended.revised { $0.adults = 4 }
            moved.at = moved.at.advanced(byMilliseconds: -1)
            expect(throws: .atTooOld) { try beside.record([moved], recordedAt: later) }
        }
    }

    @Test func `another office's facts in the same file aren't this one's`() async throws {
        let folder = try TemporaryFolder()
        let visit = Self.visit()
        try await folder.withRegister { _ = try $0.record([visit], recordedAt: Self.now) }
        let other = try Register.open(at: folder.data, office: "lunel")
        defer { other.shutdown() }
        #expect(try other.facts(from: Self.today, to: Self.today, all: true) == [])
        #expect(try other.lastFacts(5) == [])
        #expect(try other.lastFacts(5, desk: "comptoir") == [])
        #expect(try other.statistics(from: Self.today, to: Self.today).contacts == 0)
        expect(throws: .factUnknown) { try other.history(of: visit.id.description) }
        expect(throws: .factUnknown) { try other.record([visit.voided()], recordedAt: Self.now) }
    }

    @Test func `a program beside knows the words of the desk that the server left`() async throws {
        let folder = try TemporaryFolder()
        let vocabulary = Vocabulary(
            topics: [.init(code: "hiking", fr: "randonnée", en: "hiking", words: ["rando"])],
            communes: [.init(name: "Sommières", postcode: "30250")], towns: ["30250": "Sommières"])
        try await folder.withRegister { server in
            #expect(try server.setting() == nil)
            try server.remember(languages: [.french, .english], vocabulary: vocabulary)
            let beside = try Register.beside(folder.data, now: Self.now)
            defer { beside.shutdown() }
            #expect(
                try beside.setting()
                    == DeskSetting(
                        office: "sommieres", timeZone: "Europe/Paris", languages: [.french, .english],
                        vocabulary: vocabulary))
            try server.remember(languages: [.french], vocabulary: Vocabulary())
            #expect(try beside.setting()?.vocabulary == Vocabulary())
        }
    }

    @Test func `a program beside knows what the office says of its tills`() async throws {
        let folder = try TemporaryFolder()
        let till = TillSetting(
            mode: .external, seller: .init(name: "Office", siret: "73282932000074"), cutoff: 90,
            changeOn: [.giftVoucher, .holidayVoucher],
            rates: [RateChange(category: .reduced, rate: VATRate(basisPoints: 550), from: Self.today)],
            accounts: ["cash": "530"])
        try await folder.withRegister { server in
            expect(throws: .tillUnknown) { _ = try server.tillSetting() }
            try server.remember(languages: [.french], vocabulary: Vocabulary(), till: till)
            let beside = try Register.beside(folder.data, now: Self.now)
            defer { beside.shutdown() }
            #expect(try beside.tillSetting() == till)
        }
    }
}
