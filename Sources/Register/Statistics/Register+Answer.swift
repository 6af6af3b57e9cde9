import GRDB
import Reception

extension Register {
    /// What was counted: the whole answer, nothing hidden. Whatever leaves the office is `published()` first.
    ///
    /// - `today`: the office's: days that haven't come are never compared.
    ///
    /// Throws what the database does.
    public func answer(_ question: Question, today: OfficeDay) throws -> Answer {
        let setting = try statisticsSetting()
        let asksOrigins = question.breakdown == .origin || question.filters.contains { $0.facet == .origin }
        let communes = try asksOrigins ? self.setting()?.vocabulary.communes ?? [] : []
        return try pool.read { database in
            try Answering(
                register: self, database: database, question: question, setting: setting,
                words: SheetWords(database, origins: setting.origins, localPostcodes: Set(communes.map(\.postcode)))
            ).answer(today: today)
        }
    }
}

/// One side of a question, to be counted.
struct CountRequest {
    let days: ColumnDays
    let breakdown: Facet?
    let filters: [Question.Filter]
    let seasons: [Season]

    /// What a breakdown by time makes of a fact's moment; nil of any other.
    var moments: Moments? { breakdown.flatMap { $0.isTime ? Moments(facet: $0, seasons: seasons) : nil } }

    /// The same, not broken down.
    var whole: CountRequest { CountRequest(days: days, breakdown: nil, filters: filters, seasons: seasons) }
}

/// How one question is answered, on the state of one moment.
private struct Answering {
    let register: Register
    let database: Database
    let question: Question
    let setting: StatisticsSetting
    let words: SheetWords

    /// What is above or under the line, a side each column.
    private struct Line {
        let sides: [Counted]
        /// Whether its parts make up the whole.
        var addsUp = true
        /// It is the same for each part: minutes of opening, by who came.
        var isSameForAll = false
        /// What isn't among its parts is nothing, unless nobody counted.
        var isNothingElsewhere = true

        func sum(_ value: String, in column: Int) -> Counted.Sum? {
            let side = sides[column]
            if isSameForAll { return side.whole }
            return side.parts[value] ?? (isNothingElsewhere && side.whole != nil ? Counted.Sum() : nil)
        }
    }

    func answer(today: OfficeDay) throws -> Answer {
        let pairing = try pairing(today: today)
        let columns = columns(pairing)
        let (above, below) = try lines(columns)
        let rows =
            question.breakdown.map { facet in
                ValueOrder(facet: facet, setting: setting).sorted(
                    Set((above.sides + (below?.sides ?? [])).flatMap(\.parts.keys)),
                    by: { value in above.sides.map { $0.parts[value]?.amount ?? 0 } })
            } ?? [Self.total]
        let names =
            [question.period.text] + columns.dropFirst().map { $0.text ?? question.comparison?.code ?? Self.total }
        func table(_ line: Line, _ number: (Counted.Sum) -> Int) -> CrossTable {
            let wholes = line.sides.map { $0.whole.map(number) }
            let cells = rows.map { row in
                columns.indices.map { question.breakdown == nil ? wholes[$0] : line.sum(row, in: $0).map(number) }
            }
            // Without parts there is nothing to add up, and what was counted is still nothing.
            return line.addsUp && !rows.isEmpty
                ? CrossTable(rows: rows, columns: names, counted: cells)
                : CrossTable(rows: rows, columns: names, counted: cells, wholes: wholes)
        }
        return Answer(
            question, table(above, \.amount), per: below.map { table($0, \.amount) }, rows: table(above, \.rows),
            pairing: pairing)
    }

    private static let total = "total"

    private func pairing(today: OfficeDay) throws -> Pairing? {
        guard let comparison = question.comparison else { return nil }
        let days = question.period.days
        var minutes: [OfficeDay: Int] = [:]
        if comparison == .perOpeningHour, let first = days.first, let last = days.last {
            try register.eachSheet(.opening, in: first.adding(days: -366)...last, of: database) {
                minutes[$0.day] = $0.hex(0, 3)
            }
        }
        return comparison.pairing(of: days, today: today, schools: setting.schools) { minutes[$0] }
    }

    private func columns(_ pairing: Pairing?) -> [ColumnDays] {
        guard let pairing else { return [ColumnDays(question.period)] }
        return [
            ColumnDays(question.period, of: pairing), ColumnDays(question.period, heldAgainstBy: pairing),
        ]
    }

    private func lines(_ columns: [ColumnDays]) throws -> (above: Line, below: Line?) {
        switch question.measure.definition.formula {
        case .sum:
            let below = question.comparison == .perOpeningHour ? try opening(columns) : nil
            return (try line(question.measure, columns), below)
        case .share(let one, let other): return (try line(one, columns), try line(other, columns))
        case .ratio(let one, per: .openMinutes):
            let opened = try columns.map { $0.only(try openingDays(within: $0)) }
            return (try line(one, opened), try opening(columns))
        case .ratio(let one, let other): return (try line(one, columns), try line(other, columns))
        case .percentile(let percent, _):
            let sides = try columns.map { try register.screenPercentile(percent, request($0), in: database) }
            return (Line(sides: sides, addsUp: question.breakdown == nil, isNothingElsewhere: false), nil)
        }
    }

    private func line(_ measure: Measure, _ columns: [ColumnDays]) throws -> Line {
        Line(
            sides: try columns.map { try counted(measure, request($0)) },
            addsUp: question.breakdown.map { measure.addsUp(by: $0) } ?? true,
            isNothingElsewhere: !(question.breakdown?.isTime ?? false))
    }

    /// Minutes of opening: by the calendar, else those of the whole column for each part.
    private func opening(_ columns: [ColumnDays]) throws -> Line {
        guard let facet = question.breakdown, !Measure.openMinutes.facets.contains(facet) else {
            return try line(.openMinutes, columns)
        }
        return Line(
            sides: try columns.map { try counted(.openMinutes, request($0).whole) }, addsUp: false, isSameForAll: true)
    }

    private func counted(_ measure: Measure, _ request: CountRequest) throws -> Counted {
        if measure == .budget { return try register.budget(request, in: database) }
        guard let sum = SheetSum(measure) else { return try register.screenSum(measure, request, in: database) }
        return try SheetCount(register: register, database: database, words: words, request: request).counted(sum)
    }

    private func request(_ days: ColumnDays) -> CountRequest {
        CountRequest(
            days: days, breakdown: question.breakdown, filters: question.filters, seasons: setting.seasons)
    }

    private func openingDays(within days: ColumnDays) throws -> Set<OfficeDay> {
        var opened: Set<OfficeDay> = []
        guard let extent = days.extent else { return opened }
        try register.eachSheet(.opening, in: extent, of: database) { opened.insert($0.day) }
        return opened
    }
}
