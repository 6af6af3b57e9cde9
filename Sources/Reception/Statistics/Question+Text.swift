/// The one form in which questions are typed and linked to: `visitors 2026-07 by=origin vs=weekdays profile=family,seniors`. In an address `&`
/// stands for the spaces, and nothing has to be escaped.
extension Question {
    /// Reads a question: words in any order, with spaces or `&` between them, names in French or English, case and accents free. The figure may be
    /// any unambiguous beginning of its name; without a period it is this month.
    ///
    /// - `seasons`: the office's.
    ///
    /// Throws a `Refusal`: `measure_missing`, `question_word_unknown`, `question_word_twice`, `question_period_invalid`, `breakdown_unknown`,
    /// `comparison_unknown`, or why it can't be asked.
    public init(_ text: String, today: OfficeDay, seasons: [Season]) throws(Refusal) {
        var reader = QuestionReader(today: today, seasons: seasons)
        try reader.read(text)
        guard let measure = reader.measure else { throw .noMeasure }
        try self.init(
            measure, over: reader.period ?? .month(year: today.parts.year, month: today.parts.month),
            by: reader.breakdown, against: reader.comparison, only: reader.filters)
    }

    /// The canonical words, which read back the same.
    public var words: [String] {
        [measure.rawValue, period.text]
            + (breakdown.map { ["by=\($0.rawValue)"] } ?? [])
            + (comparison.map { ["vs=\($0.code)"] } ?? [])
            + filters.map { "\($0.facet.rawValue)=\($0.values.joined(separator: ","))" }
    }

    /// As it is typed.
    public var text: String { words.joined(separator: " ") }

    /// As it stands in an address after `?`.
    public var query: String { words.joined(separator: "&") }

    /// As it is told: `visiteurs par origine, juillet 2026, comparé aux mêmes jours de semaine, profil : famille`.
    public func sentence(in language: MessageLanguage, names: FacetNames = FacetNames()) -> String {
        let isFrench = language == .french
        var parts = [measure.name(in: language)]
        if let breakdown { parts[0] += (isFrench ? " par " : " by ") + breakdown.name(in: language) }
        parts.append(DayWords(language).period(period))
        switch comparison {
        case nil: break
        case .toDate, .perOpeningHour:
            parts.append((isFrench ? "comparé " : "compared ") + (comparison?.name(in: language) ?? ""))
        case .some(let other): parts.append((isFrench ? "comparé " : "against ") + other.name(in: language))
        }
        parts += filters.map { filter in
            let values = filter.values.map { filter.facet.valueName($0, names: names, in: language) }
            return filter.facet.name(in: language) + (isFrench ? " : " : ": ") + values.joined(separator: ", ")
        }
        return parts.joined(separator: ", ")
    }
}

extension Refusal {
    fileprivate static var noMeasure: Refusal {
        Refusal(
            .measureMissing,
            fr: ("Il manque le chiffre que vous cherchez.", "Par exemple : visiteurs 2026-07 par=origine."),
            en: ("The figure that you look for is missing.", "For example: visitors 2026-07 by=origin."))
    }
}
