import Catalogue
import Foundation
import Reception
import Testing

@Suite struct StrategyReaderTests {
    private static let strategy = """
        name: {fr: Le plan, en: The plan}
        axes:
          - code: visibility
            name: {fr: Visibilité, en: Visibility}
            objectives:
              - code: nature
                name: {fr: Nature, en: Nature}
                indicators:
                  - code: visitors
                    name: {fr: Visiteurs, en: Visitors}
                    computed: visiteurs
                    targets: [{year: 2026, value: "12 000"}, {year: 2027, value: 13000}]
                  - code: family-share
                    name: {fr: Familles, en: Families}
                    computed: visitors profile=family
                    of: visitors profile=family,couple
                  - code: hikes-opened
                    name: {fr: Randonnées, en: Walks}
                    computed: places-opened
                    kinds: [hike]
              - code: quality
                name: {fr: Qualité, en: Quality}
                indicators:
                  - visitors
                  - code: mark
                    name: {fr: Marque, en: Mark}
                    entered: {unit: yes-no, from: {fr: Le certificat, en: The certificate}}
                    targets: [{year: 2026, value: oui}]
                  - code: fairs
                    name: {fr: Salons, en: Fairs}
                    entered: {unit: count, months: sum, from: {fr: L’agenda, en: The diary}}
                  - code: remarkable
                    name: {fr: Lieux classés, en: Listed places}
                    catalogue: {kinds: [heritage], labels: [organic]}
                  - code: kept
                    name: {fr: Mois tenus, en: Months kept}
                    board: true

        """

    /// The content with a strategy; `edit`: a line of it, and what stands there instead.
    private func content(_ edit: (String, String)? = nil) throws -> TemporaryContent {
        let content = try TemporaryContent()
        var text = Self.strategy
        if let edit {
            try #require(text.contains(edit.0))
            text = text.replacingOccurrences(of: edit.0, with: edit.1)
        }
        try content.write("strategy.yaml", text)
        return content
    }

    @Test func `a strategy travels with the compiled content, with its places and what it counts`() throws {
        let content = try content()
        #expect(content.check().problems.filter { $0.file == "strategy.yaml" } == [])
        for _ in ["compiled", "read back"] {
            let snapshot = try content.load()
            let strategy = snapshot.strategy
            #expect(strategy.name?.en == "The plan")
            #expect(strategy.axes.map(\.code) == ["visibility"])
            #expect(
                strategy.axes[0].objectives.map(\.indicators) == [
                    ["visitors", "family-share", "hikes-opened"],
                    ["visitors", "mark", "fairs", "remarkable", "kept"],
                ])
            #expect(strategy.indicators.count == 7, "each once")
            #expect(strategy.indicator("visitors")?.target(of: 2026) == 12_000)
            #expect(strategy.indicator("visitors")?.target(of: 2025) == nil)
            #expect(strategy.indicator("mark")?.target(of: 2026) == 1)
            #expect(strategy.indicator("fairs")?.entered?.months == .sum)
            guard case .computed(let hikes) = strategy.indicator("hikes-opened")?.source else {
                Issue.record("hikes-opened isn't computed")
                return
            }
            #expect(hikes.places == ["pierre-plantee"])
            #expect(snapshot.counted == ["remarkable": 1], "the bridge")
        }
    }

    @Test func `a label that a place loses is counted no more`() throws {
        let content = try content()
        try content.edit("\(TemporaryContent.heritage)/place.yaml", "labels: [organic]\n", "")
        #expect(try content.load().counted == ["remarkable": 0])
    }

    @Test func `an office without a strategy has an empty one, in its currency`() throws {
        #expect(try TemporaryContent().load().strategy == Strategy(currency: "EUR"))
    }

    @Test(arguments: [
        ("computed: visiteurs", "computed: visiteurs 2026", "question-impossible", "visiteurs 2026"),
        ("computed: visiteurs", "computed: guests", "question-impossible", "guests"),
        ("computed: visiteurs", "computed: visitors theme=hike", "question-impossible", "theme=hike"),
        ("computed: visiteurs", "computed: contacts topic=hikng", "unknown-topic", "topic=hikng"),
        ("computed: visiteurs", "computed: admissions site=chapel", "unknown-site", "site=chapel"),
        ("kinds: [hike]", "kinds: [hikes]", "unknown-value", "kinds: [hikes]"),
        ("computed: places-opened", "computed: sessions", "knows-no-places", "kinds: [hike]"),
        ("of: visitors profile=family,couple", "of: return-share", "no-share", "of: return-share"),
        ("- visitors\n", "- visitor\n", "unknown-indicator", "- visitor"),
        ("code: fairs", "code: mark", "duplicate-id", "code: mark\n            name: {fr: Salons"),
        ("code: quality", "code: nature", "duplicate-id", "code: nature\n        name: {fr: Qualité"),
        ("board: true", "board: true\n            computed: door", "indicator-source", "code: kept"),
        ("board: true", "of: door", "indicator-source", "code: kept"),
        ("board: true", "board: true\n            kinds: [hike, cellar]", "only-computed", "kinds: [hike, cellar]"),
        ("labels: [", "labels: [nothing, ", "unknown-label", "labels: [nothing"),
        ("unit: yes-no", "unit: minutes", "wrong-type", "unit: minutes"),
        ("months: sum", "months: mean", "unknown-value", "months: mean"),
        ("value: oui", "value: 12", "wrong-type", "value: 12"),
        ("value: 13000", "value: beaucoup", "wrong-type", "value: beaucoup"),
        ("year: 2027", "year: 2026", "duplicate-id", "value: 13000"),
        ("name: {fr: Visiteurs, en: Visitors}", "name: {fr: Visiteurs}", "missing-key", "name: {fr: Visiteurs}"),
        ("code: visitors\n", "code: Visitors\n", "wrong-type", "code: Visitors"),
    ])
    func `what is wrong is told with its line`(old: String, new: String, code: String, at: String) throws {
        let content = try content((old, new))
        let text = try content.read("strategy.yaml")
        let place = try #require(text.range(of: at))
        let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
        let problems = content.check().problems.filter { $0.file == "strategy.yaml" }
        #expect(problems.contains { $0.code == code && $0.line == line }, "\(problems.map { $0.text(in: .english) })")
        #expect(throws: (any Error).self) { try content.load() }
    }
}
