import Reception

/// A question to the screens' tables: which days, what of them, and what its parts are.
struct ScreenQuestion {
    /// What rows are counted under.
    enum Breakdown: Equatable {
        case total
        /// Something that follows from the day.
        case slot
        /// `2-14`: a weekday and an hour.
        case weekdayHour
        case facet(ScreenFacet)
        case face
    }

    let source: ScreenSource
    /// The days, each with what it is in a breakdown by time.
    let days: [(day: OfficeDay, slot: String)]
    /// Of a source of counts, those asked for.
    let counts: [ScreenCount]
    let breakdown: Breakdown
    /// Values of which one must hold, as they are stored.
    let conditions: [ScreenFacet: [String]]

    init(
        _ source: ScreenSource, days: Days, by facet: Facet?, filters: [Question.Filter],
        slot: (Facet, OfficeDay) -> String
    ) {
        self.source = source
        var kept = Array(days)
        var counts = source.counts
        var conditions: [ScreenFacet: [String]] = [:]
        for filter in filters {
            switch filter.facet {
            case .weekday: kept.removeAll { !filter.values.contains(String($0.weekday)) }
            case .face: counts.removeAll { $0.face.map(filter.values.contains) != true }
            default:
                guard let facet = ScreenFacet(filter.facet) else { continue }
                conditions[facet] = filter.values.map { facet.isOptional && $0 == Origins.unknown ? "" : $0 }
            }
        }
        self.counts = counts
        self.conditions = conditions
        breakdown = facet.map(Breakdown.init) ?? .total
        switch (breakdown, facet) {
        case (.slot, let facet?): self.days = kept.map { ($0, slot(facet, $0)) }
        case (.weekdayHour, _): self.days = kept.map { ($0, String($0.weekday)) }
        default: self.days = kept.map { ($0, "") }
        }
    }

    /// Whether nothing can be an answer.
    var isEmpty: Bool { days.isEmpty || (counts.isEmpty && !source.counts.isEmpty) }

    /// The only facet in play, which daily counts are kept by; nil when there are several. Without any, the one with the fewest values.
    ///
    /// Counts by language have a session once for each of its languages: they can't say which sessions are in one of several, nor what other languages
    /// those in one of them have.
    var marginal: ScreenFacet? {
        var facets = Set(conditions.keys)
        if let facet = breakdown.counted { facets.insert(facet) }
        guard facets.count <= 1 else { return nil }
        if let langs = conditions[.lang], source.isOfSessions, langs.count > 1 || breakdown == .facet(.lang) {
            return nil
        }
        return facets.first ?? .screen
    }

    /// What rows of a part are called.
    func value(slot: String, label: String) -> String {
        switch breakdown {
        case .total: "total"
        case .slot: slot
        case .weekdayHour: slot + "-" + label
        case .facet(let facet): facet.isOptional && label.isEmpty ? Origins.unknown : label
        case .face: ScreenCount(rawValue: label)?.face ?? label
        }
    }
}

extension ScreenQuestion.Breakdown {
    init(_ facet: Facet) {
        switch facet {
        case .weekdayHour: self = .weekdayHour
        case .face: self = .face
        default: self = ScreenFacet(facet).map(Self.facet) ?? .slot
        }
    }

    /// What of it the tables know.
    var counted: ScreenFacet? {
        switch self {
        case .facet(let facet): facet
        case .weekdayHour: .hour
        case .total, .slot, .face: nil
        }
    }
}

extension ScreenFacet {
    /// Nil of what the screens' tables don't keep counts by.
    init?(_ facet: Facet) {
        switch facet {
        case .hour: self = .hour
        case .screen: self = .screen
        case .language: self = .lang
        case .place: self = .place
        case .theme: self = .theme
        default: return nil
        }
    }

    /// Whether '' stands for what nobody said.
    var isOptional: Bool { self == .place || self == .theme }
}
