import GRDB

/// What the office says of its tills, beside what it says of its desk. Null until a server of this version has read the content.
@Sendable func migration0007TillSetting(_ database: Database) throws {
    try database.execute(sql: "ALTER TABLE office ADD COLUMN till TEXT CHECK (json_type(till) = 'object')")
}
