import GRDB

/// What the office announces on its screens. One that ends early or is reworded is a new row that supersedes the first.
@Sendable func migration0002Notices(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE notice (
                seq INTEGER PRIMARY KEY AUTOINCREMENT,
                uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
                office TEXT NOT NULL CHECK (office <> ''),
                level TEXT NOT NULL CHECK (level IN ('info', 'warning', 'alert')),
                -- Any word: another hazard needs no other table.
                hazard TEXT CHECK (length(hazard) BETWEEN 1 AND 40),
                -- {"fr": "…", "en": "…"}
                texts TEXT NOT NULL CHECK (json_type(texts) = 'object' AND texts <> '{}'),
                -- ["pont-romain"]; [] is everywhere.
                places TEXT NOT NULL CHECK (json_type(places) = 'array'),
                starts_ms INTEGER NOT NULL,
                ends_ms INTEGER NOT NULL CHECK (ends_ms >= starts_ms),
                at_ms INTEGER NOT NULL,
                recorded_ms INTEGER NOT NULL,
                -- Once: two people who change the same notice don't leave two of it.
                supersedes BLOB UNIQUE REFERENCES notice (uuid),
                id TEXT AS (
                    lower(substr(hex(uuid), 1, 8) || '-' || substr(hex(uuid), 9, 4) || '-' || substr(hex(uuid), 13, 4)
                    || '-' || substr(hex(uuid), 17, 4) || '-' || substr(hex(uuid), 21))) VIRTUAL,
                starts_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', starts_ms / 1000.0, 'unixepoch')) VIRTUAL,
                ends_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', ends_ms / 1000.0, 'unixepoch')) VIRTUAL,
                at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) VIRTUAL,
                recorded_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', recorded_ms / 1000.0, 'unixepoch')) VIRTUAL
            ) STRICT;

            CREATE INDEX notice_by_end ON notice (ends_ms);

            CREATE TRIGGER notice_is_never_changed BEFORE UPDATE ON notice
            BEGIN SELECT RAISE(ABORT, 'notice is append-only: record one that supersedes it'); END;

            CREATE TRIGGER notice_is_kept_for_ever BEFORE DELETE ON notice
            BEGIN SELECT RAISE(ABORT, 'notice is kept for ever'); END;
            """)
}
