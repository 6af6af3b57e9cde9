import GRDB
import Reception

extension Register {
    /// Keeps a figure that somebody entered; returns when it is on disk, with the entry whose place it took, if there was one. The same id
    /// again is the same entry.
    ///
    /// Throws a `Refusal`: what `IndicatorEntry.checked` throws, `strategy_unknown`. A `RegisterError` when it couldn't be written.
    @discardableResult
    public func record(_ entry: IndicatorEntry, recordedAt: Instant) throws -> KeptIndicatorEntry? {
        let strategy = try strategy()
        var entry = entry
        entry.indicator = entry.indicator.lowercased()
        try entry.checked(in: strategy, today: clock.dayAndHour(at: recordedAt).day)
        return try writing { database in
            let table = IndicatorTable(office: office, database: database)
            if let known = try table.entry(entry.id) { return try known.supersedes.flatMap(table.entry) }
            let last = try table.last(entry.indicator, entry.period)
            try table.insert(entry, after: last, currency: strategy.currency, recordedAt: recordedAt)
            return last?.entry.value == nil ? nil : last
        }
    }

    /// Takes back the last figure that somebody entered and that still counts, and puts the one before in its place, if there was one.
    ///
    /// - `who`: theirs only; nil: of those whom nobody named.
    ///
    /// Throws `indicator_nothing_to_undo`, `strategy_unknown`.
    public func undoIndicator(
        by who: String?, at now: Instant
    ) throws -> (undone: KeptIndicatorEntry, restored: KeptIndicatorEntry?) {
        let strategy = try strategy()
        return try writing { database in
            let table = IndicatorTable(office: office, database: database)
            guard let undone = try table.lastThatCounts(by: who, among: strategy.entered.map(\.code)) else {
                throw Refusal.indicatorNothingToUndo
            }
            let before = try undone.supersedes.flatMap(table.entry)
            var entry = before?.entry ?? undone.entry
            if before == nil { entry.value = nil }
            (entry.id, entry.who) = (FactID(bornAt: now), who)
            try table.insert(entry, after: undone, currency: strategy.currency, recordedAt: now)
            return (undone, before?.entry.value == nil ? nil : before)
        }
    }

    /// The figures that count of some years and their months, in the order of entry.
    public func indicatorEntries(ofYears years: [Int]) throws -> [KeptIndicatorEntry] {
        try pool.read { try IndicatorTable(office: office, database: $0).current() }
            .filter { years.contains($0.entry.period.year) }
    }

    /// Everything that was ever entered of an indicator, the oldest first; figures that were taken back included.
    public func indicatorHistory(of code: String) throws -> [KeptIndicatorEntry] {
        try pool.read { try IndicatorTable(office: office, database: $0).history(of: code) }
    }

    /// In how many months of a year somebody entered a figure.
    func monthsKept(of year: Int, _ strategy: Strategy) throws -> Int {
        let instants = try pool.read {
            try IndicatorTable(office: office, database: $0).recordings(of: strategy.entered.map(\.code))
        }
        return Set(instants.map { clock.dayAndHour(at: $0).day.parts }.filter { $0.year == year }.map(\.month)).count
    }
}
