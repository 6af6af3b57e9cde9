import Foundation
import Reception
import Testing

/// Questions as values and as one line of text.
@Suite struct QuestionTests {
    /// 23 November 2026.
    private static let today = OfficeDay(daysSince1970: 20_780)
    static let seeds: [UInt64] = [1, 2, UInt64.random(in: 0...UInt64.max)]

    private static func read(_ text: String) throws(Refusal) -> Question {
        try Question(text, today: today, seasons: Season.standard)
    }

    @Test(arguments: seeds)
    func `what is written reads back the same, typed, in an address and in French`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let question = try Self.question(&generator)
            #expect(try Self.read(question.text) == question, "seed \(seed): \(question.text)")
            #expect(try Self.read(question.query) == question)
            #expect(try Self.read(question.words.shuffled(using: &generator).joined(separator: " ")) == question)
            #expect(try Self.read(Self.french(question)) == question, "seed \(seed): \(Self.french(question))")
            let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~&=,")
            #expect(question.query.allSatisfy { plain.contains($0) }, "nothing has to be escaped: \(question.query)")
        }
    }

    @Test func `only what has an answer can be asked`() throws {
        let period = Period.year(2026)
        for measure in Measure.allCases {
            for facet in Facet.allCases {
                if measure.facets.contains(facet) {
                    _ = try Question(measure, over: period, by: facet)
                } else {
                    #expect(
                        Self.code { () throws(Refusal) in try Question(measure, over: period, by: facet) }
                            == .breakdownImpossible)
                }
                let value = Self.values(of: facet).first ?? "x"
                if measure.filters.contains(facet) {
                    #expect(try Question(measure, over: period, only: [facet: [value]]).filters.count == 1)
                } else {
                    #expect(
                        Self.code { () throws(Refusal) in
                            try Question(measure, over: period, only: [facet: [value]])
                        }
                            == .filterImpossible)
                }
            }
        }
    }

    @Test(arguments: [
        ("", Refusal.Code.measureMissing, "visiteurs 2026-07"), ("2026-07", .measureMissing, "visiteurs"),
        ("visitor", .questionWordUnknown, "visitors"), ("visiteur par=jour", .questionWordUnknown, "visiteurs"),
        ("visiteurs visiteurs", .questionWordTwice, "déjà"), ("visitors 2026 2025", .questionWordTwice, "déjà"),
        ("visitors 2026 profile=family profil=solo", .questionWordTwice, "déjà"),
        ("visitors 2026-13", .questionPeriodInvalid, "2026-wings"),
        ("visitors by=age", .breakdownUnknown, "par=origine"),
        ("visitors by=screen", .breakdownImpossible, "origin"), ("turnover by=origin", .breakdownImpossible, "product"),
        ("visitors vs=2025", .comparisonUnknown, "weekdays"),
        ("sessions vs=opening-hours", .comparisonImpossible, "weekdays"),
        ("tickets profile=family", .filterImpossible, "till"), ("visitors month=7", .filterImpossible, "hour"),
        ("visitors profile=families", .filterValueInvalid, "family-young"),
        ("visitors weekday=0", .filterValueInvalid, "7"),
        ("visitors profile=", .filterValueInvalid, "family-young"),
        ("budget till=", .filterImpossible, "ne se filtre pas"),
        ("visitors colour=red", .questionWordUnknown, "visiteurs"),
    ])
    func `what can't be asked is refused with what can`(text: String, code: Refusal.Code, says: String) {
        #expect {
            _ = try Self.read(text)
        } throws: { error in
            let wording = (error as? Refusal)?.wording(in: .french)
            return (error as? Refusal)?.code == code
                && "\(wording?.message ?? "") \(wording?.hint ?? "")".contains(says)
        }
    }

    @Test(arguments: [
        ("visiteurs", "visitors 2026-11"), ("visitors by origin hier", "visitors 2026-11-22 by=origin"),
        ("chiffre=contacts période=2026-w29", "contacts 2026-W29"),
        ("passages par heure 2026-wings", "door 2026-wings by=hour"),
        ("fréquentation", nil), ("panier-moyen année", "average-basket 2026"), ("satisf 2026", "satisfaction 2026"),
        (
            "visitors&2026-07&by=origin&vs=weekdays&profile=solo,family",
            "visitors 2026-07 by=origin vs=weekdays profile=family,solo"
        ),
        ("visiteurs contre vacances-c par=jour-de-la-semaine", "visitors 2026-11 by=weekday vs=holidays-c"),
    ])
    func `words that people type are understood`(typed: String, text: String?) {
        #expect((try? Self.read(typed))?.text == text)
    }

    @Test func `a question is told in a sentence`() throws {
        let question = try Self.read("visitors 2026-07 by=origin vs=weekdays profile=family")
        #expect(
            question.sentence(in: .french)
                == "visiteurs par origine, juillet 2026, comparé aux mêmes jours de semaine, profil : family")
        #expect(
            question.sentence(in: .english)
                == "visitors by origin, July 2026, against the same weekdays, profile: family")
        #expect(try Self.read("tickets 2026 vs=to-date").sentence(in: .english) == "tickets, 2026, compared to date")
    }

    @Test func `every figure is defined, with names of its own, out of figures that are sums`() {
        for language in MessageLanguage.allCases {
            #expect(Set(Measure.allCases.map { $0.name(in: language) }).count == Measure.allCases.count)
            #expect(Set(Facet.allCases.map { $0.name(in: language) }).count == Facet.allCases.count)
        }
        for measure in Measure.allCases {
            let definition = measure.definition
            for text in [definition.meaning, definition.leftOut, definition.subject.row] {
                #expect(!text.fr.isEmpty && !text.en.isEmpty && text.fr != text.en)
            }
            #expect(definition.meaning.fr.hasSuffix(".") && definition.meaning.en.hasSuffix("."))
            guard case .sum = definition.formula else {
                if case .share(let one, let other) = definition.formula { Self.expectSums(one, other) }
                if case .ratio(let one, let other) = definition.formula { Self.expectSums(one, other) }
                #expect(Facet.allCases.allSatisfy { !measure.addsUp(by: $0) })
                continue
            }
        }
        let used = Set(Measure.allCases.flatMap(\.facets))
        #expect(used == Set(Facet.allCases), "a facet that no figure has is one too many")
        #expect(!Measure.visitors.addsUp(by: .topic) && Measure.visitors.addsUp(by: .origin))
        #expect(
            Measure.conversion.facets == Measure.tickets.facets.filter(\.isTime),
            "nobody at the till is asked where from")
    }

    @Test func `the guide defines every figure, facet and comparison as the code does`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../docs/guide/statistics.md")
        let guide = try String(contentsOf: file, encoding: .utf8)
        for measure in Measure.allCases {
            let definition = measure.definition
            let meaning = definition.meaning.fr.prefix(1).lowercased() + definition.meaning.fr.dropFirst()
            var leftOut = "—"
            if case .sum = definition.formula { leftOut = definition.leftOut.fr }
            let line = "| `\(measure.rawValue)` | \(definition.name.fr) : \(meaning) | \(leftOut) |"
            #expect(guide.contains(line + "\n"), "\(line)")
        }
        for facet in Facet.allCases { #expect(guide.contains("`\(facet.rawValue)`")) }
        for comparison in Comparison.all {
            let isZone = comparison.code.hasPrefix("holidays-") && comparison.code != "holidays-a"
            #expect(guide.contains(isZone ? "`\(comparison.code.suffix(2))`" : "`\(comparison.code)`"))
        }
        for season in Season.standard { #expect(guide.contains("`\(season.code)`")) }
    }

    private static func expectSums(_ measures: Measure...) {
        for measure in measures {
            guard case .sum = measure.definition.formula else {
                Issue.record("\(measure) isn't a sum")
                continue
            }
        }
    }

    @Test(arguments: seeds)
    func `words in any disorder are refused or are a question that reads back`(seed: UInt64) {
        let pieces = [
            "visitors", "visiteurs", "door", "2026", "2026-07", "2026-W29", "hier", "by", "par", "by=origin", "=", "&",
            ",",
            "vs", "vs=weekdays", "profile=family", "profile=", "hour=7", "hour=07", "origin=FR-30", "origin=FR-20", "é",
            "🙂", "\u{0}",
            "..", "2026-07-01..2026-07-14", "-", "%20", "unknown", "topic=hiking,unknown",
        ]
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<800 {
            var text = ""
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
                if Bool.random(using: &generator) { text += " " }
            }
            guard let question = try? Self.read(text) else { continue }
            #expect((try? Self.read(question.text)) == question, "seed \(seed): \(text)")
        }
    }

    @Test func `each contact has one origin, the nearest that is known`() {
        let origins = Origins(apart: ["30", "34"], region: ["30", "34", "31"], regionName: "Occitanie")
        let groups = [
            origins.group(country: "FR", departement: "30", isLocal: true),
            origins.group(country: "FR", departement: "34", isLocal: false),
            origins.group(country: "FR", departement: "31", isLocal: false),
            origins.group(country: "FR", departement: "75", isLocal: false),
            origins.group(country: "FR", departement: nil, isLocal: false),
            origins.group(country: "NL", departement: nil, isLocal: false),
            origins.group(country: nil, departement: nil, isLocal: false),
        ]
        #expect(groups == ["local", "FR-34", "region", "FR", "FR", "NL", "unknown"])
        #expect(groups.map(origins.rank) == groups.map(origins.rank).sorted())
        #expect(groups.allSatisfy { Facet.origin.takes($0) } && !Facet.origin.takes("FR-20"))
    }
}

extension QuestionTests {
    private static func code(_ body: () throws(Refusal) -> Question) -> Refusal.Code? {
        do throws(Refusal) { _ = try body() } catch { return error.code }
        return nil
    }

    /// Values that a facet takes.
    private static func values(of facet: Facet) -> [String] {
        switch facet {
        case .hour: ["0", "9", "23"]
        case .weekday: ["1", "7"]
        case .channel: Contact.Channel.allCases.map(\.rawValue)
        case .origin: ["local", "region", "FR", "FR-30", "FR-2A", "NL", "unknown"]
        case .country: ["FR", "NL", "unknown"]
        case .departement: ["30", "2A", "974", "unknown"]
        case .profile: Contact.Profile.allCases.map(\.rawValue) + ["unknown"]
        case .stay: ["tourist", "unknown"]
        case .firstVisit: ["yes", "no", "unknown"]
        case .language: ["fr", "nl", "unknown"]
        case .duration: DurationSpan.allCases.map(\.rawValue)
        case .outcome: ["unmet", "unknown"]
        case .face: ["1", "4"]
        case .category: ["reduced", "none"]
        case .topic: ["hiking", "greenway", "unknown"]
        case .place, .theme, .site, .product, .depositor: ["pont-romain", "caveau-2"]
        case .desk, .screen, .till: ["comptoir", "Ecran_1.b"]
        case .weekdayHour, .day, .week, .month, .season, .year: []
        }
    }

    private static func question(_ generator: inout SeededGenerator) throws -> Question {
        let measure = Measure.allCases.randomElement(using: &generator) ?? .visitors
        let day = OfficeDay(daysSince1970: Int.random(in: 15_000...25_000, using: &generator))
        let periods: [Period] = [
            .day(day), .week(ISOWeek(containing: day)), .month(year: day.parts.year, month: day.parts.month),
            .season(Season.standard.randomElement(using: &generator) ?? Season.standard[0], year: day.parts.year),
            .year(day.parts.year), .range(day...day.adding(days: Int.random(in: 0...3_000, using: &generator))),
        ]
        var filters: [Facet: [String]] = [:]
        for facet in measure.filters where Int.random(in: 0...5, using: &generator) == 0 {
            filters[facet] = Self.values(of: facet).shuffled(using: &generator).prefix(2).map { $0 }
        }
        let comparison = Bool.random(using: &generator) ? Comparison.all.randomElement(using: &generator) : nil
        let period = periods.randomElement(using: &generator) ?? .day(day)
        let breakdown = Bool.random(using: &generator) ? measure.facets.randomElement(using: &generator) : nil
        let asked = try? Question(measure, over: period, by: breakdown, against: comparison, only: filters)
        return try asked ?? Question(measure, over: period, by: breakdown, only: filters)
    }

    /// The same question in French words.
    private static func french(_ question: Question) -> String {
        func typed(_ name: String) -> String { name.split { " ’'".contains($0) }.joined(separator: "-").uppercased() }
        let comparisons = [
            "dates": "dates", "weekdays": "jours", "to-date": "à-date", "opening-hours": "heures",
            "holidays-a": "vacances-a",
            "holidays-b": "vacances-b", "holidays-c": "vacances-c",
        ]
        var words = [typed(question.measure.name(in: .french)), question.period.text]
        if let breakdown = question.breakdown { words.append("par=\(typed(breakdown.name(in: .french)))") }
        if let comparison = question.comparison { words.append("contre=\(comparisons[comparison.code] ?? "")") }
        words += question.filters.map { "\(typed($0.facet.name(in: .french)))=\($0.values.joined(separator: ","))" }
        return words.joined(separator: " ")
    }
}
