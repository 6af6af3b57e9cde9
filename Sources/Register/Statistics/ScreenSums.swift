import GRDB
import Reception

/// The figures of the screens.
extension Register {
    /// A sum of what happened on screens.
    func screenSum(_ measure: Measure, _ request: CountRequest, in database: Database) throws -> Counted {
        var counted = Counted()
        guard let extent = request.days.extent else { return counted }
        let moments = request.moments
        let (kind, values) = Self.gestures(measure)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT day, hour, kind, screen, lang, place, theme, value, count(*) AS count FROM interaction
                WHERE office = ? AND day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
                """, arguments: [office, extent.lowerBound.description, extent.upperBound.description])
        while let row = try rows.next() {
            guard let day = OfficeDay(row["day"] as String), let shown = request.days[day] else { continue }
            let moment = moments.map { $0.name($0.key(day: day, shown: shown, hour: { row["hour"] })) }
            counted.whole = counted.whole ?? .init()
            if let moment { counted.parts[moment] = counted.parts[moment] ?? .init() }
            func value(_ facet: Facet) -> String {
                switch facet {
                case .hour: "\(row["hour"] as Int)"
                case .weekday: "\(day.weekday)"
                case .screen: row["screen"]
                case .language: row["lang"]
                case .place: row["place"] ?? Origins.unknown
                case .theme: row["theme"] ?? Origins.unknown
                case .face: row["value"] ?? Origins.unknown
                default: Origins.unknown
                }
            }
            guard row["kind"] == kind, values.isEmpty || values.contains(row["value"] ?? ""),
                request.filters.allSatisfy({ $0.values.contains(value($0.facet)) })
            else { continue }
            let count: Int = row["count"]
            counted.whole?.add(count, rows: count)
            guard let part = moment ?? request.breakdown.map(value) else { continue }
            counted.parts[part, default: .init()].add(count, rows: count)
        }
        return counted
    }

    /// What so many percent of the sessions don't exceed, in seconds.
    func screenPercentile(_ percent: Int, _ request: CountRequest, in database: Database) throws -> Counted {
        Counted()
    }

    private static func gestures(_ measure: Measure) -> (kind: String, values: [String]) {
        switch measure {
        case .sessions: ("session-start", [])
        case .idleSessions: ("session-end", ["idle"])
        case .placesOpened: ("place", [])
        case .trackDownloads: ("track-download", [])
        case .takeAways: ("take-away", [])
        case .scans: ("scan", [])
        case .searches: ("search", [])
        case .emptySearches: ("search", ["0"])
        case .faces: ("feedback", [])
        case .happyFaces: ("feedback", ["3", "4"])
        default: ("", [])
        }
    }
}
