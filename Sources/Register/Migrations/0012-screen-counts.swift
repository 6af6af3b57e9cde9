import GRDB

/// What figures of the screens are read from, for ever: counts by day, sessions, their lengths, the minutes in which screens gave a sign. All of it follows
/// from `interaction`, whose rows go after 25 months, and changes in the transaction that adds one.
@Sendable func migration0012ScreenCounts(_ database: Database) throws {
    try database.execute(
        sql: """
            -- One row per day, thing counted and value of one facet: a year by place is read without its hours, screens and languages.
            CREATE TABLE screen_daily (
                office TEXT NOT NULL CHECK (office <> ''),
                day TEXT NOT NULL CHECK (length(day) = 10),
                what TEXT NOT NULL CHECK (what <> ''),
                facet TEXT NOT NULL CHECK (facet IN ('hour', 'screen', 'lang', 'place', 'theme')),
                -- '' stands for no place or no theme.
                value TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count > 0),
                PRIMARY KEY (office, day, what, facet, value)
            ) STRICT, WITHOUT ROWID;

            -- Searches and faces by what came of them, which interaction_hourly doesn't know.
            CREATE TABLE screen_hourly (
                office TEXT NOT NULL CHECK (office <> ''),
                day TEXT NOT NULL CHECK (length(day) = 10),
                what TEXT NOT NULL CHECK (what <> ''),
                hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
                screen TEXT NOT NULL,
                lang TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count > 0),
                PRIMARY KEY (office, day, what, hour, screen, lang)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE screen_session (
                id INTEGER PRIMARY KEY,
                office TEXT NOT NULL CHECK (office <> ''),
                -- NULL once the raw rows are gone: nothing more can come then.
                session TEXT,
                -- Of its beginning; all NULL while that hasn't come.
                day TEXT CHECK (length(day) = 10),
                hour INTEGER CHECK (hour BETWEEN 0 AND 23),
                screen TEXT,
                started_ms INTEGER CHECK ((day IS NULL) = (started_ms IS NULL)),
                ended_ms INTEGER,
                -- Whether the screen ended it; NULL while its end hasn't come.
                idle INTEGER CHECK (idle IN (0, 1) AND (idle IS NULL) = (ended_ms IS NULL)),
                -- Of its beginning and those chosen afterwards: ["en","fr"].
                langs TEXT NOT NULL,
                family INTEGER NOT NULL CHECK (family IN (0, 1)),
                seconds INTEGER AS (max(0, (ended_ms - started_ms) / 1000)) VIRTUAL,
                UNIQUE (office, session)
            ) STRICT;

            CREATE INDEX screen_session_by_day ON screen_session (office, day);

            -- Of the sessions begun that day whose end has come, how many seconds each lasted, between spaces: a median is made of all of them.
            CREATE TABLE screen_length (
                office TEXT NOT NULL CHECK (office <> ''),
                day TEXT NOT NULL CHECK (length(day) = 10),
                facet TEXT NOT NULL CHECK (facet IN ('hour', 'screen', 'lang')),
                value TEXT NOT NULL,
                seconds TEXT NOT NULL CHECK (seconds <> ''),
                PRIMARY KEY (office, day, facet, value)
            ) STRICT, WITHOUT ROWID;

            -- The minutes of an hour in which a screen gave a sign. The hour that comes twice in autumn has two rows.
            CREATE TABLE screen_minutes (
                office TEXT NOT NULL CHECK (office <> ''),
                day TEXT NOT NULL CHECK (length(day) = 10),
                hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
                screen TEXT NOT NULL,
                -- Hours since 1970, UTC.
                utc_hour INTEGER NOT NULL,
                -- A bit for each minute, bit 0 for the first; and how many they are.
                signs INTEGER NOT NULL CHECK (signs BETWEEN 1 AND (1 << 60) - 1),
                minutes INTEGER AS (\(numberOfBits("signs"))) STORED,
                PRIMARY KEY (office, day, hour, screen, utc_hour)
            ) STRICT, WITHOUT ROWID;
            """)
    try fillCounts(database)
    try fillSessions(database)
    try fillMinutes(database)
    try database.execute(
        sql: ["screen_daily", "screen_hourly", "screen_length", "screen_minutes"].map { table in
            """
            CREATE TRIGGER \(table)_is_kept_for_ever BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, '\(table) is kept for ever'); END;

            """
        }.joined() + """
            CREATE TRIGGER screen_session_is_kept_for_ever BEFORE DELETE ON screen_session WHEN OLD.day IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'a session is kept for ever'); END;
            """)
}

/// Of raw rows, what came of searches and the faces; of the hourly counts, the rest.
private func fillCounts(_ database: Database) throws {
    try database.execute(
        sql: """
            INSERT INTO screen_hourly (office, day, what, hour, screen, lang, count)
            SELECT office, day,
                CASE WHEN kind = 'feedback' THEN 'face-' || value WHEN value = '0' THEN 'search-none' ELSE 'search-found' END,
                hour, screen, lang, count(*)
            FROM interaction WHERE kind = 'search' OR (kind = 'feedback' AND value IN ('1', '2', '3', '4'))
            GROUP BY 1, 2, 3, 4, 5, 6;
            """)
    let gestures = "interaction_hourly WHERE kind IN ('place', 'track-download', 'take-away', 'scan')"
    for (facet, column) in [("hour", "hour"), ("screen", "screen"), ("lang", "lang")] {
        try database.execute(
            sql: """
                INSERT INTO screen_daily (office, day, what, facet, value, count)
                SELECT office, day, what, '\(facet)', CAST(\(column) AS TEXT), sum(count) FROM (
                    SELECT office, day, kind AS what, \(column), count FROM \(gestures)
                    UNION ALL SELECT office, day, what, \(column), count FROM screen_hourly)
                GROUP BY 1, 2, 3, 5;
                """)
    }
    for facet in ["place", "theme"] {
        try database.execute(
            sql: """
                INSERT INTO screen_daily (office, day, what, facet, value, count)
                SELECT office, day, kind, '\(facet)', \(facet), sum(count) FROM \(gestures) GROUP BY 1, 2, 3, 5;
                """)
    }
}

/// Of a beginning or an end that came twice, the first to come.
private func fillSessions(_ database: Database) throws {
    // The other columns of a row that has the minimum are that row's.
    try database.execute(
        sql: """
            CREATE TEMP TABLE session_step AS
            SELECT seq, office, session, kind, day, hour, screen, at_ms, lang, value FROM interaction
            WHERE kind IN ('session-start', 'session-end', 'language')
                OR (kind = 'filter' AND value IN ('children', 'pushchair'));

            INSERT INTO screen_session (office, session, day, hour, screen, started_ms, ended_ms, idle, langs, family)
            WITH known AS (
                SELECT office, session, min(seq) AS seq, max(kind = 'filter') AS family FROM session_step GROUP BY 1, 2),
            begun AS (
                SELECT office, session, min(seq), day, hour, screen, at_ms, lang FROM session_step
                WHERE kind = 'session-start' GROUP BY 1, 2),
            over AS (
                SELECT office, session, min(seq), at_ms, value IS 'idle' AS idle FROM session_step
                WHERE kind = 'session-end' GROUP BY 1, 2),
            spoken AS (
                SELECT office, session, json_group_array(lang) AS langs FROM (
                    SELECT office, session, lang FROM begun
                    UNION SELECT office, session, lang FROM session_step WHERE kind = 'language')
                GROUP BY 1, 2)
            SELECT office, session, day, hour, screen, begun.at_ms, over.at_ms, idle, coalesce(langs, '[]'), family
            FROM known LEFT JOIN begun USING (office, session) LEFT JOIN over USING (office, session)
            LEFT JOIN spoken USING (office, session)
            ORDER BY known.seq;

            DROP TABLE temp.session_step;
            """)
    let begun = "FROM screen_session WHERE day IS NOT NULL"
    let each = "FROM screen_session, json_each(langs) AS spoken WHERE day IS NOT NULL"
    for (facet, column, rows) in [("hour", "hour", begun), ("screen", "screen", begun), ("lang", "spoken.value", each)]
    {
        for (what, holds) in [("session", "1"), ("session-idle", "idle"), ("session-family", "family")] {
            try database.execute(
                sql: """
                    INSERT INTO screen_daily (office, day, what, facet, value, count)
                    SELECT office, day, '\(what)', '\(facet)', CAST(\(column) AS TEXT), count(*) \(rows) AND \(holds) GROUP BY 1, 2, 5;
                    """)
        }
        try database.execute(
            sql: """
                INSERT INTO screen_length (office, day, facet, value, seconds)
                SELECT office, day, '\(facet)', CAST(\(column) AS TEXT), group_concat(seconds, ' ') \(rows) AND seconds IS NOT NULL
                GROUP BY 1, 2, 4;
                """)
    }
}

/// Phones are nobody's screens.
private func fillMinutes(_ database: Database) throws {
    try database.execute(
        sql: """
            INSERT INTO screen_minutes (office, day, hour, screen, utc_hour, signs)
            SELECT office, day, hour, screen, utc_hour, sum(1 << minute) FROM (
                SELECT DISTINCT office, day, hour, screen, at_ms / 3600000 AS utc_hour, at_ms / 60000 % 60 AS minute
                FROM interaction WHERE screen <> 'phone')
            GROUP BY 1, 2, 3, 4, 5;
            """)
}

/// SQLite has no function for it: pairs of bits are added up, then pairs of these sums, then bytes.
private func numberOfBits(_ word: String) -> String {
    let pairs = "(\(word) - ((\(word) >> 1) & 0x5555555555555555))"
    let fours = "((\(pairs) & 0x3333333333333333) + ((\(pairs) >> 2) & 0x3333333333333333))"
    return "((\(fours) + (\(fours) >> 4)) & 0x0f0f0f0f0f0f0f0f) % 255"
}
