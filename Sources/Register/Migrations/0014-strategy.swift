import GRDB

/// What the office wants to achieve, beside what it says of its desk and its tills. Null until a server of this version has read the content.
@Sendable func migration0014Strategy(_ database: Database) throws {
    try database.execute(sql: "ALTER TABLE office ADD COLUMN strategy TEXT CHECK (json_type(strategy) = 'object')")
}
