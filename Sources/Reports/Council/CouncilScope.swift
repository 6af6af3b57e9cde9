import Reception

/// What a report for the council is about, and all that it has to ask for it. Nothing in it is "now": its last moment is that of what was recorded, so
/// that the same facts make the same report on any day.
public struct CouncilScope: Hashable, Sendable {
    /// A year or a month.
    public let period: Period
    /// The last day on which anything was recorded; the report says so.
    public let through: OfficeDay
    /// What it is held against.
    public let comparison: Comparison

    /// A scope out of its parts.
    ///
    /// - `comparison`: nil for the same dates; the same weekdays when the period has a 29 February, of which each day then has a like as well.
    public init(_ period: Period, through: OfficeDay, against comparison: Comparison? = nil) {
        self.period = period
        self.through = through
        let leaps = period.days.contains { $0.parts.month == 2 && $0.parts.day == 29 }
        self.comparison = comparison ?? (leaps ? .sameWeekdays : .sameDates)
    }

    /// What the two pages and the annex are made of; each is asked once.
    public func questions() throws(Refusal) -> [Question] {
        var questions: [Question] = []
        for measure in Self.figures {
            questions.append(try Question(measure, over: period, against: comparison))
        }
        for (measure, facet) in tables {
            let compared = facet == .weekdayHour ? nil : comparison
            questions.append(try Question(measure, over: period, by: facet, against: compared))
        }
        return questions
    }

    /// Time on the charts: months of a year, days of a month.
    public var step: Facet {
        if case .year = period { .month } else { .day }
    }

    /// In the order in which they are shown; the first twelve that were counted are on the first page.
    ///
    /// None is the sum or the difference of others, so that what is hidden in one isn't found by subtraction; what is also in a table is looked at
    /// by `Answer.published(together:)`.
    static let figures: [Measure] = [
        .visitors, .contacts, .foreignShare, .visitorsPerHour, .sessions, .takeAways, .satisfaction, .turnover,
        .averageBasket, .conversion, .admissions, .tasters, .exhibitionVisitors, .returnShare, .selfFinancing,
        .unmetShare, .coverage, .door, .openMinutes, .sessionMedian, .placesOpened, .trackDownloads, .scans,
        .emptySearchShare, .faces, .tickets, .turnoverNet, .depositorShare, .turnoverPerVisitor, .tastings,
    ]

    /// Figures with what they are broken down by, in the annex's order.
    var tables: [(Measure, Facet)] {
        [
            (.visitors, step), (.visitors, .origin), (.visitors, .profile), (.visitors, .stay),
            (.visitors, .weekdayHour), (.contacts, .topic), (.contacts, .language), (.contacts, .channel),
            (.sessions, step), (.sessions, .language), (.placesOpened, .theme), (.placesOpened, .place),
            (.takeAways, .place), (.turnover, step), (.turnover, .category), (.admissions, .site),
            (.tasters, step), (.exhibitionVisitors, step),
        ]
    }
}
