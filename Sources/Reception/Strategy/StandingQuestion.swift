/// A question without a period: what an indicator asks of every year alike.
public struct StandingQuestion: Hashable, Sendable {
    /// The figure.
    public let measure: Measure
    /// What must hold of what counts.
    public let filters: [Question.Filter]

    /// Reads `visitors profile=family`, as `Question` does.
    ///
    /// Throws why it can't be asked; `question_period_invalid` when it names a period, a breakdown or a comparison, which the board chooses.
    public init(_ text: String) throws(Refusal) {
        // Any day and no season: no period may stand here.
        let today = OfficeDay(daysSince1970: 0)
        var reader = QuestionReader(today: today, seasons: [])
        try reader.read(text)
        guard reader.period == nil, reader.breakdown == nil, reader.comparison == nil else { throw .notStanding(text) }
        let question = try Question(text, today: today, seasons: [])
        (measure, filters) = (question.measure, question.filters)
    }

    /// The question about a period.
    ///
    /// - `places`: only these, when it isn't nil; a figure that knows no places refuses.
    ///
    /// Throws why it can't be asked.
    public func asked(
        over period: Period, against comparison: Comparison? = nil, of places: [String]? = nil
    ) throws(Refusal) -> Question {
        var values = Dictionary(uniqueKeysWithValues: filters.map { ($0.facet, $0.values) })
        if let places { values[.place] = places }
        return try Question(measure, over: period, against: comparison, only: values)
    }

    /// The canonical words, which read back the same.
    public var text: String {
        ([measure.rawValue] + filters.map { "\($0.facet.rawValue)=\($0.values.joined(separator: ","))" })
            .joined(separator: " ")
    }
}

extension StandingQuestion: Codable {
    /// Reads its words.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        try self.init(text)
    }

    /// Writes its words.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Refusal {
    fileprivate static func notStanding(_ text: String) -> Refusal {
        Refusal(
            .questionPeriodInvalid,
            fr: (
                "\(text.quotedForMessage) dit une période, un détail ou une comparaison.",
                "Retirez-les : le tableau demande le chiffre de l'année, puis le compare à l'année d'avant."
            ),
            en: (
                "\(text.quotedForMessage) names a period, a breakdown or a comparison.",
                "Remove them: the board asks for the year's figure, then compares it with the year before."
            ))
    }
}
