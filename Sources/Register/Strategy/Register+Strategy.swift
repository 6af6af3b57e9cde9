import GRDB
import Reception

extension Register {
    /// Leaves word of what the office wants to achieve, and of what its indicators count in the catalogue, as figures of this year: when the
    /// catalogue changes, those of the years before stay.
    ///
    /// - `counted`: how many places, by the indicator's code.
    public func remember(_ strategy: Strategy, counted: [String: Int], at now: Instant) throws {
        try writing { database in
            try database.execute(
                sql: "UPDATE office SET strategy = ?1 WHERE strategy IS NOT ?1", arguments: [JSONText.of(strategy)])
            let year = clock.dayAndHour(at: now).day.parts.year
            guard let period = IndicatorPeriod(year: year) else { return }
            let table = IndicatorTable(office: office, database: database)
            for (code, count) in counted.sorted(by: { $0.key < $1.key }) {
                let last = try table.last(code, period)
                guard last?.entry.value != count else { continue }
                let entry = IndicatorEntry(
                    id: FactID(bornAt: now), indicator: code, period: period, value: count, unit: .count,
                    source: "catalogue")
                try table.insert(entry, after: last, currency: strategy.currency, recordedAt: now)
            }
        }
    }

    /// What the office wants to achieve.
    ///
    /// Throws `strategy_unknown` when no server of this version has been here.
    public func strategy() throws -> Strategy {
        let text = try pool.read { try String.fetchOne($0, sql: "SELECT strategy FROM office") }
        guard let strategy = text.flatMap({ JSONText.read($0, as: Strategy.self) }) else {
            throw Refusal.strategyUnknown
        }
        return strategy
    }
}

extension Refusal {
    fileprivate static var strategyUnknown: Refusal {
        Refusal(
            .strategyUnknown,
            fr: (
                "Le registre ne connaît pas encore la stratégie de l'office : aucun serveur ne l'y a laissée.",
                "Démarrez « vitrine serve » une fois avec le contenu de l'office."
            ),
            en: (
                "The register doesn't know the office's strategy yet: no server has left it there.",
                "Start “vitrine serve” once with the office's content."
            ))
    }
}
