import GRDB
import Reception

/// The figures of the screens: sums and percentiles over days, by one facet, of what passes some filters.
///
/// With one facet in play they come out of `screen_daily` and `screen_length`; with several out of hourly counts or sessions, which takes longer.
struct ScreenSums {
    /// A figure, and how many rows are behind it.
    struct Sum: Equatable, Sendable {
        /// In the unit of the measure; of a percentile, its value.
        var sum: Int
        /// How many interactions, sessions or hours.
        var rows: Int
    }

    let office: String
    let database: Database
    /// What a day is in a breakdown by time: its weekday, month, season…
    let slot: (Facet, OfficeDay) -> String

    /// The sums of a figure whose rows the screens made, by the values of a facet; without one, or none at all, by `total`.
    ///
    /// Values that don't occur are absent. Sessions in several languages are in the row of each.
    func sums(of source: ScreenSource, days: Days, by facet: Facet?, filters: [Question.Filter]) throws -> [String: Sum]
    {
        let question = ScreenQuestion(source, days: days, by: facet, filters: filters, slot: slot)
        guard !question.isEmpty else { return [:] }
        let reading = ScreenReading(office: office, question: question)
        switch source {
        case .counts(let counts):
            if let facet = question.marginal { return try sums(reading.daily(by: facet), question) }
            if counts[0].isGesture { return try sums(reading.gestures, question) }
            if counts[0].isOfSession { return try sums(reading.sessions(counts[0]), question) }
            return try sums(reading.outcomes, question)
        case .lengths(let percent):
            let lengths = question.marginal.map(reading.lengths) ?? reading.sessionLengths
            return try percentiles(percent, lengths, question)
        case .minutes: return try sums(reading.minutes, question)
        }
    }

    /// The values of a breakdown by time at which anything is known of screens or phones, or `total`: where there is none, nobody counted, and nothing is
    /// not zero. Of the filters, those by time restrict it.
    func signs(days: Days, by facet: Facet?, filters: [Question.Filter]) throws -> Set<String> {
        let question = ScreenQuestion(
            .minutes, days: days, by: facet.flatMap { $0.isTime ? $0 : nil }, filters: filters, slot: slot)
        guard !question.isEmpty else { return [] }
        var values: Set<String> = []
        try each(ScreenReading(office: office, question: question).signs, question) { values.insert($1) }
        return values
    }

    private func sums(_ sql: SQL, _ question: ScreenQuestion) throws -> [String: Sum] {
        var sums: [String: Sum] = [:]
        try each(sql, question) { row, value in
            sums[value, default: Sum(sum: 0, rows: 0)].sum += row[2]
            sums[value]?.rows += row[3]
        }
        return sums
    }

    private func percentiles(_ percent: Int, _ sql: SQL, _ question: ScreenQuestion) throws -> [String: Sum] {
        var lengths: [String: SessionLengths] = [:]
        try each(sql, question) { row, value in
            var seconds: String = row[2]
            lengths[value, default: SessionLengths()].add(&seconds)
        }
        return lengths.mapValues { Sum(sum: $0.percentile(percent), rows: $0.count) }
    }

    /// Rows with the value they count under: of sessions by language, with each of those in turn.
    private func each(_ sql: SQL, _ question: ScreenQuestion, _ body: (Row, String) -> Void) throws {
        let rows = try SQLRequest<Row>(literal: sql, cached: true).fetchCursor(database)
        while let row = try rows.next() {
            let (slot, label): (String, String) = (row[0], row[1])
            guard question.breakdown == .facet(.lang), label.hasPrefix("[") else {
                body(row, question.value(slot: slot, label: label))
                continue
            }
            for lang in CodeList.read(label) {
                body(row, question.value(slot: slot, label: lang))
            }
        }
    }
}

/// What a figure of the screens is read from.
enum ScreenSource {
    /// Of all of these together.
    case counts([ScreenCount])
    /// How long sessions last, at so many percent of them.
    case lengths(Int)
    /// The minutes in which screens gave a sign.
    case minutes

    /// What is counted; nothing of lengths and minutes.
    var counts: [ScreenCount] { if case .counts(let counts) = self { counts } else { [] } }

    /// Whether its rows are sessions, which may have several languages.
    var isOfSessions: Bool {
        switch self {
        case .counts(let counts): counts[0].isOfSession
        case .lengths: true
        case .minutes: false
        }
    }

    /// Nil of a share, and of what the screens don't count.
    init?(_ measure: Measure) {
        switch measure {
        case .sessions: self = .counts([.session])
        case .idleSessions: self = .counts([.idleSession])
        case .familySessions: self = .counts([.familySession])
        case .placesOpened: self = .counts([.place])
        case .trackDownloads: self = .counts([.trackDownload])
        case .takeAways: self = .counts([.takeAway])
        case .scans: self = .counts([.scan])
        case .searches: self = .counts([.searchFound, .searchNone])
        case .emptySearches: self = .counts([.searchNone])
        case .faces: self = .counts([.face1, .face2, .face3, .face4])
        case .happyFaces: self = .counts([.face3, .face4])
        case .screenMinutes: self = .minutes
        default:
            guard case .percentile(let percent, _) = measure.definition.formula else { return nil }
            self = .lengths(percent)
        }
    }
}
