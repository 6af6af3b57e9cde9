/// Where the rows of a figure come from.
public enum MeasureGroup: String, CaseIterable, Sendable, Codable {
    case desk, screens, shop, sites

    /// What it is called.
    public func name(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .desk: ("le comptoir", "the desk")
            case .screens: ("les écrans", "the screens")
            case .shop: ("la boutique", "the shop")
            case .sites: ("les sites, les dégustations, les expositions", "sites, tastings, exhibitions")
            }
        return language == .french ? fr : en
    }
}

extension Measure {
    /// Where its rows come from; of a share or a ratio, those above the line.
    public var group: MeasureGroup {
        switch definition.subject {
        case .contact, .party, .doorHour, .openDay: .desk
        case .session, .gesture, .search, .screenHour, .face: .screens
        case .ticket, .line, .day: .shop
        case .attendance: .sites
        }
    }
}

/// What a figure is, as programs read it.
public struct MeasureDocument: Encodable, Sendable {
    let code: Measure
    let group: MeasureGroup
    let name: String
    let meaning: String
    let leftOut: String
    let unit: Measure.Unit
    let form: String
    let facets: [Facet]
    let filters: [Facet]

    /// The document of a figure, with texts in a language.
    public init(_ measure: Measure, in language: MessageLanguage) {
        let definition = measure.definition
        code = measure
        group = measure.group
        name = definition.name[language]
        meaning = definition.meaning[language]
        leftOut = definition.leftOut[language]
        unit = measure.unit
        form = definition.formula.form
        facets = measure.facets
        filters = measure.filters
    }

    private enum CodingKeys: String, CodingKey {
        case code, group, name, meaning, unit, form, facets, filters
        case leftOut = "left_out"
    }
}
