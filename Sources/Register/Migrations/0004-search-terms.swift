import GRDB

/// What visitors search, once three sessions have; until then only hashes that say nothing without a key kept elsewhere.
@Sendable func migration0004SearchTerms(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE search_term (
                office TEXT NOT NULL CHECK (office <> ''),
                term TEXT NOT NULL CHECK (length(term) BETWEEN 1 AND 240),
                lang TEXT NOT NULL CHECK (length(lang) = 2),
                -- Distinct sessions; of those, how many found nothing the first time.
                sessions INTEGER NOT NULL CHECK (sessions >= 3),
                without_result INTEGER NOT NULL CHECK (without_result BETWEEN 0 AND sessions),
                first_day TEXT NOT NULL CHECK (length(first_day) = 10),
                last_day TEXT NOT NULL CHECK (length(last_day) = 10),
                PRIMARY KEY (office, term, lang)
            ) STRICT, WITHOUT ROWID;

            -- A term may be taken out, should it be about somebody after all; it is never counted down.
            CREATE TRIGGER search_term_only_grows BEFORE UPDATE ON search_term
            WHEN NEW.sessions < OLD.sessions OR NEW.without_result < OLD.without_result
                OR (NEW.office, NEW.term, NEW.lang) IS NOT (OLD.office, OLD.term, OLD.lang)
            BEGIN SELECT RAISE(ABORT, 'search_term only grows'); END;

            -- Keyed hashes of a term, and of a session in that term: they die after 30 days.
            CREATE TABLE search_candidate (
                office TEXT NOT NULL CHECK (office <> ''),
                term_hash BLOB NOT NULL CHECK (length(term_hash) = 16),
                session_hash BLOB NOT NULL CHECK (length(session_hash) = 16),
                day TEXT NOT NULL CHECK (length(day) = 10),
                without_result INTEGER NOT NULL CHECK (without_result IN (0, 1)),
                PRIMARY KEY (office, term_hash, session_hash)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX search_candidate_by_day ON search_candidate (day);
            """)
}
