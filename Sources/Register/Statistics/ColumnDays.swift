import Reception

/// One side of an answer: which days count, and under which day of the period each of them stands. Those that the period is held against stand under the
/// days that they are paired with, so that last year's July is in the row of this year's.
struct ColumnDays {
    private let shown: [Int: OfficeDay]
    /// From the first to the last; nil when no day counts.
    let extent: ClosedRange<OfficeDay>?
    /// The years that it holds whole, each with the year it stands under.
    let years: [(year: Int, shown: Int)]

    /// The days of a period.
    init(_ period: Period) {
        self.init(period.days, shown: { $0 }, years: Self.wholeYears(of: period).map { ($0, $0) })
    }

    /// Of what is compared, the period's own days.
    init(_ period: Period, of pairing: Pairing) {
        self.init(pairing.days, shown: { $0 }, years: Self.wholeYears(of: period).map { ($0, $0) })
    }

    /// The days that a period is held against.
    init(_ period: Period, heldAgainstBy pairing: Pairing) {
        var shown: [Int: OfficeDay] = [:]
        for run in pairing.runs {
            for day in run.days { shown[day.daysSince1970 - run.earlier] = day }
        }
        self.init(shown, years: Self.wholeYears(of: period).map { ($0 - 1, $0) })
    }

    private init(_ days: Days, shown: (OfficeDay) -> OfficeDay, years: [(year: Int, shown: Int)]) {
        self.init(Dictionary(uniqueKeysWithValues: days.map { ($0.daysSince1970, shown($0)) }), years: years)
    }

    private init(_ shown: [Int: OfficeDay], years: [(year: Int, shown: Int)]) {
        self.shown = shown
        self.years = years
        extent = shown.keys.min().flatMap { first in
            shown.keys.max().map { OfficeDay(daysSince1970: first)...OfficeDay(daysSince1970: $0) }
        }
    }

    /// Those of its days that are in a set.
    func only(_ days: Set<OfficeDay>) -> ColumnDays {
        ColumnDays(shown.filter { days.contains(OfficeDay(daysSince1970: $0.key)) }, years: years)
    }

    /// The day under which a day stands; nil when it doesn't count.
    subscript(_ day: OfficeDay) -> OfficeDay? { shown[day.daysSince1970] }

    /// How it is written above the column: `2025-07-01..2025-07-31`; nil when no day counts.
    var text: String? {
        extent.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : Period.range($0).text }
    }

    private static func wholeYears(of period: Period) -> [Int] {
        guard let first = period.days.first, let last = period.days.last else { return [] }
        return (first.parts.year...last.parts.year).filter { year in
            let whole = Period.year(year).days
            return whole.runs.allSatisfy { run in
                period.days.runs.contains { $0.lowerBound <= run.lowerBound && run.upperBound <= $0.upperBound }
            }
        }
    }
}
