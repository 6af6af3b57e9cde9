import GRDB

/// Interactions of visitors with screens: one raw row each, kept 25 months, and their counts by hour, kept for ever.
@Sendable func migration0001Interactions(_ database: Database) throws {
    try database.execute(
        sql: """
            -- uuid, at_ms and recorded_ms are what is stored: half the bytes of their texts, and a third more rows a
            -- second. id, at and recorded_at are how people read them, and take no room.
            CREATE TABLE interaction (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
                office TEXT NOT NULL CHECK (office <> ''),
                at_ms INTEGER NOT NULL,
                day TEXT NOT NULL CHECK (length(day) = 10),
                hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
                recorded_ms INTEGER NOT NULL,
                session TEXT NOT NULL CHECK (length(session) BETWEEN 1 AND 64),
                session_seq INTEGER NOT NULL CHECK (session_seq BETWEEN 0 AND 2147483648),
                screen TEXT NOT NULL CHECK (length(screen) BETWEEN 1 AND 64),
                kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
                place TEXT CHECK (length(place) BETWEEN 1 AND 80),
                theme TEXT CHECK (length(theme) BETWEEN 1 AND 80),
                lang TEXT NOT NULL CHECK (length(lang) = 2),
                value TEXT CHECK (length(value) <= 200),
                skew_ms INTEGER,
                id TEXT AS (
                    lower(substr(hex(uuid), 1, 8) || '-' || substr(hex(uuid), 9, 4) || '-' || substr(hex(uuid), 13, 4)
                    || '-' || substr(hex(uuid), 17, 4) || '-' || substr(hex(uuid), 21))) VIRTUAL,
                at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) VIRTUAL,
                recorded_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', recorded_ms / 1000.0, 'unixepoch')) VIRTUAL
            ) STRICT;

            -- '' stands for no place or no theme: in a primary key, NULLs would each be different.
            CREATE TABLE interaction_hourly (
                office TEXT NOT NULL,
                day TEXT NOT NULL,
                hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
                screen TEXT NOT NULL,
                kind TEXT NOT NULL,
                place TEXT NOT NULL DEFAULT '',
                theme TEXT NOT NULL DEFAULT '',
                lang TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count > 0),
                PRIMARY KEY (office, day, hour, screen, kind, place, theme, lang)
            ) STRICT, WITHOUT ROWID;

            CREATE TRIGGER interaction_is_never_changed BEFORE UPDATE ON interaction
            BEGIN SELECT RAISE(ABORT, 'interaction is append-only: record a new one'); END;

            CREATE TRIGGER interaction_is_kept_25_months BEFORE DELETE ON interaction
            WHEN OLD.at_ms >= strftime('%s', 'now', '-25 months') * 1000
            BEGIN SELECT RAISE(ABORT, 'interaction is kept for 25 months'); END;

            CREATE TRIGGER interaction_hourly_only_grows BEFORE UPDATE ON interaction_hourly
            WHEN NEW.count < OLD.count
                OR (NEW.office, NEW.day, NEW.hour, NEW.screen, NEW.kind, NEW.place, NEW.theme, NEW.lang)
                IS NOT (OLD.office, OLD.day, OLD.hour, OLD.screen, OLD.kind, OLD.place, OLD.theme, OLD.lang)
            BEGIN SELECT RAISE(ABORT, 'interaction_hourly only grows'); END;

            CREATE TRIGGER interaction_hourly_is_kept_for_ever BEFORE DELETE ON interaction_hourly
            BEGIN SELECT RAISE(ABORT, 'interaction_hourly is kept for ever'); END;
            """)
}
