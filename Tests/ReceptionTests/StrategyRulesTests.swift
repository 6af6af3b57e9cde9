import Reception
import Testing

/// What can be asked of every year, what can be entered, and how figures are read and told.
@Suite struct StrategyRulesTests {
    private static let today = OfficeDay(daysSince1970: 20_780)

    @Test func `a standing question reads back as it is written`() throws {
        let question = try StandingQuestion("profil=family visiteurs")
        #expect(question.text == "visitors profile=family")
        #expect(try StandingQuestion(question.text) == question)
        #expect(try question.asked(over: .year(2026)).text == "visitors 2026 profile=family")
    }

    @Test(arguments: [
        ("visitors 2026", Refusal.Code.questionPeriodInvalid), ("visitors month", .questionPeriodInvalid),
        ("visitors by=origin", .questionPeriodInvalid), ("visitors vs=dates", .questionPeriodInvalid),
        ("visitors theme=hike", .filterImpossible), ("guests", .questionWordUnknown),
        ("profile=family", .measureMissing),
    ])
    func `a question that names a period, or can't be asked, doesn't stand`(text: String, code: Refusal.Code) {
        #expect { try StandingQuestion(text) } throws: { ($0 as? Refusal)?.code == code }
    }

    @Test(
        arguments: [
            (IndicatorUnit.count, "12 450", 12_450), (.count, "12,5", nil), (.count, "-3", nil), (.count, "douze", nil),
            (.count, "0", 0), (.cents, "250 000,50 €", 25_000_050), (.cents, "1250.5", 125_050),
            (.cents, "1,234,5", nil),
            (.percent, "12,5 %", 1_250), (.percent, "12.25", 1_225), (.percent, "12 pour cent", nil),
            (.yesNo, "Oui", 1), (.yesNo, "no", 0), (.yesNo, "1", nil), (.yesNo, "peut-être", nil),
        ] as [(IndicatorUnit, String, Int?)])
    func `a figure is read in its unit, as people type it`(unit: IndicatorUnit, typed: String, value: Int?) {
        #expect(unit.read(typed) == value)
    }

    @Test(arguments: [
        (IndicatorUnit.count, 1_234_567, "1\u{A0}234\u{A0}567", "1,234,567"), (.count, 0, "0", "0"),
        (.cents, 125_050, "1\u{A0}250,50\u{A0}€", "€1,250.50"),
        (.percent, 1_250, "12,5\u{A0}%", "12.5%"), (.percent, 1_200, "12\u{A0}%", "12%"),
        (.yesNo, 1, "oui", "yes"), (.yesNo, 0, "non", "no"), (.hundredths, 105, "1,05", "1.05"),
        (.seconds, 59, "59\u{A0}s", "59\u{A0}s"), (.seconds, 65, "1\u{A0}min\u{A0}05", "1\u{A0}min\u{A0}05"),
        (.minutes, 125, "2\u{A0}h\u{A0}05", "2\u{A0}h\u{A0}05"),
    ])
    func `a figure is told in its unit`(unit: IndicatorUnit, value: Int, fr: String, en: String) {
        #expect(unit.words(value, in: .french) == fr)
        #expect(unit.words(value, in: .english) == en)
    }

    private static let strategy = Strategy(indicators: [
        StrategyIndicator(
            code: "facebook", name: .init(fr: "Abonnés Facebook", en: "Facebook followers"),
            source: .entered(.init(unit: .count, from: .init(fr: "la page", en: "the page")))),
        StrategyIndicator(
            code: "board-kept", name: .init(fr: "Mois tenus", en: "Months kept"), source: .board),
    ])

    private static func entry(
        _ indicator: String = "facebook", _ period: String = "2026-11", value: Int? = 12, unit: IndicatorUnit = .count,
        source: String = "La page", who: String? = nil
    ) throws -> IndicatorEntry {
        IndicatorEntry(
            id: FactID(high: 1, low: 1), indicator: indicator, period: try #require(IndicatorPeriod(period)),
            value: value, unit: unit, source: source, who: who)
    }

    @Test func `a right entry is taken, and so is the budget of an office that names none`() throws {
        try Self.entry().checked(in: Self.strategy, today: Self.today)
        try Self.entry("budget", "2026", value: 25_000_000, unit: .cents).checked(in: Self.strategy, today: Self.today)
        #expect(Self.strategy.entered.map(\.code) == ["facebook", "budget"])
    }

    @Test func `an entry that can't be right is refused`() throws {
        let wrong: [(IndicatorEntry, Refusal.Code)] = [
            (try Self.entry("facebok"), .indicatorUnknown), (try Self.entry("board-kept"), .indicatorNotEntered),
            (try Self.entry(value: -1), .indicatorValueInvalid),
            (try Self.entry(unit: .cents), .indicatorValueInvalid),
            (try Self.entry("facebook", "2026-12"), .indicatorPeriodInvalid),
            (try Self.entry("facebook", "2027"), .indicatorPeriodInvalid),
            (try Self.entry("facebook", "1999"), .indicatorPeriodInvalid),
            (try Self.entry(source: "  "), .indicatorSourceInvalid),
            (try Self.entry(source: "a\nb"), .indicatorSourceInvalid),
            (try Self.entry(source: String(repeating: "a", count: 301)), .indicatorSourceInvalid),
            (try Self.entry(who: "anne dupont"), .counsellorInvalid),
        ]
        for (entry, code) in wrong {
            #expect {
                try entry.checked(in: Self.strategy, today: Self.today)
            } throws: {
                ($0 as? Refusal)?.code == code
            }
        }
    }

    @Test func `who mistypes a code, or knows a word of the name, is told the near ones`() {
        let hints = ["facebok", "abonnes"].map { code in
            (try? Self.strategy.enteredIndicator(code)).map(\.code)
                ?? (#expect(throws: Refusal.self) { try Self.strategy.enteredIndicator(code) })?
                .wording(in: .french).hint
        }
        #expect(hints == ["Vouliez-vous écrire : facebook ?", "Vouliez-vous écrire : facebook ?"])
    }

    @Test(arguments: [("2026", 2026, nil), ("2026-07", 2026, 7)] as [(String, Int, Int?)])
    func `a period is a year or a month`(text: String, year: Int, month: Int?) throws {
        let period = try #require(IndicatorPeriod(text))
        #expect(period.year == year && period.month == month && period.text == text)
    }

    @Test(arguments: ["2026-13", "2026-W29", "2026-07-14", "year", "juillet", ""])
    func `nothing else is a period`(text: String) {
        #expect(IndicatorPeriod(text) == nil)
    }
}
