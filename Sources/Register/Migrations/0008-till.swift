import GRDB

/// The till: one table of sealed entries, and views that read what they say. Nothing is stored twice, so nothing can disagree.
@Sendable func migration0008Till(_ database: Database) throws {
    try database.execute(sql: entries + views + baskets)
}

private let entries = """
    CREATE TABLE till_entry (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
        office TEXT NOT NULL CHECK (office <> ''),
        till TEXT NOT NULL CHECK (length(till) BETWEEN 1 AND 32 AND till NOT GLOB '*[^A-Za-z0-9._-]*'),
        -- 1, 2, 3… of its till, over all kinds.
        number INTEGER NOT NULL CHECK (number > 0),
        -- Of the bytes that are sealed.
        version INTEGER NOT NULL CHECK (version > 0),
        -- Any word: another kind of entry needs no other table.
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
        at_ms INTEGER NOT NULL,
        day TEXT NOT NULL CHECK (length(day) = 10),
        counsellor TEXT CHECK (length(counsellor) BETWEEN 1 AND 64),
        training INTEGER NOT NULL CHECK (training IN (0, 1)),
        key INTEGER NOT NULL CHECK (key > 0),
        -- Exactly the bytes that were sealed.
        content TEXT NOT NULL CHECK (json_type(content) = 'object'),
        seal BLOB NOT NULL CHECK (length(seal) = 32),
        id TEXT AS (lower(substr(hex(uuid), 1, 8) || '-' || substr(hex(uuid), 9, 4) || '-' || substr(hex(uuid), 13, 4)
            || '-' || substr(hex(uuid), 17, 4) || '-' || substr(hex(uuid), 21))) VIRTUAL,
        at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', at_ms / 1000.0, 'unixepoch')) VIRTUAL,
        -- What is looked for in the content, so that it can be found without reading all of it.
        ticket INTEGER AS (CASE WHEN kind IN ('sale', 'refund') THEN content ->> '$.number' END) VIRTUAL,
        about INTEGER AS (CASE kind WHEN 'refund' THEN content ->> '$.refunds' WHEN 'reprint' THEN content ->> '$.ticket' END)
            VIRTUAL,
        code TEXT AS (CASE kind WHEN 'product' THEN content ->> '$.code' WHEN 'depositor' THEN content ->> '$.code'
            WHEN 'stock' THEN content ->> '$.product' WHEN 'rate' THEN content ->> '$.category' END) VIRTUAL,
        barcode TEXT AS (CASE kind WHEN 'product' THEN content ->> '$.barcode' END) VIRTUAL,
        period TEXT AS (CASE kind WHEN 'closure' THEN content ->> '$.period' END) VIRTUAL,
        UNIQUE (office, till, number),
        CHECK ((kind = 'setup') = (number = 1))
    ) STRICT;

    CREATE UNIQUE INDEX till_entry_by_ticket ON till_entry (office, till, training, ticket) WHERE ticket IS NOT NULL;
    CREATE UNIQUE INDEX till_entry_by_period ON till_entry (office, till, period) WHERE period IS NOT NULL;
    CREATE INDEX till_entry_by_day ON till_entry (office, till, training, kind, day);
    CREATE INDEX till_entry_by_about ON till_entry (office, till, training, about) WHERE about IS NOT NULL;
    CREATE INDEX till_entry_by_code ON till_entry (kind, code) WHERE code IS NOT NULL;
    CREATE INDEX till_entry_by_barcode ON till_entry (barcode) WHERE barcode IS NOT NULL;

    CREATE TRIGGER till_entry_follows_the_last BEFORE INSERT ON till_entry WHEN NEW.number
        <> 1 + coalesce((SELECT max(number) FROM till_entry WHERE office = NEW.office AND till = NEW.till), 0)
    BEGIN SELECT RAISE(ABORT, 'till_entry is numbered without a gap'); END;

    CREATE TRIGGER till_entry_is_in_order AFTER INSERT ON till_entry
    WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM till_entry WHERE seq <> NEW.seq), 0)
    BEGIN SELECT RAISE(ABORT, 'till_entry is in the order of its seq'); END;

    CREATE TRIGGER till_entry_is_never_changed BEFORE UPDATE ON till_entry
    BEGIN SELECT RAISE(ABORT, 'till_entry is append-only: refund a ticket, correct a count'); END;

    CREATE TRIGGER till_entry_is_kept_for_ever BEFORE DELETE ON till_entry
    BEGIN SELECT RAISE(ABORT, 'till_entry is kept for ever'); END;

    """

/// Amounts are cents, including VAT unless they say otherwise.
private let views = """
    CREATE VIEW ticket AS
    SELECT seq, id, office, till, number AS entry, ticket AS number, kind, day, at, counsellor,
        iif(training, 'yes', 'no') AS training, content ->> '$.total' AS total, content ->> '$.currency' AS currency,
        content ->> '$.refunds' AS refunds, content ->> '$.reason' AS reason, content ->> '$.visit' AS visit
    FROM till_entry WHERE kind IN ('sale', 'refund');

    CREATE VIEW ticket_line AS
    SELECT seq, office, till, ticket, day, iif(training, 'yes', 'no') AS training, line.key AS line,
        value ->> '$.product' AS product, value ->> '$.label' AS label, value ->> '$.quantity' AS quantity,
        value ->> '$.unit_price' AS unit_price, value ->> '$.discount' AS discount,
        value ->> '$.discount_reason' AS discount_reason, value ->> '$.category' AS category,
        (value ->> '$.rate') / 100.0 AS rate, value ->> '$.gross' AS gross, value ->> '$.net' AS net,
        value ->> '$.vat' AS vat, value ->> '$.consignment.depositor' AS depositor,
        value ->> '$.consignment.mandate' AS mandate, value ->> '$.consignment.commission' AS commission,
        value ->> '$.refunds' AS refunds
    FROM till_entry, json_each(content, '$.lines') AS line WHERE kind IN ('sale', 'refund');

    CREATE VIEW ticket_payment AS
    SELECT seq, office, till, ticket, day, iif(training, 'yes', 'no') AS training, value ->> '$.method' AS method,
        value ->> '$.amount' AS amount, value ->> '$.change' AS change,
        (value ->> '$.amount') - (value ->> '$.change') AS kept
    FROM till_entry, json_each(content, '$.payments') WHERE kind IN ('sale', 'refund');

    CREATE VIEW till_closure AS
    SELECT seq, id, office, till, number AS entry, period, content ->> '$.number' AS number, at, counsellor,
        content ->> '$.tickets' AS tickets, content ->> '$.refunds' AS refunds, content ->> '$.total' AS total,
        content ->> '$.year_total' AS year_total, content ->> '$.perpetual_total' AS perpetual_total,
        content ->> '$.cash_expected' AS cash_expected, content ->> '$.cash_counted' AS cash_counted,
        content -> '$.vat' AS vat, content -> '$.payments' AS payments
    FROM till_entry WHERE kind = 'closure';

    CREATE VIEW product_current AS
    SELECT max(seq) AS seq, office, code, content ->> '$.labels.fr' AS label, content ->> '$.price' AS price,
        content ->> '$.category' AS category, iif(content ->> '$.stocked', 'yes', 'no') AS stocked,
        content ->> '$.supplier' AS supplier, content ->> '$.depositor' AS depositor, content ->> '$.barcode' AS barcode,
        iif(content ->> '$.archived', 'yes', 'no') AS archived
    FROM till_entry WHERE kind = 'product' AND code IS NOT NULL GROUP BY kind, code;

    CREATE VIEW vat_rate AS
    SELECT seq, office, content ->> '$.category' AS category, (content ->> '$.rate') / 100.0 AS rate,
        content ->> '$.from' AS since
    FROM till_entry WHERE kind = 'rate' AND code IS NOT NULL;

    -- Since it was last counted: delivered, less lost, less sold.
    CREATE VIEW stock_current AS
    WITH move (seq, product, kind, quantity) AS (
        SELECT seq, content ->> '$.product', content ->> '$.kind', content ->> '$.quantity'
        FROM till_entry WHERE kind = 'stock' AND code IS NOT NULL
        UNION ALL
        SELECT seq, value ->> '$.product', 'sale', value ->> '$.quantity'
        FROM till_entry, json_each(content, '$.lines')
        WHERE kind IN ('sale', 'refund') AND training = 0 AND coalesce(content ->> '$.restocks', 1)
    ), counted (product, since) AS (
        SELECT product, max(seq) FROM move WHERE kind = 'stock-take' GROUP BY product
    )
    SELECT product, sum(CASE kind WHEN 'receipt' THEN quantity WHEN 'stock-take' THEN quantity ELSE -quantity END) AS quantity
    FROM move LEFT JOIN counted USING (product)
    WHERE seq >= coalesce(since, 0) GROUP BY product;

    """

private let baskets = """
    -- No facts: who comes back takes theirs.
    CREATE TABLE parked_basket (
        id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        office TEXT NOT NULL CHECK (office <> ''),
        till TEXT NOT NULL CHECK (till <> ''),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        at_ms INTEGER NOT NULL,
        content TEXT NOT NULL CHECK (json_type(content) = 'object')
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX parked_basket_by_till ON parked_basket (office, till, at_ms);
    """
