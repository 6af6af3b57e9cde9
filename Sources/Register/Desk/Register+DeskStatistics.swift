import GRDB
import Reception

extension Register {
    /// What the desk recorded over some of the office's days, first and last included; no days when `to` is before `from`.
    public func statistics(from: OfficeDay, to: OfficeDay) throws -> DeskStatistics {
        var statistics = DeskStatistics(from: from.description, to: to.description)
        guard from <= to else { return statistics }
        try pool.read { database in
            try DeskCounts(
                database: database, period: [office, from.description, to.description]
            ).fill(&statistics, days: (from.daysSince1970...to.daysSince1970).map(OfficeDay.init))
        }
        return statistics
    }
}

/// The questions that statistics are made of, in one transaction: what counts at one moment.
private struct DeskCounts {
    let database: Database
    /// The office, the first and the last day.
    let period: StatementArguments

    func fill(_ statistics: inout DeskStatistics, days: [OfficeDay]) throws {
        var days = days.map { Day(day: $0.description) }
        let positions = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1.day, $0) })
        func each(_ sql: String, _ body: (Row, inout Day) throws -> Void) throws {
            let rows = try Row.fetchCursor(database, sql: sql, arguments: period)
            while let row = try rows.next() {
                guard let position = positions[row["day"]] else { continue }
                try body(row, &days[position])
            }
        }

        let visits = try Row.fetchAll(database, sql: Self.visits, arguments: period)
        for row in visits where row["part"] == "day" {
            guard let position = positions[row["key"]] else { continue }
            days[position].contacts = row["contacts"]
            days[position].visitors = row["visitors"]
            days[position].isCounted = true
            statistics.remote += row["remote"]
            statistics.partiesUnknown += row["unknown"]
        }
        try each(Self.tallies) { row, day in
            let people: Int = row["people"]
            day.visitors += people
            day.isCounted = true
            statistics.tallied += people
        }
        try each(Self.doors) { row, day in
            let people: Int = row["people"]
            statistics.door = (statistics.door ?? 0) + people
            day.sawZero = true
            if people > 0 { day.isCounted = true }
        }
        var attendance: [String: Int] = [:]
        try each(Self.attendance) { row, day in
            let people: Int = row["people"]
            attendance[row["key"], default: 0] += people
            day.sawZero = true
            if people > 0 { day.isCounted = true }
        }
        try each(Self.openings) { row, day in day.saidOpen = row["is_open"] }
        try each(Self.notes) { row, day in day.notes.append(row["text"]) }

        statistics.days = days.map(\.result)
        statistics.contacts = days.reduce(0) { $0 + $1.contacts }
        statistics.visitors = days.reduce(0) { $0 + $1.visitors }
        statistics.origins = Self.counts(visits.filter { $0["part"] == "origin" })
        statistics.profiles = Self.counts(visits.filter { $0["part"] == "profile" })
        statistics.topics = Self.topics(visits.filter { $0["part"] == "topics" })
        statistics.attendance = attendance.map { .init(key: $0, contacts: 0, visitors: $1) }.sorted(by: Self.order)
    }

    /// What is known of a day.
    private struct Day {
        let day: String
        var contacts = 0
        var visitors = 0
        var notes: [String] = []
        /// Somebody was counted, or came in another way.
        var isCounted = false
        /// Somebody counted, perhaps nobody.
        var sawZero = false
        var saidOpen: Bool?

        init(day: String) { self.day = day }

        var result: DeskStatistics.Day {
            let isOpen = isCounted || (saidOpen ?? sawZero)
            return .init(
                day: day, kind: isOpen ? .open : saidOpen == false ? .closed : .notCounted, contacts: contacts,
                visitors: visitors, notes: notes)
        }
    }

    private static func counts(_ rows: [Row]) -> [DeskStatistics.Count] {
        rows.map { .init(key: $0["key"], contacts: $0["contacts"], visitors: $0["visitors"]) }.sorted(by: order)
    }

    /// Topics come by the lists they are said in, of which there are few.
    private static func topics(_ rows: [Row]) -> [DeskStatistics.Count] {
        var counts: [String: DeskStatistics.Count] = [:]
        for row in rows {
            let topics = CodeList.read(row["key"])
            for topic in topics.isEmpty ? ["unknown"] : topics {
                counts[topic, default: .init(key: topic, contacts: 0, visitors: 0)].contacts += row["contacts"]
                counts[topic]?.visitors += row["visitors"]
            }
        }
        return counts.values.sorted(by: order)
    }

    private static func order(_ one: DeskStatistics.Count, _ other: DeskStatistics.Count) -> Bool {
        (other.contacts, other.visitors, one.key) < (one.contacts, one.visitors, other.key)
    }

    /// Read once, then counted four ways.
    private static let visits = """
        WITH visits AS MATERIALIZED (
            SELECT day, coalesce(iif(country = 'FR', 'FR' || coalesce('-' || departement, ''), country), 'unknown') AS origin,
                coalesce(profile, 'unknown') AS profile, topics,
                iif(channel = 'counter', coalesce(adults + children, 0), 0) AS visitors,
                channel <> 'counter' AS remote, channel = 'counter' AND adults IS NULL AS unknown
            FROM desk_fact_current JOIN visit USING (seq)
            WHERE office = ? AND kind = 'visit' AND day BETWEEN ? AND ?)
        SELECT 'day' AS part, day AS key, count(*) AS contacts, sum(visitors) AS visitors, sum(remote) AS remote,
            sum(unknown) AS unknown FROM visits GROUP BY day
        UNION ALL SELECT 'origin', origin, count(*), sum(visitors), 0, 0 FROM visits GROUP BY origin
        UNION ALL SELECT 'profile', profile, count(*), sum(visitors), 0, 0 FROM visits GROUP BY profile
        UNION ALL SELECT 'topics', topics, count(*), sum(visitors), 0, 0 FROM visits GROUP BY topics
        """

    /// People of tallies beyond those of the samples that count.
    private static let tallies = """
        SELECT day, max(0, people - coalesce((
            SELECT sum(visit.people) FROM visit JOIN desk_fact_current USING (seq)
            WHERE visit.sample_of = counted.origin), 0)) AS people
        FROM desk_fact_current AS counted JOIN tally USING (seq)
        WHERE office = ? AND kind = 'tally' AND day BETWEEN ? AND ?
        """

    private static let doors = """
        SELECT day, people FROM desk_fact_current JOIN door_count USING (seq)
        WHERE office = ? AND kind = 'door' AND day BETWEEN ? AND ?
        """

    private static let attendance = """
        SELECT day, people, iif(what = 'admission', site, what || coalesce('/' || site, '')) AS key
        FROM desk_fact_current JOIN attendance USING (seq)
        WHERE office = ? AND kind = 'attendance' AND day BETWEEN ? AND ?
        """

    /// The newest of a day comes last.
    private static let openings = """
        SELECT day, periods <> '[]' AS is_open FROM desk_fact_current JOIN opening USING (seq)
        WHERE office = ? AND kind = 'opening' AND day BETWEEN ? AND ? ORDER BY seq
        """

    private static let notes = """
        SELECT day, text FROM desk_fact_current JOIN annotation USING (seq)
        WHERE office = ? AND kind = 'annotation' AND day BETWEEN ? AND ? ORDER BY at_ms, seq
        """
}
