import Reception
import Terminal

/// What stands beside a figure and isn't in it, as questions: each counts what the definition says is left out.
struct LeftOutWords {
    /// A question about what is left out.
    struct Beside {
        let measure: Measure
        var only: (facet: Facet, value: String)?
    }

    let measure: Measure

    var beside: [Beside] {
        switch measure {
        case .contacts: [Beside(measure: .tallied)]
        case .counterContacts: [Beside(measure: .remoteContacts), Beside(measure: .offSiteContacts)]
        case .remoteContacts: [Beside(measure: .counterContacts), Beside(measure: .offSiteContacts)]
        case .offSiteContacts: [Beside(measure: .counterContacts), Beside(measure: .remoteContacts)]
        case .visitors:
            [
                Beside(measure: .partiesUnknown), Beside(measure: .remoteContacts), Beside(measure: .offSiteContacts),
            ]
        case .outcomesKnown: [Beside(measure: .contacts, only: (.outcome, Origins.unknown))]
        case .unmet:
            [
                Beside(measure: .contacts, only: (.outcome, Contact.Outcome.referred.rawValue)),
                Beside(measure: .contacts, only: (.outcome, Origins.unknown)),
            ]
        case .originsKnown, .foreigners: [Beside(measure: .visitors, only: (.origin, Origins.unknown))]
        case .returnsKnown, .returns: [Beside(measure: .visitors, only: (.firstVisit, Origins.unknown))]
        case .admissions: [Beside(measure: .tasters), Beside(measure: .exhibitionVisitors)]
        case .tasters: [Beside(measure: .admissions), Beside(measure: .exhibitionVisitors)]
        case .exhibitionVisitors: [Beside(measure: .admissions), Beside(measure: .tasters)]
        case .idleSessions: [Beside(measure: .sessions)]
        default: []
        }
    }

    /// The question about the same period and filters, as far as they can be asked of it; nil when one can't.
    static func question(_ beside: Beside, like question: Question) -> Question? {
        var filters = Dictionary(uniqueKeysWithValues: question.filters.map { ($0.facet, $0.values) })
        if let (facet, value) = beside.only {
            guard filters[facet] == nil else { return nil }
            filters[facet] = [value]
        }
        return try? Question(beside.measure, over: question.period, only: filters)
    }
}
