import GRDB

/// What statistics are made of: for each day and each kind of fact one row, in which every fact that counts is a code of fixed width. A year's questions
/// read 365 rows a kind instead of sixty thousand facts; triggers keep them in the transaction of the fact, whoever writes it.
///
/// The views `…_code` say what a code is made of, and are how a day is counted again: after a correction, here for what was recorded before, and in tests.
@Sendable func migration0013DaySheets(_ database: Database) throws {
    try database.execute(sql: tables + deskCodes + tillCodes)
    try database.execute(sql: known)
    try database.execute(sql: deskTriggers + tillTriggers)
}

private let tables = """
    -- What facts say in words of the office's own: topics, desks, products. Codes bear their numbers; 0 is what nobody said.
    CREATE TABLE word (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 1048575),
        text TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE day_sheet (
        kind TEXT NOT NULL,
        day TEXT NOT NULL CHECK (length(day) = 10),
        office TEXT NOT NULL CHECK (office <> ''),
        codes TEXT NOT NULL,
        PRIMARY KEY (kind, day, office)
    ) STRICT;

    """

/// Five hexadecimal digits.
private func number(of word: String) -> String {
    "printf('%05x', coalesce((SELECT id FROM word WHERE text = \(word)), 0))"
}

/// Eight of them, two's complement.
private func amount(_ value: String) -> String { "printf('%08x', (\(value)) & 4294967295)" }

private let deskCodes: String =
    [
        (
            "visit", "visit",
            """
            char(97 + hour)
                || CASE channel WHEN 'counter' THEN 'c' WHEN 'phone' THEN 'p' WHEN 'email' THEN 'e' WHEN 'post' THEN 'l'
                    WHEN 'chat' THEN 'm' ELSE 'o' END
                || printf('%03x', coalesce(adults + children, 0))
                || coalesce(country, '--') || substr(coalesce(departement, '') || '---', 1, 3) || coalesce(postcode, '-----')
                || coalesce(substr(stay, 1, 1), '-') || CASE first_visit WHEN 1 THEN 'y' WHEN 0 THEN 'n' ELSE '-' END
                || coalesce(language, '--')
                || CASE duration WHEN '<2' THEN 'a' WHEN '2-5' THEN 'b' WHEN '5-15' THEN 'c' WHEN '>15' THEN 'd' ELSE '-' END
                || coalesce(substr(outcome, 1, 1), '-') || \(number(of: "profile")) || \(number(of: "desk"))
                || \(number(of: "topics ->> 0")) || \(number(of: "topics ->> 1")) || \(number(of: "topics ->> 2"))
            """
        ),
        (
            "tally", "tally",
            // Those of its people whom no visit tells more of.
            """
            char(97 + hour) || \(number(of: "desk"))
                || \(amount("""
                    max(0, people - coalesce((
                        SELECT sum(sample.adults + sample.children) FROM visit AS sample JOIN desk_fact_current AS fact USING (seq)
                        WHERE sample.sample_of = desk_fact_current.origin AND sample.channel = 'counter'), 0))
                    """))
            """
        ),
        ("door", "door_count", "char(97 + hour) || \(amount("people"))"),
        (
            "attendance", "attendance",
            "char(97 + hour) || substr(what, 1, 1) || \(number(of: "site")) || \(amount("adults + children"))"
        ),
        (
            "opening", "opening",
            "printf('%03x', (SELECT coalesce(sum((value ->> 1) - (value ->> 0)), 0) FROM json_each(periods)))"
        ),
    ].map { kind, table, code in
        // Of a day's opening hours the newest word counts.
        let newest = """
             AND NOT EXISTS (SELECT 1 FROM desk_fact_current AS newer WHERE newer.office = desk_fact_current.office
                AND newer.kind = 'opening' AND newer.day = desk_fact_current.day AND newer.seq > desk_fact_current.seq)
            """
        return """
            CREATE VIEW \(kind)_code AS
            SELECT seq, office, day, \(code) AS code
            FROM desk_fact_current JOIN \(table) USING (seq) WHERE kind = '\(kind)'\(kind == "opening" ? newest : "");

            """
    }.joined()

/// What the office keeps of a line: of what it sells in a depositor's name its commission, else what is left when the depositor has theirs.
private let kept = """
    CASE value ->> '$.consignment.mandate' WHEN 'depositor' THEN value ->> '$.consignment.commission'
        ELSE (value ->> '$.net') - coalesce((value ->> '$.gross') - (value ->> '$.consignment.commission'), 0) END
    """

/// Hours of the clock are the office's: quarters of an hour since 1970 hold everywhere.
private let tillCodes: String = """
    CREATE VIEW entry_code AS
    SELECT seq, office, day, printf('%06x', at_ms / 900000) AS code FROM till_entry;

    CREATE VIEW ticket_code AS
    SELECT seq, office, day, printf('%06x', at_ms / 900000) || \(number(of: "till")) AS code
    FROM till_entry WHERE kind = 'sale' AND training = 0;

    CREATE VIEW line_code AS
    SELECT seq, office, day, printf('%06x', at_ms / 900000) || \(number(of: "till"))
        || \(number(of: "value ->> '$.product'")) || \(number(of: "value ->> '$.category'"))
        || \(number(of: "value ->> '$.consignment.depositor'"))
        || \(amount("value ->> '$.gross'")) || \(amount("value ->> '$.net'")) || \(amount(kept)) AS code
    FROM till_entry, json_each(content, '$.lines') WHERE kind IN ('sale', 'refund') AND training = 0;

    """

/// Somebody was at work when anything was written down, even if it was taken back since.
private let deskSigns = "SELECT seq, office, day, char(97 + hour) AS code FROM desk_fact"

/// What was recorded before.
private let known: String = """
    INSERT INTO word (text)
    SELECT profile FROM visit WHERE profile IS NOT NULL
    UNION SELECT value FROM visit, json_each(topics) WHERE value IS NOT NULL
    UNION SELECT desk FROM desk_fact
    UNION SELECT site FROM attendance WHERE site IS NOT NULL
    UNION SELECT till FROM till_entry
    UNION SELECT value ->> '$.product' FROM till_entry, json_each(content, '$.lines') WHERE kind IN ('sale', 'refund')
    UNION SELECT value ->> '$.category' FROM till_entry, json_each(content, '$.lines') WHERE kind IN ('sale', 'refund')
    UNION SELECT value ->> '$.consignment.depositor' FROM till_entry, json_each(content, '$.lines')
        WHERE kind IN ('sale', 'refund') AND value ->> '$.consignment.depositor' IS NOT NULL;

    INSERT INTO day_sheet (kind, office, day, codes)
    SELECT 'desk', office, day, group_concat(code, '') FROM (
        SELECT min(seq) AS seq, office, day, code FROM (\(deskSigns)) GROUP BY office, day, code ORDER BY 1)
    GROUP BY office, day;

    """
    + ["visit", "tally", "door", "attendance", "opening", "entry", "ticket", "line"].map { kind in
        """
        INSERT INTO day_sheet (kind, office, day, codes)
        SELECT '\(kind)', office, day, group_concat(code, '') FROM (SELECT * FROM \(kind)_code ORDER BY seq) GROUP BY office, day;

        """
    }.joined()

/// Adds what a new fact says to its day.
private func append(_ kind: String, seq: String) -> String {
    """
    INSERT INTO day_sheet (kind, office, day, codes)
    SELECT '\(kind)', office, day, group_concat(code, '') FROM \(kind)_code WHERE seq = \(seq) GROUP BY office, day
    ON CONFLICT DO UPDATE SET codes = codes || excluded.codes;

    """
}

/// Counts days again; none is left of one without facts that count.
private func recount(_ kind: String, days: String) -> String {
    """
    DELETE FROM day_sheet WHERE kind = '\(kind)' AND (day, office) IN (\(days));
    INSERT INTO day_sheet (kind, office, day, codes)
    SELECT '\(kind)', office, day, group_concat(code, '') FROM (
        SELECT office, day, code FROM \(kind)_code
        WHERE office = (SELECT office FROM desk_fact WHERE seq = NEW.seq) AND day IN (SELECT day FROM (\(days))) ORDER BY seq)
    GROUP BY office, day;

    """
}

private func learn(_ words: String) -> String {
    "INSERT INTO word (text) SELECT DISTINCT text FROM (\(words)) WHERE text IS NOT NULL AND text NOT IN (SELECT text FROM word);\n"
}

/// The day of a fact that was just recorded, and of the one it revises.
private let itsDays = """
    SELECT day, office FROM desk_fact WHERE seq = NEW.seq
    UNION SELECT old.day, old.office FROM desk_fact AS fact JOIN desk_fact AS old ON old.uuid = fact.revises WHERE fact.seq = NEW.seq
    """

/// The tallies that a visit, and the one it revises, tell more of.
private let itsTallies = """
    SELECT NEW.sample_of WHERE NEW.sample_of IS NOT NULL
    UNION SELECT visit.sample_of FROM desk_fact AS fact JOIN desk_fact AS old ON old.uuid = fact.revises
        JOIN visit ON visit.seq = old.seq WHERE fact.seq = NEW.seq AND visit.sample_of IS NOT NULL
    """

private let deskTriggers: String =
    """
    CREATE TRIGGER desk_fact_is_a_sign AFTER INSERT ON desk_fact
    BEGIN
        INSERT INTO day_sheet (kind, office, day, codes) VALUES ('desk', NEW.office, NEW.day, char(97 + NEW.hour))
        ON CONFLICT DO UPDATE SET codes = codes || excluded.codes WHERE instr(codes, excluded.codes) = 0;
        \(learn("SELECT NEW.desk AS text"))
    END;

    CREATE TRIGGER visit_tells_of_a_tally AFTER INSERT ON visit WHEN EXISTS (\(itsTallies))
    BEGIN
        \(recount("tally", days: """
            SELECT day, office FROM desk_fact_current AS tally WHERE tally.uuid IN (\(itsTallies))
            UNION SELECT day, office FROM desk_fact_current AS tally
                WHERE tally.revises IS NOT NULL AND tally.origin IN (\(itsTallies))
            """))
    END;

    """
    + [
        ("visit", "visit", learn("SELECT NEW.profile AS text UNION SELECT value FROM json_each(NEW.topics)")),
        ("tally", "tally", ""), ("door", "door_count", ""),
        ("attendance", "attendance", learn("SELECT NEW.site AS text")), ("opening", "opening", ""),
    ].map { kind, table, words in
        let revises = "(SELECT revises FROM desk_fact WHERE seq = NEW.seq) IS NOT NULL"
        let isAppended = kind != "opening"
        return
            (isAppended
            ? """
            CREATE TRIGGER \(table)_is_counted AFTER INSERT ON \(table) WHEN NOT (\(revises))
            BEGIN
            \(words)\(append(kind, seq: "NEW.seq"))
            END;

            """ : "") + """
                CREATE TRIGGER \(table)_is_recounted AFTER INSERT ON \(table) \(isAppended ? "WHEN \(revises)" : "")
                BEGIN
                \(words)\(recount(kind, days: itsDays))
                END;

                """
    }.joined()

private let tillTriggers: String = """
    CREATE TRIGGER till_entry_is_counted AFTER INSERT ON till_entry
    BEGIN
        \(append("entry", seq: "NEW.seq"))
    END;

    CREATE TRIGGER ticket_is_counted AFTER INSERT ON till_entry WHEN NEW.kind IN ('sale', 'refund') AND NEW.training = 0
    BEGIN
        \(learn("""
            SELECT NEW.till AS text
            UNION SELECT value ->> '$.product' FROM json_each(NEW.content, '$.lines')
            UNION SELECT value ->> '$.category' FROM json_each(NEW.content, '$.lines')
            UNION SELECT value ->> '$.consignment.depositor' FROM json_each(NEW.content, '$.lines')
            """))
        \(append("ticket", seq: "NEW.seq"))
        \(append("line", seq: "NEW.seq"))
    END;

    """
