import Reception

extension Register {
    /// The office's strategy in the figures of a year.
    ///
    /// Throws `strategy_unknown`.
    public func strategyBoard(year: Int, today: OfficeDay) throws -> StrategyBoard {
        let strategy = try strategy()
        return try StrategyBoard(
            strategy, year: year, today: today, entries: try indicatorEntries(ofYears: [year - 1, year]),
            monthsKept: { try monthsKept(of: $0, strategy) }, answer: { try answer($0, today: today) })
    }
}
