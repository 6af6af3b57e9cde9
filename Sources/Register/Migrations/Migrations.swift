import GRDB

/// Every migration, in order. A shipped one is never edited or moved: a change is a new file, appended here.
///
/// A migration names no type of the application, only SQL, so that it still does years later what it did when shipped.
enum Migrations {
    private static let all: [(name: String, run: @Sendable (Database) throws -> Void)] = [
        ("0001-interactions", migration0001Interactions),
        ("0002-notices", migration0002Notices),
        ("0003-office", migration0003Office),
        ("0004-search-terms", migration0004SearchTerms),
        ("0005-desk-facts", migration0005DeskFacts),
        ("0006-staff", migration0006Staff),
        ("0007-till-setting", migration0007TillSetting),
        ("0008-till", migration0008Till),
        ("0009-demonstration", migration0009Demonstration),
        ("0010-stock-level", migration0010StockLevel),
        ("0011-statistics", migration0011Statistics),
        ("0012-screen-counts", migration0012ScreenCounts),
        ("0013-day-sheets", migration0013DaySheets),
        ("0014-strategy", migration0014Strategy),
    ]

    /// `PRAGMA user_version` of a database with all of them: how many there are.
    static var version: Int { all.count }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, migration) in all.enumerated() {
            migrator.registerMigration(migration.name) { database in
                try migration.run(database)
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }
}
