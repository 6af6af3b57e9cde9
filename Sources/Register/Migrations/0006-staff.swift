import GRDB

/// Who may log in, where they are logged in, and how often a password was wrong. Settings, not facts: they may change and go.
@Sendable func migration0006Staff(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE staff_user (
                -- Facts bear it: a name that was removed stays here and is never somebody else's by accident.
                name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE
                    CHECK (length(name) BETWEEN 1 AND 64 AND name NOT GLOB '*[^A-Za-z0-9._-]*'),
                role TEXT NOT NULL CHECK (role IN ('desk', 'manager', 'admin')),
                -- Argon2id with its salt and parameters, as crypto_pwhash_str writes it.
                password TEXT NOT NULL CHECK (password GLOB '$argon2id$*'),
                disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
                created_ms INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE staff_session (
                -- BLAKE2b of the token: who reads the database can't use it.
                token BLOB NOT NULL PRIMARY KEY CHECK (length(token) = 32),
                user TEXT NOT NULL COLLATE NOCASE REFERENCES staff_user (name) ON DELETE CASCADE,
                kind TEXT NOT NULL CHECK (kind IN ('cookie', 'desk')),
                created_ms INTEGER NOT NULL,
                used_ms INTEGER NOT NULL,
                expires_ms INTEGER NOT NULL CHECK (expires_ms > created_ms)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX staff_session_by_user ON staff_session (user);

            CREATE TABLE login_failure (
                -- Keyed hash of a name or an address: what is typed as a name is now and then a password.
                key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 16),
                failures INTEGER NOT NULL CHECK (failures > 0),
                last_ms INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX login_failure_by_last ON login_failure (last_ms);
            """)
}
