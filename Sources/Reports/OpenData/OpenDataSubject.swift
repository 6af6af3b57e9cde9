import Reception

/// A file of the open data: a figure by month, as a whole and by some of its facets.
struct OpenDataSubject: Sendable {
    let measure: Measure
    let facets: [Facet]

    /// What it is called in addresses and as a column: `places-opened`, `turnover-cents`.
    var name: String {
        let unit = measure.unit
        return unit == .count || measure.rawValue.hasSuffix(unit.rawValue)
            ? measure.rawValue : "\(measure.rawValue)-\(unit.rawValue)"
    }
    /// Its column with the figure: `places_opened`.
    var column: String { name.replacing("-", with: "_") }
    /// `visitors.csv`
    var file: String { name + ".csv" }

    /// Sums only: who has them makes the shares and ratios. No two of them are cut so that one undoes the other: `Answer.published(together:)` looks at
    /// all of a month.
    static let all = [
        OpenDataSubject(measure: .visitors, facets: [.origin, .profile, .stay, .language, .weekday, .hour]),
        OpenDataSubject(measure: .contacts, facets: [.channel, .topic, .language]),
        OpenDataSubject(measure: .sessions, facets: [.language, .weekday, .hour]),
        OpenDataSubject(measure: .placesOpened, facets: [.theme, .place]),
        OpenDataSubject(measure: .takeAways, facets: [.theme, .place]),
        OpenDataSubject(measure: .trackDownloads, facets: [.place]),
        OpenDataSubject(measure: .faces, facets: [.face]),
        OpenDataSubject(measure: .tickets, facets: []),
        OpenDataSubject(measure: .turnover, facets: []),
        OpenDataSubject(measure: .admissions, facets: [.site]),
        OpenDataSubject(measure: .tasters, facets: [.site]),
        OpenDataSubject(measure: .exhibitionVisitors, facets: [.site]),
        OpenDataSubject(measure: .openMinutes, facets: []),
    ]

    func questions(over month: Period) throws(Refusal) -> [Question] {
        var questions = [try Question(measure, over: month)]
        for facet in facets { questions.append(try Question(measure, over: month, by: facet)) }
        return questions
    }
}
