import MicroHTTP
import Reception
import Register

/// `/api/v1/statistics…`: what it all adds up to, for managers.
struct StatisticsRoutes: Sendable {
    let register: Register
    let marks: LiveMarks

    var all: [Routes.Route] {
        [
            .staff(.manager, .get, "/api/v1/statistics/searches") { _ in
                .json(SearchedTerms(terms: try register.searchedTerms().map(SearchedTerms.Term.init)))
            },
            .staffEvents(.manager, "/api/v1/statistics/live") { _ in try marks.subscribe() },
        ]
    }
}

/// `SearchedTerms` in docs/openapi.yaml.
private struct SearchedTerms: Encodable {
    struct Term: Encodable {
        let term: String
        let lang: String
        let sessions: Int
        let withoutResult: Int
        let firstDay: String
        let lastDay: String

        init(_ searched: SearchedTerm) {
            term = searched.term
            lang = searched.lang
            sessions = searched.sessions
            withoutResult = searched.withoutResult
            firstDay = searched.firstDay
            lastDay = searched.lastDay
        }
    }

    /// The most searched first.
    let terms: [Term]
}
