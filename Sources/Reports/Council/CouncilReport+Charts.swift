import Reception

/// The four charts of the second page, as far as there is something to draw. Each is also a table in the annex.
extension CouncilReport {
    struct Chart {
        let title: String
        /// After the title, in small: what it is of.
        let note: String
        let svg: String
        let isWide: Bool
    }

    func charts(_ language: MessageLanguage) -> [Chart] {
        [attendanceChart(language), originsChart(language), interestChart(language), hoursChart(language)]
            .compactMap { $0 }
    }

    private func attendanceChart(_ language: MessageLanguage) -> Chart? {
        guard let answer = table(.visitors, by: scope.step) else { return nil }
        let isFrench = language == .french
        let words = words(language)
        let rows = Dictionary(uniqueKeysWithValues: answer.table.rows.enumerated().map { ($1, $0) })
        let hasBefore = answer.table.columns.count > 1 && answer.table.columnTotals[1] != .notCounted
        let columns = steps.map { step in
            let row = rows[step.value]
            return ColumnChart.Column(
                label: step.label(words.days),
                name: scope.step.valueName(step.value, names: office.names, in: language),
                now: row.map { answer.table.cells[$0][0] } ?? .notCounted,
                before: hasBefore ? row.map { answer.table.cells[$0][1] } : nil)
        }
        let title =
            scope.step == .month
            ? (isFrench ? "Visiteurs par mois" : "Visitors by month")
            : (isFrench ? "Visiteurs par jour" : "Visitors by day")
        let chart = ColumnChart(
            columns: columns, words: words, unit: .count,
            legend: (DayWords(language).period(scope.period), hasBefore ? other(in: language) : nil), label: title)
        return Chart(title: title, note: "", svg: chart.svg, isWide: true)
    }

    private struct Step {
        let value: String
        let label: (DayWords) -> String
    }

    /// All months of a year, all days of a month: what isn't there has to be seen not to be there.
    private var steps: [Step] {
        if case .year(let year) = scope.period {
            return (1...12).map { month in
                Step(value: Period.month(year: year, month: month).text) { Self.short(month, $0.language) }
            }
        }
        return scope.period.days.map { day in Step(value: "\(day)") { _ in "\(day.parts.day)" } }
    }

    /// `janv.`, `mai`; 1–12.
    private static func short(_ month: Int, _ language: MessageLanguage) -> String {
        guard language == .french else { return String(DayWords(language).month(month).prefix(3)) }
        return ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."][
            month - 1]
    }

    private func originsChart(_ language: MessageLanguage) -> Chart? {
        guard let answer = table(.visitors, by: .origin) else { return nil }
        let isFrench = language == .french
        return barsChart(
            answer, title: isFrench ? "D’où viennent les visiteurs" : "Where visitors come from",
            note: isFrench ? "part des origines connues" : "share of known origins", colour: Drawing.Colour.now,
            language)
    }

    /// What is asked at the desk; where nobody notes it, what the screens show.
    private func interestChart(_ language: MessageLanguage) -> Chart? {
        let isFrench = language == .french
        if let topics = table(.contacts, by: .topic) {
            return barsChart(
                topics, title: isFrench ? "Ce que l’on vient demander" : "What people ask for",
                note: isFrench ? "contacts ; jusqu’à trois sujets chacun" : "contacts; up to three topics each",
                colour: Drawing.Colour.olive, language)
        }
        guard let places = table(.placesOpened, by: .place) else { return nil }
        return barsChart(
            places, title: isFrench ? "Ce que les écrans montrent" : "What the screens show",
            note: isFrench ? "fiches ouvertes" : "sheets opened", colour: Drawing.Colour.olive, language)
    }

    private func barsChart(
        _ answer: Answer, title: String, note: String, colour: String, _ language: MessageLanguage
    ) -> Chart? {
        let words = words(language)
        let facet = answer.question.breakdown ?? .origin
        let rows = answer.table.rows.indices.filter { ![.zero, .notCounted].contains(answer.table.cells[$0][0]) }
        let (known, unknown) = (
            rows.filter { answer.table.rows[$0] != Origins.unknown },
            rows.filter { answer.table.rows[$0] == Origins.unknown }
        )
        // Most first; what isn't told after what is. In the order of the table where both are the same.
        let order = known.sorted { one, other in
            let (a, b) = (answer.table.cells[one][0].number ?? -1, answer.table.cells[other][0].number ?? -1)
            return a == b ? one < other : a > b
        }
        guard !order.isEmpty else { return nil }
        let bars = (order.prefix(Self.mostBars) + unknown).map { row in
            BarChart.Bar(
                name: facet.valueName(answer.table.rows[row], names: office.names, in: language),
                cell: answer.table.cells[row][0],
                note: answer.hasShares
                    ? answer.share(row: row, column: 0).tenthsOfPercent.map(words.percent) ?? "" : "",
                isUnknown: answer.table.rows[row] == Origins.unknown)
        }
        let chart = BarChart(bars: Array(bars), words: words, unit: .count, colour: colour, label: title)
        let left = order.count - Self.mostBars
        let more =
            language == .french
            ? " ; \(left) autre\(left > 1 ? "s" : "") en annexe" : "; \(left) more in the annex"
        return Chart(title: title, note: left > 0 ? note + more : note, svg: chart.svg, isWide: false)
    }

    private static let mostBars = 10

    private func hoursChart(_ language: MessageLanguage) -> Chart? {
        guard let answer = table(.visitors, by: .weekdayHour) else { return nil }
        let isFrench = language == .french
        let cells = Dictionary(
            uniqueKeysWithValues: answer.table.rows.enumerated().compactMap { row, value in
                HeatChart.Slot(value).map { ($0, answer.table.cells[row][0]) }
            })
        let title = isFrench ? "Visiteurs par jour de la semaine et par heure" : "Visitors by weekday and hour"
        let chart = HeatChart(cells: cells, words: words(language), label: title)
        guard chart.hours != nil else { return nil }
        let note = isFrench ? "« · » : caché" : "“·”: hidden"
        return Chart(title: title, note: cells.values.contains(.hidden) ? note : "", svg: chart.svg, isWide: true)
    }
}

extension HeatChart.Slot {
    /// Reads `1-14`.
    init?(_ value: String) {
        let parts = value.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        (weekday, hour) = (parts[0], parts[1])
    }
}
