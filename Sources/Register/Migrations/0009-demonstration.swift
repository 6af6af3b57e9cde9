import GRDB

/// Whether all that is recorded here was made up. Said once, before anything else, and never taken back; facts that were made up and facts
/// that weren't don't enter the same register.
///
/// A till's entries have no trigger for it: they are sealed with their office's code, so none of another register's ever verifies here. Nor have
/// raw interactions, where it would cost a tenth of the rows a second: each is counted in `interaction_hourly` in its own transaction.
@Sendable func migration0009Demonstration(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE demonstration (
                -- One row, or none: then everything is real.
                only INTEGER PRIMARY KEY CHECK (only = 1),
                office TEXT NOT NULL CHECK (office GLOB 'demo-?*'),
                -- What it was made from: with the same content, the same makes the same rows.
                seed INTEGER NOT NULL,
                years INTEGER NOT NULL CHECK (years > 0),
                until TEXT NOT NULL CHECK (length(until) = 10),
                scale REAL NOT NULL CHECK (scale > 0)
            ) STRICT;

            CREATE TRIGGER demonstration_is_said_first BEFORE INSERT ON demonstration
            WHEN EXISTS (SELECT 1 FROM desk_fact) OR EXISTS (SELECT 1 FROM interaction_hourly)
                OR EXISTS (SELECT 1 FROM till_entry) OR EXISTS (SELECT 1 FROM office)
            BEGIN SELECT RAISE(ABORT, 'a register that was used is no demonstration'); END;

            CREATE TRIGGER demonstration_is_never_changed BEFORE UPDATE ON demonstration
            BEGIN SELECT RAISE(ABORT, 'a demonstration stays what it is'); END;

            CREATE TRIGGER demonstration_is_one_for_ever BEFORE DELETE ON demonstration
            BEGIN SELECT RAISE(ABORT, 'a demonstration never becomes a real register'); END;

            """
                + ["desk_fact", "interaction_hourly"].map { table in
                    """
                    CREATE TRIGGER \(table)_is_not_mixed BEFORE INSERT ON \(table)
                    WHEN (NEW.office GLOB 'demo-*') <> EXISTS (SELECT 1 FROM demonstration)
                    BEGIN SELECT RAISE(ABORT, 'facts of a demonstration and real ones are never mixed'); END;

                    """
                }.joined())
}
