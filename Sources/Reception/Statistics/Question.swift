/// What a manager asks: a figure, over a period, perhaps broken down, compared, and of some only. A value of this type can always be answered.
public struct Question: Hashable, Sendable {
    /// Only what has one of some values of a facet.
    public struct Filter: Hashable, Sendable {
        /// Of what.
        public let facet: Facet
        /// One or more, each once, in order.
        public let values: [String]
    }

    /// The figure.
    public let measure: Measure
    /// When.
    public let period: Period
    /// What its parts are; nil: the whole only.
    public let breakdown: Facet?
    /// Against what; nil: nothing.
    public let comparison: Comparison?
    /// What must hold of what counts: all of them, in the order of facets, each facet once.
    public let filters: [Filter]

    /// A question out of its parts; values of a filter may come in any order.
    ///
    /// Throws a `Refusal` that says why it can't be asked: `breakdown_impossible`, `comparison_impossible`, `filter_impossible`,
    /// `filter_value_invalid`.
    public init(
        _ measure: Measure, over period: Period, by breakdown: Facet? = nil, against comparison: Comparison? = nil,
        only filters: [Facet: [String]] = [:]
    ) throws(Refusal) {
        self.measure = measure
        self.period = period
        self.breakdown = breakdown
        self.comparison = comparison
        if let breakdown, !measure.facets.contains(breakdown) { throw .noBreakdown(measure, breakdown) }
        if case .perOpeningHour = comparison, !measure.isPerHour { throw .notPerHour(measure) }
        var kept: [Filter] = []
        for facet in Facet.allCases {
            guard let values = filters[facet], !values.isEmpty else { continue }
            guard measure.facets.contains(facet), facet.isFilter else {
                throw .noFilter(measure, facet)
            }
            if let wrong = values.first(where: { !facet.takes($0) }) { throw .noValue(wrong, of: facet) }
            kept.append(Filter(facet: facet, values: Set(values).sorted()))
        }
        self.filters = kept
    }
}

extension Measure {
    /// Whether it says something for an hour of opening: a sum of what happens while the office is open.
    public var isPerHour: Bool {
        guard case .sum = definition.formula else { return false }
        return [.contact, .party, .doorHour, .ticket, .line].contains(definition.subject)
    }

    /// What a question about it can be restricted to.
    public var filters: [Facet] { facets.filter(\.isFilter) }
}

extension Refusal {
    fileprivate static func noBreakdown(_ measure: Measure, _ facet: Facet) -> Refusal {
        let (fr, en) = MessageLanguage.both { language in
            (measure.name(in: language), facet.name(in: language), measure.facets.map(\.rawValue))
        }
        return Refusal(
            .breakdownImpossible,
            fr: (
                "« \(fr.0) » ne se détaille pas par \(fr.1).",
                "On peut le détailler par : \(fr.2.joined(separator: ", "))."
            ),
            en: ("“\(en.0)” can’t be broken down by \(en.1).", "It can be by: \(en.2.joined(separator: ", ")).")
        )
    }

    fileprivate static func noFilter(_ measure: Measure, _ facet: Facet) -> Refusal {
        let (fr, en) = MessageLanguage.both { language in
            (measure.name(in: language), facet.name(in: language))
        }
        let codes = measure.filters.map(\.rawValue).joined(separator: ", ")
        return Refusal(
            .filterImpossible,
            fr: (
                "« \(fr.0) » ne se limite pas à un choix de « \(fr.1) ».",
                codes.isEmpty ? "Ce chiffre ne se filtre pas." : "On peut le limiter par : \(codes)."
            ),
            en: (
                "“\(en.0)” can’t be restricted by \(en.1).",
                codes.isEmpty ? "This figure has no filter." : "It can be by: \(codes)."
            ))
    }

    fileprivate static func noValue(_ value: String, of facet: Facet) -> Refusal {
        let known = facet.valuesKnown
        let codes = known.joined(separator: ", ")
        return Refusal(
            .filterValueInvalid,
            fr: (
                "\(value.quotedForMessage) n'est pas une valeur de « \(facet.name(in: .french)) ».",
                known.isEmpty ? "Donnez son code, comme les tableaux l'écrivent." : "Ses valeurs : \(codes)."
            ),
            en: (
                "\(value.quotedForMessage) isn't a value of “\(facet.name(in: .english))”.",
                known.isEmpty ? "Give its code, as tables write it." : "Its values: \(codes)."
            ))
    }

    fileprivate static func notPerHour(_ measure: Measure) -> Refusal {
        Refusal(
            .comparisonImpossible,
            fr: (
                "« \(measure.name(in: .french)) » ne se compare pas par heure d'ouverture.",
                "Demandez dates, weekdays, to-date ou holidays-c."
            ),
            en: (
                "“\(measure.name(in: .english))” can't be compared per opening hour.",
                "Ask for dates, weekdays, to-date or holidays-c."
            ))
    }
}

extension MessageLanguage {
    fileprivate static func both<Value>(_ value: (MessageLanguage) -> Value) -> (fr: Value, en: Value) {
        (value(.french), value(.english))
    }
}
