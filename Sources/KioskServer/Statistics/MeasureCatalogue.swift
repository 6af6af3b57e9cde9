import Reception

/// What can be asked: `MeasureCatalogue` in docs/openapi.yaml.
struct MeasureCatalogue: Encodable {
    private struct Named: Encodable {
        let code: String
        let name: String
    }

    private let today: String
    private let currency: String
    private let measures: [MeasureDocument]
    private let facets: [Named]
    private let comparisons: [Named]
    /// The figures that can be compared per opening hour; all can be in the other ways.
    private let perOpeningHour: [Measure]
    private let seasons: [Named]

    init(seasons: [Season], currency: String, today: OfficeDay, in language: MessageLanguage) {
        self.today = today.description
        self.currency = currency
        measures = Measure.allCases.map { MeasureDocument($0, in: language) }
        facets = Facet.allCases.map { Named(code: $0.rawValue, name: $0.name(in: language)) }
        comparisons = Comparison.all.map { Named(code: $0.code, name: $0.name(in: language)) }
        perOpeningHour = Measure.allCases.filter(\.isPerHour)
        self.seasons = seasons.map { Named(code: $0.code, name: $0.name(in: language)) }
    }
}
