import Reception

/// What a till's days come to, as its entries are read.
struct DaySums {
    /// One day.
    struct Day {
        var totals = TillTotals()
        var float = Money.zero
        var moved = Money.zero
        var count: (entry: Int, counted: Money)?
        var entries: ClosedRange<Int>?

        /// Cash that should be in the drawer.
        var cash: Money { float + moved + (totals.payments[.cash] ?? .zero) }

        mutating func take(_ entry: Int) { entries = (entries?.lowerBound ?? entry)...entry }
    }

    /// Of an archive: all that was sold before its first entry.
    var before = Money.zero
    private var days: [OfficeDay: Day] = [:]

    subscript(day: OfficeDay) -> Day {
        get { days[day] ?? Day() }
        _modify { yield &days[day, default: Day()] }
    }

    /// What some days come to.
    func sums(from: OfficeDay, to: OfficeDay) -> (totals: TillTotals, entries: ClosedRange<Int>?) {
        var totals = TillTotals()
        var entries: ClosedRange<Int>?
        for (day, sums) in days where from <= day && day <= to {
            totals.add(sums.totals)
            guard let range = sums.entries else { continue }
            entries =
                entries.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
        }
        return (totals, entries)
    }

    /// The cash of the last of some days that had entries.
    func cash(from: OfficeDay, to: OfficeDay) -> Money {
        days.filter { from <= $0.key && $0.key <= to && $0.value.entries != nil }.max { $0.key < $1.key }?.value.cash
            ?? .zero
    }
}
