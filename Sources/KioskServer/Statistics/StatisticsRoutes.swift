import MicroHTTP
import Reception
import Register

/// `/api/v1/statistics…`: what it all adds up to, for managers.
struct StatisticsRoutes: Sendable {
    let register: Register
    let names: AnswerNames
    let marks: LiveMarks

    /// The most questions of one call: those of a page, and some more.
    private static let limit = 40

    var all: [Routes.Route] {
        [
            .staff(.manager, .get, "/api/v1/statistics") { try answer($0) },
            .staff(.manager, .get, "/api/v1/statistics/measures") { request in
                let setting = try register.statisticsSetting()
                return .json(
                    MeasureCatalogue(
                        seasons: setting.seasons, currency: try register.tillSetting().currency,
                        today: today(request), in: request.language))
            },
            .staff(.manager, .get, "/api/v1/statistics/searches") { _ in
                .json(SearchedTerms(terms: try register.searchedTerms().map(SearchedTerms.Term.init)))
            },
            .staffEvents(.manager, "/api/v1/statistics/live") { _ in try marks.subscribe() },
        ]
    }

    private func today(_ request: StaffRequest) -> OfficeDay { register.clock.dayAndHour(at: request.receivedAt).day }

    private func answer(_ request: StaffRequest) throws -> Response {
        guard let asked = request.queries["q"], 1...Self.limit ~= asked.count else {
            throw Failure.badQuery("q", "visitors+2026-07+by%3Dorigin")
        }
        let isPublished = try request.flag("publish")
        let (today, seasons) = (today(request), try register.statisticsSetting().seasons)
        let questions = try asked.enumerated().map { index, text in
            do throws(Reception.Refusal) {
                return try Question(text, today: today, seasons: seasons)
            } catch {
                throw Failure(error, status: 400, index: asked.count > 1 ? index : nil)
            }
        }
        let names = try names.names(for: questions)
        let counted = try questions.map { try register.answer($0, today: today) }
        // Of a page that leaves the office, one table must not tell what another hides.
        let answers = (isPublished ? Answer.published(together: counted) : counted).map {
            AnswerDocument($0, names: names, in: request.language)
        }
        return asked.count == 1 ? .json(answers[0]) : .json(Answers(answers: answers))
    }
}

/// `Answers` in docs/openapi.yaml.
private struct Answers: Encodable {
    let answers: [AnswerDocument]
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
