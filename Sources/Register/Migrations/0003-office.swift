import GRDB

/// Whose facts these are, as the server last read it in the content: programs beside it have no catalogue. A setting, not a fact.
@Sendable func migration0003Office(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE office (
                -- One row: a data folder is one office's.
                only INTEGER PRIMARY KEY CHECK (only = 1),
                code TEXT NOT NULL CHECK (code <> ''),
                time_zone TEXT NOT NULL CHECK (time_zone <> ''),
                -- ["fr", "en"], the office's own first.
                languages TEXT NOT NULL CHECK (json_type(languages) = 'array')
            ) STRICT;
            """)
}
