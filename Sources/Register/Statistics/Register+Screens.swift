import GRDB
import Reception

/// The figures of the screens, as an answer takes them.
extension Register {
    /// A sum of what happened on screens.
    func screenSum(_ measure: Measure, _ request: CountRequest, in database: Database) throws -> Counted {
        var counted = Counted()
        guard let source = ScreenSource(measure) else { return counted }
        let screens = screens(request, in: database)
        let signs = try screens.signs(days: request.days.all, by: request.breakdown, filters: request.filters)
        guard !signs.isEmpty else { return counted }
        let sums = try screens.sums(of: source, days: request.days.all, by: request.breakdown, filters: request.filters)
        counted.whole = Counted.Sum()
        if request.moments != nil { for value in signs { counted.parts[value] = Counted.Sum() } }
        if request.breakdown != nil {
            for (value, sum) in sums { counted.parts[value] = Counted.Sum(amount: sum.sum, rows: sum.rows) }
        }
        // A session in two languages is one.
        let isTwice = source.isOfSessions && request.breakdown == .language
        let wholes =
            isTwice ? try screens.sums(of: source, days: request.days.all, by: nil, filters: request.filters) : sums
        for sum in wholes.values { counted.whole?.add(sum.sum, rows: sum.rows) }
        return counted
    }

    /// What so many percent of the sessions don't exceed, in seconds.
    func screenPercentile(_ percent: Int, _ request: CountRequest, in database: Database) throws -> Counted {
        let screens = screens(request, in: database)
        func lengths(by facet: Facet?) throws -> [String: Counted.Sum] {
            try screens.sums(of: .lengths(percent), days: request.days.all, by: facet, filters: request.filters)
                .mapValues { Counted.Sum(amount: $0.sum, rows: $0.rows) }
        }
        return try Counted(
            whole: lengths(by: nil).values.first, parts: request.breakdown.map { try lengths(by: $0) } ?? [:])
    }

    private func screens(_ request: CountRequest, in database: Database) -> ScreenSums {
        ScreenSums(office: office, database: database) { facet, day in
            let moments = Moments(facet: facet, seasons: request.seasons)
            return moments.name(moments.key(day: day, shown: request.days[day] ?? day, hour: { 0 }))
        }
    }
}

extension ColumnDays {
    /// All of its days.
    fileprivate var all: Days { Days((extent.map(Array.init) ?? []).filter { self[$0] != nil }) }
}
