import Reception

/// What figures are asked of. `LocalFigures` is the register of this machine.
protocol FigureSource {
    /// The office's today.
    var today: OfficeDay { get }
    /// How the office tells its statistics.
    var setting: StatisticsSetting { get }

    func answer(_ question: Question) throws -> Answer
    /// What values of the question's breakdown and filters are called.
    func names(for question: Question) throws -> FacetNames
    /// What was recorded in some days and doesn't count, or not as a sale.
    func leftOut(of subject: Subject, over days: Days) throws -> RowsLeftOut
}

extension FigureSource {
    /// Reads a question. Throws the `Refusal` that says what isn't one in it.
    func question(_ text: String) throws -> Question {
        try Question(text, today: today, seasons: setting.seasons)
    }
}
