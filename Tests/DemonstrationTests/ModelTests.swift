import Reception
import Register
import Testing

@testable import Demonstration

@Suite("What a demonstration supposes")
struct ModelTests {
    static let first = OfficeDay(daysSince1970: 20_089)  // 2025-01-01
    static let year = (0..<365).map { day(first.adding(days: $0)) }

    static func day(_ day: OfficeDay, seed: Int = 1, scale: Double = 1) -> InventedDay {
        InventedDay(day, seed: seed, scale: scale, first: first, schools: SchoolCalendar())
    }

    static let office = DemonstratedOffice(
        code: "essai", timeZone: "Europe/Paris", languages: ["fr", "en"].compactMap(Language.init),
        vocabulary: Vocabulary(
            topics: ["hiking", "wine", "heritage"].map { .init(code: $0, fr: $0, en: $0, words: []) },
            sites: [.init(code: "chapelle", fr: "Chapelle", en: "Chapel", words: [])],
            communes: [.init(name: "Sommières", postcode: "30250")]),
        till: TillSetting(seller: .init(name: "Essai")),
        places: [.init(slug: "pont", kind: "heritage"), .init(slug: "sentier", kind: "hike")],
        statistics: StatisticsSetting(), screens: ["ecran-1", "tablette-1"])

    func clock() throws -> OfficeClock { try #require(OfficeClock(timeZone: "Europe/Paris")) }

    private func contacts(_ days: [InventedDay]) -> Double { days.map(\.contacts).reduce(0, +) / Double(days.count) }

    @Test("summer is busier than spring, and spring than winter")
    func seasons() {
        let open = Self.year.filter(\.isOpen)
        let summer = contacts(open.filter { $0.season == .summer })
        let shoulder = contacts(open.filter { $0.season == .shoulder })
        let winter = contacts(open.filter { $0.season == .winter })
        #expect(summer > 1.3 * shoulder && shoulder > 1.5 * winter)
    }

    @Test("a small office has some six thousand contacts a year, and the scale multiplies them")
    func volume() {
        let all = Self.year.map(\.contacts).reduce(0, +)
        #expect((5_000...7_000).contains(all))
        let day = Self.first.adding(days: 190)
        #expect(abs(Self.day(day, scale: 10).contacts / Self.day(day).contacts - 10) < 0.001)
    }

    @Test("a day comes out the same whatever days came before it, and otherwise with another seed")
    func reproducible() {
        let day = Self.first.adding(days: 100)
        #expect(Self.day(day).contacts == Self.day(day).contacts)
        #expect(Self.day(day).contacts != Self.day(day, seed: 2).contacts)
    }

    @Test("nobody comes on a day on which the office is closed, and nobody outside its hours")
    func hours() throws {
        let clock = try clock()
        let desk = Desk(Self.office, seed: 1, scale: 1, clock: clock)
        let screens = Screens(Self.office, seed: 1, clock: clock)
        for day in Self.year where day.isCounted {
            let visits = desk.told(day).history.filter { if case .visit = $0.fact.content { true } else { false } }
            let sessions = try screens.told(day)
            guard day.isOpen else {
                #expect(visits.isEmpty && sessions.isEmpty, "\(day.day)")
                continue
            }
            let starts =
                sessions.filter { $0.interactions[0].kind == .sessionStart }.map { $0.interactions[0].at }
                + visits.filter { $0.fact.revises == nil }.map(\.fact.at)
            for start in starts {
                let (date, minute) = clock.dayAndMinute(at: start)
                #expect(date == day.day && day.opens...day.closes ~= minute, "\(start)")
            }
        }
    }

    @Test("storms keep people away, and a market's morning brings them")
    func weatherAndMarket() {
        #expect(Invented.Weather.storm.factor < Invented.Weather.rain.factor && Invented.Weather.rain.factor < 1)
        var chance = Chance(seed: 9)
        let summer = Self.year.filter { $0.season == .summer }
        func mornings(_ day: InventedDay) -> Int {
            (0..<2_000).count { _ in (day.quarters.pick(&chance) ?? 0) < 780 }
        }
        for (market, ordinary) in zip(summer.filter(\.isMarket), summer.filter { $0.day.weekday == 3 }) {
            #expect(mornings(market) > mornings(ordinary))
        }
    }

    @Test("what counsellors write down is what a register takes, in order, corrections after what they correct")
    func desk() throws {
        let desk = Desk(Self.office, seed: 1, scale: 2, clock: try clock())
        var seen: Set<FactID> = []
        var corrections = 0
        for day in Self.year {
            let told = desk.told(day)
            #expect(told.history.map(\.recordedAt) == told.history.map(\.recordedAt).sorted())
            for (fact, recordedAt) in told.history {
                try fact.checked(recordedAt: recordedAt)
                #expect(seen.insert(fact.id).inserted)
                if let revised = fact.revises {
                    corrections += 1
                    #expect(seen.contains(revised))
                }
                if case .visit(let visit) = fact.content, let tally = visit.sampleOf { #expect(seen.contains(tally)) }
            }
            for buyer in told.buyers { #expect(seen.contains(buyer.visit)) }
        }
        #expect(corrections > 50)
    }

    @Test("more come from abroad in summer than in winter, and some are always unknown")
    func origins() throws {
        let visitors = Visitors(Self.office.vocabulary)
        var chance = Chance(seed: 4)
        func share(_ season: Invented.Season, _ isSo: (Contact) -> Bool) throws -> Double {
            let day = try #require(Self.year.first { $0.season == season && $0.isOpen })
            return Double((0..<3_000).count { _ in isSo(visitors.contact(on: day, &chance)) }) / 3_000
        }
        let isForeign = { (contact: Contact) in contact.country != nil && contact.country != "FR" }
        #expect(try share(.summer, isForeign) > 2 * share(.winter, isForeign))
        for season in Invented.Season.allCases {
            #expect(try (0.04...0.14).contains(share(season) { $0.country == nil }))
        }
    }

    @Test("only what an office has is asked for: its topics, its languages, its places")
    func vocabulary() throws {
        let visitors = Visitors(Self.office.vocabulary)
        let topics = Set(Self.office.vocabulary.topics.map(\.code))
        var chance = Chance(seed: 6)
        for day in Self.year.filter(\.isOpen).prefix(60) {
            let contact = try visitors.contact(on: day, &chance).checked()
            #expect(topics.isSuperset(of: contact.topics))
        }
        let screens = Screens(Self.office, seed: 1, clock: try clock())
        let told = try Self.year.filter(\.isOpen).prefix(120).flatMap { try screens.told($0) }.flatMap(\.interactions)
        #expect(Set(told.compactMap(\.place)) == ["pont", "sentier"])
        #expect(Set(told.map(\.lang)) == ["fr", "en"])
        #expect(Set(told.map(\.screen)) == ["ecran-1", "tablette-1", "phone"])
        #expect(Set(told.map(\.kind)) == Set(Interaction.Kind.allCases))
    }

    @Test("three years end on the day asked for and begin the day after it three years before, leap days too")
    func years() throws {
        func first(_ until: String, _ years: Int) throws -> String {
            let until = try #require(OfficeDay(until))
            return DemonstrationMark(seed: 1, years: years, until: until, scale: 1).firstDay.description
        }
        #expect(try first("2026-07-14", 3) == "2023-07-15")
        #expect(try first("2026-12-31", 1) == "2026-01-01")
        #expect(try first("2024-02-28", 1) == "2023-02-28")
    }
}
