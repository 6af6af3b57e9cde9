import Reception

/// The report for the council: two pages for elected officials and an annex, out of answers alone. The same answers make the same bytes.
public struct CouncilReport: Sendable {
    /// Whose report it is.
    public struct Office: Sendable {
        /// What it is called.
        public var name: String
        /// Whether its figures are made up.
        public var isDemonstration: Bool
        /// Its own words for what figures are broken down by.
        public var names: FacetNames
        /// ISO 4217.
        public var currency: String

        /// An office out of its parts.
        public init(
            name: String, isDemonstration: Bool = false, names: FacetNames = FacetNames(), currency: String = "EUR"
        ) {
            self.name = name
            self.isDemonstration = isDemonstration
            self.names = names
            self.currency = currency
        }
    }

    let scope: CouncilScope
    let office: Office
    /// What was asked without a breakdown, in the order of `CouncilScope.figures`, as far as it was counted then or a year before.
    let figures: [Answer]
    /// What was asked with one, as far as anything was counted.
    let tables: [Answer]

    /// A report out of the answers to `scope.questions()`, as the register gives them: what can't leave the office is hidden here.
    public init(_ scope: CouncilScope, office: Office, answers: [Answer]) {
        let answers = Answer.published(together: answers)
        self.scope = scope
        self.office = office
        figures = answers.filter { answer in
            answer.question.breakdown == nil
                && answer.table.columns.indices.contains { answer.figure(column: $0) != .notCounted }
        }
        tables = answers.filter { answer in
            answer.question.breakdown != nil
                && answer.table.cells.joined().contains { $0 != .notCounted && $0 != .zero }
        }
    }

    /// The figures of the first page: those counted in this period.
    var keyFigures: [Answer] { Array(figures.filter { $0.figure(column: 0) != .notCounted }.prefix(12)) }

    func figure(_ measure: Measure) -> Answer? { figures.first { $0.question.measure == measure } }

    func table(_ measure: Measure, by facet: Facet) -> Answer? {
        tables.first { $0.question.measure == measure && $0.question.breakdown == facet }
    }

    func words(_ language: MessageLanguage) -> FigureWords {
        FigureWords(language: language, currency: office.currency)
    }
}

extension CouncilReport {
    /// `Rapport d’activité 2026`, `Rapport d’activité de juillet 2026`
    public func title(in language: MessageLanguage) -> String {
        let period = DayWords(language).period(scope.period)
        guard language == .french else { return "Activity report, \(period)" }
        if case .year = scope.period { return "Rapport d’activité \(period)" }
        return "Rapport d’activité " + ("ao".contains(period.prefix(1)) ? "d’" : "de ") + period
    }

    /// Which days it counts: to the last of the period, or to the last that has facts.
    func daysCounted(in language: MessageLanguage) -> String {
        let days = scope.period.days
        guard let first = days.first, let last = days.last else { return "" }
        let run = DayWords(language).run(first...max(first, min(last, scope.through)))
        guard language == .french else { return run }
        return first < min(last, scope.through) ? "du " + run : "le " + run
    }

    /// What the last day of the facts is: `données au 23 novembre 2026`.
    func asOf(in language: MessageLanguage) -> String {
        let day = DayWords(language).date(scope.through)
        return language == .french ? "données au \(day)" : "data as of \(day)"
    }

    /// What it is held against, after "against" or « contre »: `2025`, `juillet 2025`.
    func other(in language: MessageLanguage) -> String {
        let words = DayWords(language)
        switch scope.period {
        case .year(let year): return "\(year - 1)"
        case .month(let year, let month): return "\(words.month(month)) \(year - 1)"
        default: return language == .french ? "un an plus tôt" : "a year before"
        }
    }
}
