import GRDB

/// What the office says of its statistics, and the figures that come from elsewhere: a budget, followers, members.
@Sendable func migration0011Statistics(_ database: Database) throws {
    try database.execute(
        sql: """
            ALTER TABLE office ADD COLUMN statistics TEXT CHECK (json_type(statistics) = 'object');

            CREATE TABLE indicator_value (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
                office TEXT NOT NULL CHECK (office <> ''),
                -- Any slug: the office's strategy says which there are.
                indicator TEXT NOT NULL
                    CHECK (length(indicator) BETWEEN 1 AND 80 AND indicator NOT GLOB '*[^a-z0-9-]*'),
                -- 2026, 2026-07, 2026-W29: as questions write it.
                period TEXT NOT NULL CHECK (length(period) BETWEEN 4 AND 30),
                -- In hundredths of its unit, cents for EUR: decimals as they were entered, no rounding. Null: entered by mistake.
                hundredths INTEGER,
                unit TEXT NOT NULL CHECK (length(unit) <= 20),
                -- Where the figure is from.
                source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
                who TEXT CHECK (length(who) BETWEEN 1 AND 64),
                recorded_ms INTEGER NOT NULL,
                -- Once: two people who correct the same figure don't leave two of it.
                supersedes BLOB UNIQUE REFERENCES indicator_value (uuid),
                id TEXT AS (
                    lower(substr(hex(uuid), 1, 8) || '-' || substr(hex(uuid), 9, 4) || '-' || substr(hex(uuid), 13, 4)
                    || '-' || substr(hex(uuid), 17, 4) || '-' || substr(hex(uuid), 21))) VIRTUAL,
                value REAL AS (hundredths / 100.0) VIRTUAL,
                recorded_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', recorded_ms / 1000.0, 'unixepoch')) VIRTUAL
            ) STRICT;

            CREATE INDEX indicator_value_by_period ON indicator_value (office, indicator, period);

            -- A figure has one line of history: the first, then each that takes the place of the one before.
            CREATE TRIGGER indicator_value_supersedes_the_last BEFORE INSERT ON indicator_value
            WHEN NEW.supersedes IS NOT (
                SELECT uuid FROM indicator_value AS known
                WHERE office = NEW.office AND indicator = NEW.indicator AND period = NEW.period
                    AND NOT EXISTS (SELECT 1 FROM indicator_value AS newer WHERE newer.supersedes = known.uuid))
            BEGIN SELECT RAISE(ABORT, 'indicator_value supersedes the last one of its indicator and period'); END;

            CREATE TRIGGER indicator_value_is_never_changed BEFORE UPDATE ON indicator_value
            BEGIN SELECT RAISE(ABORT, 'indicator_value is append-only: record one that supersedes it'); END;

            CREATE TRIGGER indicator_value_is_kept_for_ever BEFORE DELETE ON indicator_value
            BEGIN SELECT RAISE(ABORT, 'indicator_value is kept for ever'); END;

            CREATE TRIGGER indicator_value_is_not_mixed BEFORE INSERT ON indicator_value
            WHEN (NEW.office GLOB 'demo-*') <> EXISTS (SELECT 1 FROM demonstration)
            BEGIN SELECT RAISE(ABORT, 'facts of a demonstration and real ones are never mixed'); END;

            CREATE VIEW indicator_value_current AS
            SELECT seq, id, office, indicator, period, value, unit, source, who, recorded_at
            FROM indicator_value AS known WHERE hundredths IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM indicator_value AS newer WHERE newer.supersedes = known.uuid);
            """)
}
