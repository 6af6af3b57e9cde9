import MicroHTTP
import Reception
import Register

/// `/api/v1/strategy` and `/api/v1/indicators`: the office's plan in figures, and those that managers enter.
struct StrategyRoutes: Sendable {
    let register: Register

    var all: [Routes.Route] {
        [
            route(.get, "/api/v1/strategy") { request in
                let today = today(request)
                return .json(
                    try register.strategyBoard(year: try request.year(today), today: today)
                        .document(in: request.language))
            },
            route(.get, "/api/v1/indicators") { request in
                let year = try request.year(today(request))
                let entries = try register.indicatorEntries(ofYears: [year])
                let indicators = try register.strategy().entered.map { indicator in
                    EnteredIndicatorDocument(
                        indicator, entries.filter { $0.entry.indicator == indicator.code }, in: request.language)
                }
                return .json(Indicators(year: year, indicators: indicators))
            },
            route(.post, "/api/v1/indicators") { try enter($0) },
        ]
    }

    /// A manager's route whose refusals say what to mend.
    private func route(
        _ method: Request.Method, _ path: RoutePath, _ answer: @escaping Routes.Route.StaffAnswer
    ) -> Routes.Route {
        .staff(.manager, method, path) { request in
            do {
                return try answer(request)
            } catch let refusal as Reception.Refusal {
                throw Failure(refusal, status: refusal.code == .indicatorUnknown ? 404 : 422)
            }
        }
    }

    private func today(_ request: StaffRequest) -> OfficeDay { register.clock.dayAndHour(at: request.receivedAt).day }

    /// The figure comes as it is typed, so that it is read the same everywhere.
    private func enter(_ request: StaffRequest) throws -> Response {
        let typed = try request.decode(TypedIndicator.self)
        let strategy = try register.strategy()
        let indicator = try strategy.enteredIndicator(typed.indicator)
        guard let value = indicator.unit.read(typed.value, currency: strategy.currency) else {
            throw Reception.Refusal.indicatorValueInvalid(typed.value, indicator)
        }
        let entry = IndicatorEntry(
            id: typed.id, indicator: indicator.code, period: typed.period, value: value, unit: indicator.unit,
            source: typed.source, who: request.user)
        let replaced = try register.record(entry, recordedAt: request.receivedAt)
        return .json(
            Entered(
                entry: IndicatorDocument(entry, recordedAt: request.receivedAt),
                replaced: OrNull(replaced.map { IndicatorDocument($0) })),
            status: 201)
    }

    /// `IndicatorToEnter` in docs/openapi.yaml.
    private struct TypedIndicator: Decodable {
        let id: FactID
        let indicator: String
        let period: IndicatorPeriod
        let value: String
        let source: String
    }

    private struct Entered: Encodable {
        let entry: IndicatorDocument
        let replaced: OrNull<IndicatorDocument>
    }

    private struct Indicators: Encodable {
        let year: Int
        let indicators: [EnteredIndicatorDocument]
    }
}

extension StaffRequest {
    /// The year that is asked about; this one when none is.
    fileprivate func year(_ today: OfficeDay) throws -> Int {
        guard let text = query["year"] else { return today.parts.year }
        guard text.utf8.count == 4, let year = Int(text), 2000...9_999 ~= year else {
            throw Failure.badQuery("year", "2026")
        }
        return year
    }
}
