import Reception
import Terminal

extension AnswerFigures {
    /// What stands beside and under figures: as short as it can be understood.
    struct Labels {
        private let facet: Facet?
        private let names: FacetNames
        private let words = DayWords(speech)
        /// Whether the answer has days of several years.
        private let spansYears: Bool

        init(answer: Answer, names: FacetNames) {
            facet = answer.question.breakdown
            self.names = names
            let days = answer.question.period.days
            spansYears = days.first?.parts.year != days.last?.parts.year
        }

        /// Beside a row: `mar. 14/07`, `S29, 13/07`, `juillet`, `Hérault`.
        func row(_ value: String) -> String {
            switch facet {
            case .day:
                guard let day = OfficeDay(value) else { return value }
                return words.weekday(day.weekday).prefix(3) + say(". ", " ") + date(day)
            case .week:
                guard let week = week(value) else { return value }
                return say(
                    "S\(week.number), \(date(week.days.lowerBound))", "W\(week.number), \(date(week.days.lowerBound))")
            case .month:
                guard !spansYears, let month = month(value) else { return name(value) }
                return words.month(month)
            default: return name(value)
            }
        }

        /// Under a column: the number of a day, a week or an hour, a month's beginning.
        func column(_ value: String, isFirst: Bool, of count: Int) -> String {
            switch facet {
            case .day:
                guard let day = OfficeDay(value) else { return "" }
                let (_, month, number) = day.parts
                guard count > Self.daysTold else { return "\(number)" }
                return isFirst || number == 1 ? Self.short(month) : ""
            case .week: return week(value).map { "\($0.number)" } ?? ""
            case .month: return month(value).map(Self.short) ?? ""
            default: return value
            }
        }

        private func name(_ value: String) -> String {
            facet?.valueName(value, names: names, in: speech) ?? value
        }

        /// `14/07`, with the year where the answer has several.
        private func date(_ day: OfficeDay) -> String {
            let (year, month, number) = day.parts
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(two(number))/\(two(month))" + (spansYears ? "/\(year)" : "")
        }

        private func week(_ value: String) -> ISOWeek? {
            guard case .week(let week) = period(value) else { return nil }
            return week
        }

        private func month(_ value: String) -> Int? {
            guard case .month(_, let month) = period(value) else { return nil }
            return month
        }

        private func period(_ value: String) -> Period? {
            try? Period(value, today: OfficeDay(daysSince1970: 0), seasons: [])
        }

        /// `juil`; four letters at most.
        private static func short(_ month: Int) -> String {
            let names = say(
                "janv févr mars avr mai juin juil août sept oct nov déc",
                "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec")
            return String(names.split(separator: " ")[month - 1])
        }

        private static let daysTold = 62
    }
}
