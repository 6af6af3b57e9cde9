import ArgumentParser
import Reception
import Terminal

/// What shells complete of a question: its words are the same in every office.
enum QuestionCompletion {
    /// Figures, then what can still be said of the one that was chosen.
    @Sendable static func words(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        guard let chosen = words.compactMap(Measure.init(rawValue:)).first else {
            return Measure.allCases.map { WordCompletion.shown($0.rawValue, $0.name(in: speech)) }
        }
        let by = chosen.facets.map { WordCompletion.shown("by=\($0.rawValue)", $0.name(in: speech)) }
        let against = Comparison.all.map { WordCompletion.shown("vs=\($0.code)", $0.name(in: speech)) }
        let filters = chosen.filters.map { WordCompletion.shown("\($0.rawValue)=", $0.name(in: speech)) }
        return periods + by + against + filters
    }

    private static var periods: [String] {
        [
            ("today", say("aujourd'hui", "today")), ("yesterday", say("hier", "yesterday")),
            ("week", say("cette semaine", "this week")), ("month", say("ce mois", "this month")),
            ("year", say("cette année", "this year")),
        ].map { WordCompletion.shown($0.0, $0.1) }
    }
}
