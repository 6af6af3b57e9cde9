/// A till's days, as its entries are read: what any period of them comes to.
public struct TillDays: Sendable {
    /// All that was sold before the first entry that is read.
    public var before = Money.zero
    private var days: [OfficeDay: TillSums] = [:]

    /// None yet.
    public init() {}

    /// What a day comes to.
    public subscript(day: OfficeDay) -> TillSums {
        get { days[day] ?? TillSums() }
        _modify { yield &days[day, default: TillSums()] }
    }

    /// The closure of a period, from the entries of its days: `number` and `head` are its chain's.
    public func closure(of period: ClosurePeriod, number: Int, head: String) -> Closure {
        let year = ClosurePeriod.year(period.last.parts.year).first
        return Closure(
            of: period, number: number, sums(from: period.first, to: period.last),
            yearTotal: total(from: year, to: period.last),
            perpetualTotal: before + total(from: OfficeDay(daysSince1970: 0), to: period.last), head: head)
    }

    private func total(from: OfficeDay, to: OfficeDay) -> Money {
        days.reduce(Money.zero) { from <= $1.key && $1.key <= to ? $0 + $1.value.total : $0 }
    }

    private func sums(from: OfficeDay, to: OfficeDay) -> TillSums {
        guard from != to else { return self[from] }
        return days.filter { from <= $0.key && $0.key <= to }.sorted { $0.key < $1.key }
            .reduce(into: TillSums()) { $0.add($1.value) }
    }
}

extension Closure {
    /// The closure of a period that comes to `sums`: of a day's entries, of a month's days, of a year's months.
    public init(
        of period: ClosurePeriod, number: Int, _ sums: TillSums, yearTotal: Money, perpetualTotal: Money, head: String
    ) {
        self.init(
            period: period, number: number, entries: sums.entries, tickets: sums.tickets, refunds: sums.refunds,
            vat: sums.vat, payments: sums.payments, total: sums.total, yearTotal: yearTotal,
            perpetualTotal: perpetualTotal, cashExpected: sums.cash,
            cashCounted: period.isDay ? sums.count?.counted : nil, head: String(head.prefix(16)))
    }
}
