import GRDB
import Reception

/// Reads the answer to a question out of the screens' tables. Days are looked up one by one: what is asked is a small part of each.
struct ScreenReading {
    let office: String
    let question: ScreenQuestion

    // MARK: One facet

    /// Counts by day and facet.
    func daily(by facet: ScreenFacet) -> SQL {
        select(
            question.breakdown == .face ? "s.what" : label { _ in "s.value" }, "sum(s.count), sum(s.count)",
            from: """
                screen_daily AS s ON s.office = \(office) AND s.day = d.day AND s.what IN \(question.counts.map(\.rawValue))
                AND s.facet = \(facet.rawValue)\(holds(facet, "s.value"))
                """)
    }

    /// Lengths of sessions by day and facet.
    func lengths(by facet: ScreenFacet) -> SQL {
        select(
            label { _ in "s.value" }, "group_concat(s.seconds, ' ')",
            from: """
                screen_length AS s ON s.office = \(office) AND s.day = d.day AND s.facet = \(facet.rawValue)\(holds(facet, "s.value"))
                """)
    }

    // MARK: Several facets

    /// Gestures by all that is known of them.
    var gestures: SQL {
        let hours =
            question.conditions[.hour].map(CodeList.json) ?? "[" + (0...23).map(String.init).joined(separator: ",")
            + "]"
        let counts = question.counts.map(\.rawValue)
        let screens: SQL = """
            SELECT DISTINCT s.value FROM \(days) CROSS JOIN screen_daily AS s ON s.office = \(office) AND s.day = d.day
            AND s.what IN \(counts) AND s.facet = 'screen'\(holds(.screen, "s.value"))
            """
        return select(
            label(Self.column), "sum(s.count), sum(s.count)",
            from: """
                json_each(\(hours)) AS h CROSS JOIN (\(screens)) AS n
                CROSS JOIN interaction_hourly AS s ON s.office = \(office) AND s.day = d.day AND s.hour = h.value
                AND s.screen = n.value AND s.kind IN \(counts)\(all([.lang, .place, .theme]))
                """)
    }

    /// Searches and faces by all that is known of them.
    var outcomes: SQL {
        select(
            question.breakdown == .face ? "s.what" : label(Self.column), "sum(s.count), sum(s.count)",
            from: """
                screen_hourly AS s ON s.office = \(office) AND s.day = d.day AND s.what IN \(question.counts.map(\.rawValue))
                \(all([.hour, .screen, .lang]))
                """)
    }

    /// Sessions that count as something; of a breakdown by language, by all of their languages.
    func sessions(_ count: ScreenCount) -> SQL {
        let counts: SQL =
            switch count {
            case .idleSession: " AND s.idle"
            case .familySession: " AND s.family"
            default: ""
            }
        return select(sessionLabel, "count(*), count(*)", from: "\(sessions)\(counts)")
    }

    /// The lengths of sessions; of a breakdown by language, by all of their languages.
    var sessionLengths: SQL {
        select(sessionLabel, "group_concat(s.seconds, ' ')", from: "\(sessions) AND s.seconds IS NOT NULL")
    }

    /// The minutes in which screens gave a sign.
    var minutes: SQL {
        select(
            label(Self.column), "sum(s.minutes), count(*)",
            from: "screen_minutes AS s ON s.office = \(office) AND s.day = d.day\(all([.hour, .screen]))")
    }

    // MARK: Whether somebody counted

    /// When screens gave a sign, or a phone said what it showed: what a breakdown by time makes of it.
    var signs: SQL {
        let gestures = ScreenCount.allCases.filter(\.isGesture).map(\.rawValue)
        let minutes: SQL = "screen_minutes AS s ON s.office = \(office) AND s.day = d.day\(holds(.hour, "s.hour"))"
        let phones: SQL = """
            screen_daily AS s ON s.office = \(office) AND s.day = d.day AND s.what IN \(gestures) AND s.facet = 'hour'\(holds(.hour, "s.value"))
            """
        if question.breakdown.counted == .hour {
            return """
                SELECT d.slot, CAST(s.hour AS TEXT) FROM \(days) CROSS JOIN \(minutes)
                UNION SELECT d.slot, s.value FROM \(days) CROSS JOIN \(phones)
                """
        }
        // A day is looked at until there is one.
        return """
            SELECT DISTINCT d.slot, '' FROM \(days)
            WHERE EXISTS (SELECT 1 FROM (SELECT 1) JOIN \(minutes)) OR EXISTS (SELECT 1 FROM (SELECT 1) JOIN \(phones))
            """
    }

    // MARK: Pieces

    private var days: SQL {
        let json = "[" + question.days.map { "[\"\($0.day)\",\"\($0.slot)\"]" }.joined(separator: ",") + "]"
        return "(SELECT value ->> 0 AS day, value ->> 1 AS slot FROM json_each(\(json))) AS d"
    }

    private var sessions: SQL {
        "screen_session AS s ON s.office = \(office) AND s.day = d.day\(all([.hour, .screen]))\(spoken)"
    }

    /// One of the languages asked for.
    private var spoken: SQL {
        guard let langs = question.conditions[.lang] else { return "" }
        let each = langs.map { "instr(s.langs, \("\"\($0)\"")) > 0" as SQL }
        return " AND (\(each.joined(separator: " OR ")))"
    }

    private var sessionLabel: SQL { label { $0 == .lang ? "s.langs" : Self.column($0) } }

    private func select(_ label: SQL, _ figures: SQL, from table: SQL) -> SQL {
        "SELECT d.slot, \(label), \(figures) FROM \(days) CROSS JOIN \(table) GROUP BY 1, 2"
    }

    private func label(_ column: (ScreenFacet) -> SQL) -> SQL { question.breakdown.counted.map(column) ?? "''" }

    /// As text: hours are numbers in the tables that know all.
    private static func column(_ facet: ScreenFacet) -> SQL {
        facet == .hour ? "CAST(s.hour AS TEXT)" : "s.\(sql: facet.rawValue)"
    }

    private func all(_ facets: [ScreenFacet]) -> SQL {
        facets.map { holds($0, "s.\(sql: $0.rawValue)") }.joined()
    }

    private func holds(_ facet: ScreenFacet, _ column: SQL) -> SQL {
        question.conditions[facet].map { " AND \(column) IN \($0)" } ?? ""
    }
}
