/// What was entered for an indicator about one year: the year's own figure, or its months'.
struct EnteredYear {
    /// The year's own figure.
    let own: KeptIndicatorEntry?
    /// By month, 1–12.
    let months: [Int: KeptIndicatorEntry]

    /// - `entries`: of any indicator and year; those that count.
    init(_ entries: [KeptIndicatorEntry], of code: String, year: Int) {
        let about = entries.filter {
            $0.entry.indicator == code && $0.entry.period.year == year && $0.entry.value != nil
        }
        own = about.last { $0.entry.period.month == nil }
        months = Dictionary(about.compactMap { kept in kept.entry.period.month.map { ($0, kept) } }) { _, last in last }
    }

    /// What the year's figure is made of, the last month first; empty when nothing was entered.
    func parts(_ rule: StrategyIndicator.Entered.Months) -> [KeptIndicatorEntry] {
        if let own { return [own] }
        let ordered = months.sorted { $0.key > $1.key }.map(\.value)
        return rule == .sum ? ordered : Array(ordered.prefix(1))
    }

    /// The year's figure, as far as it is known; the year's own word counts before its months.
    func value(_ rule: StrategyIndicator.Entered.Months) -> Int? {
        let values = parts(rule).compactMap(\.entry.value)
        return values.isEmpty ? nil : values.reduce(0, +)
    }

    /// Two figures that are about the same time of this year and the one before; nil when there are no such two.
    func pair(
        with before: EnteredYear, _ rule: StrategyIndicator.Entered.Months
    ) -> (now: Int, before: Int)? {
        switch rule {
        case .last:
            guard let now = value(.last) else { return nil }
            let month = own == nil ? months.keys.max() : nil
            return (month.flatMap { before.months[$0]?.entry.value } ?? before.value(.last)).map { (now, $0) }
        case .sum:
            if let now = whole, let then = before.whole { return (now, then) }
            let common = months.keys.filter { before.months[$0] != nil }
            guard own == nil, !common.isEmpty else { return nil }
            func sum(_ months: [Int: KeptIndicatorEntry]) -> Int {
                common.reduce(0) { $0 + (months[$1]?.entry.value ?? 0) }
            }
            return (sum(months), sum(before.months))
        }
    }

    /// The figure of the whole year: its own, or that of all twelve months.
    private var whole: Int? {
        own?.entry.value ?? (months.count == 12 ? value(.sum) : nil)
    }
}
