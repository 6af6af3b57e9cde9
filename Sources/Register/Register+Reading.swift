import GRDB
import Reception

/// How often something was done on a screen in one hour.
public struct HourlyCount: Hashable, Sendable {
    /// The office's day.
    public let day: OfficeDay
    /// The office's hour, 0–23.
    public let hour: Int
    /// The screen.
    public let screen: String
    /// What was done; text, because a newer server may know more kinds.
    public let kind: String
    /// The place it was about.
    public let place: String?
    /// The theme it was about.
    public let theme: String?
    /// The language shown.
    public let lang: String
    /// How often.
    public let count: Int
}

extension Register {
    /// How many raw interactions are on disk.
    public func interactionCount() throws -> Int {
        try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM interaction") ?? 0 }
    }

    /// The counts of one of the office's days, by hour, screen, kind, place, theme and language.
    public func hourly(day: OfficeDay) throws -> [HourlyCount] {
        try pool.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT hour, screen, kind, nullif(place, '') AS place, nullif(theme, '') AS theme, lang, count
                    FROM interaction_hourly WHERE office = ? AND day = ?
                    ORDER BY hour, screen, kind, place, theme, lang
                    """,
                arguments: [office, day.description]
            ).map { row in
                HourlyCount(
                    day: day, hour: row["hour"], screen: row["screen"], kind: row["kind"], place: row["place"],
                    theme: row["theme"], lang: row["lang"], count: row["count"])
            }
        }
    }
}
