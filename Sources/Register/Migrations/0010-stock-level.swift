import GRDB

/// What is left of each product, kept beside the entries that say it: a sale warns below zero without reading every line ever sold.
/// `stock_current` says the same out of the entries alone.
@Sendable func migration0010StockLevel(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE stock_level (
                product TEXT NOT NULL PRIMARY KEY CHECK (product <> ''),
                quantity INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            INSERT INTO stock_level (product, quantity) SELECT product, quantity FROM stock_current;
            """)
}
