import GRDB

/// What counsellors record: one head for every fact, and beside it, by `seq`, what it says. A correction is a new fact that revises one.
@Sendable func migration0005DeskFacts(_ database: Database) throws {
    try database.execute(
        sql: heads + contents + views + "ALTER TABLE office ADD COLUMN desk TEXT CHECK (json_type(desk) = 'object');"
    )
}

private func text(of uuid: String) -> String {
    """
    (lower(substr(hex(\(uuid)), 1, 8) || '-' || substr(hex(\(uuid)), 9, 4) || '-' || substr(hex(\(uuid)), 13, 4)
        || '-' || substr(hex(\(uuid)), 17, 4) || '-' || substr(hex(\(uuid)), 21)))
    """
}

private let heads = """
    CREATE TABLE desk_fact (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
        office TEXT NOT NULL CHECK (office <> ''),
        -- Any word: another kind of fact is another table, and doesn't touch this one.
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
        revises BLOB REFERENCES desk_fact (uuid),
        -- The first fact of its history; its own uuid when it revises none.
        origin BLOB NOT NULL CHECK ((origin = uuid) = (revises IS NULL)),
        -- Why what it revises doesn't count at all any more.
        voided TEXT CHECK (voided IS NULL OR length(voided) BETWEEN 1 AND 300 AND revises IS NOT NULL),
        at_ms INTEGER NOT NULL,
        day TEXT NOT NULL CHECK (length(day) = 10),
        hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
        recorded_ms INTEGER NOT NULL,
        entry TEXT NOT NULL CHECK (entry IN ('live', 'late', 'bulk')),
        desk TEXT NOT NULL CHECK (length(desk) BETWEEN 1 AND 64),
        counsellor TEXT CHECK (length(counsellor) BETWEEN 1 AND 64),
        id TEXT AS \(text(of: "uuid")) VIRTUAL,
        revises_id TEXT AS (iif(revises IS NULL, NULL, \(text(of: "revises")))) VIRTUAL,
        origin_id TEXT AS \(text(of: "origin")) VIRTUAL,
        at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) VIRTUAL,
        recorded_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', recorded_ms / 1000.0, 'unixepoch')) VIRTUAL
    ) STRICT;

    -- Few facts are revisions: partial, so that the others cost no page of these two.
    CREATE UNIQUE INDEX desk_fact_is_revised_once ON desk_fact (revises) WHERE revises IS NOT NULL;
    CREATE INDEX desk_fact_by_origin ON desk_fact (origin) WHERE revises IS NOT NULL;
    CREATE INDEX desk_fact_by_day ON desk_fact (office, kind, day);
    CREATE INDEX desk_fact_by_desk ON desk_fact (office, desk);

    CREATE TRIGGER desk_fact_revises_its_like BEFORE INSERT ON desk_fact WHEN NEW.revises IS NOT NULL
        AND (NEW.office, NEW.kind, NEW.origin, NULL) IS NOT
            (SELECT office, kind, origin, voided FROM desk_fact WHERE uuid = NEW.revises)
    BEGIN SELECT RAISE(ABORT, 'desk_fact revises one of its office and kind that is not voided, and keeps its origin'); END;

    CREATE TRIGGER desk_fact_is_never_changed BEFORE UPDATE ON desk_fact
    BEGIN SELECT RAISE(ABORT, 'desk_fact is append-only: record one that revises it'); END;

    CREATE TRIGGER desk_fact_is_kept_for_ever BEFORE DELETE ON desk_fact
    BEGIN SELECT RAISE(ABORT, 'desk_fact is kept for ever'); END;

    """

/// The tables of contents, by the kind of fact each is for.
private let contents =
    [
        (
            "visit", "visit",
            """
            channel TEXT NOT NULL CHECK (channel IN ('counter', 'phone', 'email', 'post', 'chat', 'off-site')),
            country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
            departement TEXT CHECK (
                departement GLOB '[0-9][0-9]' AND departement BETWEEN '01' AND '95' AND departement <> '20'
                OR departement GLOB '2[AB]' OR departement GLOB '97[12346]'),
            postcode TEXT CHECK (postcode GLOB '[0-9][0-9][0-9][0-9][0-9]'),
            adults INTEGER CHECK (adults >= 0),
            children INTEGER CHECK (children >= 0),
            -- Any word: another kind of party needs no other table.
            profile TEXT CHECK (length(profile) BETWEEN 1 AND 40),
            stay TEXT CHECK (stay IN ('tourist', 'excursionist', 'resident')),
            first_visit INTEGER CHECK (first_visit IN (0, 1)),
            language TEXT CHECK (language GLOB '[a-z][a-z]'),
            -- ["hiking", "wine"]: the office's codes, as they were said.
            topics TEXT NOT NULL CHECK (json_type(topics) = 'array' AND json_array_length(topics) <= 3),
            duration TEXT CHECK (duration IN ('<2', '2-5', '5-15', '>15')),
            outcome TEXT CHECK (outcome IN ('answered', 'referred', 'unmet')),
            -- The first fact of the tally that counted these people already.
            sample_of BLOB REFERENCES desk_fact (uuid),
            people INTEGER AS (adults + children) VIRTUAL,
            CHECK ((adults IS NULL) = (children IS NULL)),
            CHECK (adults + children BETWEEN 1 AND 300),
            CHECK (country IS 'FR' OR departement IS NULL AND postcode IS NULL),
            CHECK (departement IS NOT NULL OR postcode IS NULL)
            """
        ),
        ("tally", "tally", "people INTEGER NOT NULL CHECK (people > 0)"),
        ("door_count", "door", "people INTEGER NOT NULL CHECK (people >= 0)"),
        (
            "attendance", "attendance",
            """
            what TEXT NOT NULL CHECK (what IN ('admission', 'tasting', 'exhibition')),
            site TEXT CHECK (length(site) BETWEEN 1 AND 80),
            adults INTEGER NOT NULL CHECK (adults >= 0),
            children INTEGER NOT NULL CHECK (children >= 0),
            paid INTEGER NOT NULL CHECK (paid IN (0, 1)),
            people INTEGER AS (adults + children) VIRTUAL,
            CHECK (site IS NOT NULL OR what <> 'admission')
            """
        ),
        (
            "opening", "opening",
            """
            -- [[540, 750], [840, 1080]]: minutes after midnight, from and to; [] is closed all day.
            periods TEXT NOT NULL CHECK (json_type(periods) = 'array')
            """
        ),
        ("annotation", "annotation", "text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 300)"),
    ].map { table, kind, columns in
        """
        CREATE TABLE \(table) (
            seq INTEGER PRIMARY KEY REFERENCES desk_fact (seq),
            \(columns)
        ) STRICT;

        CREATE TRIGGER \(table)_is_of_its_fact BEFORE INSERT ON \(table)
        WHEN (SELECT kind FROM desk_fact WHERE seq = NEW.seq) IS NOT '\(kind)'
        BEGIN SELECT RAISE(ABORT, '\(table) belongs to a desk_fact of the kind \(kind)'); END;

        CREATE TRIGGER \(table)_is_never_changed BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only: record a fact that revises it'); END;

        CREATE TRIGGER \(table)_is_kept_for_ever BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is kept for ever'); END;

        """
    }.joined() + """
        CREATE INDEX visit_by_tally ON visit (sample_of) WHERE sample_of IS NOT NULL;

        CREATE TRIGGER visit_samples_a_tally BEFORE INSERT ON visit WHEN NEW.sample_of IS NOT NULL
            AND ('tally', NEW.sample_of) IS NOT (SELECT kind, origin FROM desk_fact WHERE uuid = NEW.sample_of)
        BEGIN SELECT RAISE(ABORT, 'visit.sample_of is the first fact of a tally'); END;

        """

/// What counts, a row each: what people read, and what every statistic is made of.
private let views = """
    CREATE VIEW desk_fact_current AS SELECT * FROM desk_fact
    WHERE voided IS NULL AND NOT EXISTS (SELECT 1 FROM desk_fact AS newer WHERE newer.revises = desk_fact.uuid);

    """
    + [
        (
            "visit",
            """
            channel, country, departement, postcode, adults, children, people, profile, stay,
            CASE first_visit WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS first_visit, language, topics, duration, outcome,
            iif(sample_of IS NULL, NULL, \(text(of: "sample_of"))) AS sample_of
            """
        ),
        ("tally", "people"), ("door_count", "people"),
        ("attendance", "what, site, adults, children, people, iif(paid, 'yes', 'no') AS paid"),
        (
            "opening",
            """
            (SELECT group_concat(
                printf('%02d:%02d-%02d:%02d', (value ->> 0) / 60, (value ->> 0) % 60, (value ->> 1) / 60, (value ->> 1) % 60), ' ')
                FROM json_each(periods)) AS periods,
            (SELECT coalesce(sum((value ->> 1) - (value ->> 0)), 0) FROM json_each(periods)) AS minutes
            """
        ),
        ("annotation", "text"),
    ].map { table, columns in
        """
        CREATE VIEW \(table)_current AS
        SELECT seq, id, office, day, hour, at, entry, desk, counsellor, \(columns), origin_id AS origin
        FROM desk_fact_current JOIN \(table) USING (seq);

        """
    }.joined()
