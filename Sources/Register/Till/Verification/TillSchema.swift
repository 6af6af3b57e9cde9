import GRDB
import Reception

/// The till's tables, indexes, triggers and views, held against what the migrations make.
enum TillSchema {
    /// Of what the entries depend on.
    private static let select = """
        SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (tbl_name IN ('till_entry', 'parked_basket')
            OR name IN ('ticket', 'ticket_line', 'ticket_payment', 'till_closure', 'product_current', 'vat_rate', 'stock_current'))
        ORDER BY type, name
        """

    /// What is missing, changed or one too many; nil when all is as it was made.
    static func problem(in database: Database) throws -> TillProblem? {
        let made = try DatabaseQueue().write { empty in
            try migration0008Till(empty)
            return try objects(empty)
        }
        let found = try objects(database)
        for (name, sql) in made.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            return found[name] == nil
                ? problem(fr: "il manque « \(name) » au registre.", en: "“\(name)” is missing from the register.")
                : problem(fr: "« \(name) » a été changé.", en: "“\(name)” was changed.")
        }
        guard let more = found.keys.filter({ made[$0] == nil }).min() else { return nil }
        return problem(fr: "« \(more) » n'a rien à faire sur les tables de la caisse.", en: "“\(more)” has no place on the till's tables.")
    }

    /// Whether somebody changed the schema by hand since an entry was sealed, even if everything is back in its place. A newer version's
    /// migrations may.
    static func problem(since head: TillHead, in database: Database) throws -> TillProblem? {
        let now = try SchemaState(of: database)
        guard now.version == head.schema.version, now != head.schema else { return nil }
        return TillProblem(
            .schema, till: head.till, entry: head.number,
            fr: "des tables ou des déclencheurs ont été changés à la main depuis elle, même si tout est de nouveau en place.",
            en: "tables or triggers were changed by hand since it, even if everything is back in its place.")
    }

    private static func objects(_ database: Database) throws -> [String: String] {
        try Row.fetchAll(database, sql: select).reduce(into: [:]) { $0["\($1["type"] as String) \($1["name"] as String)"] = $1["sql"] }
    }

    private static func problem(fr: String, en: String) -> TillProblem {
        TillProblem(.schema, till: nil, entry: nil, fr: fr, en: en)
    }
}

/// How often a database's schema was changed, and by which version of the program it was made.
struct SchemaState: Hashable, Codable {
    /// SQLite's own count: it goes up with every change, and never down.
    let changes: Int
    /// How many migrations there were.
    let version: Int

    init(of database: Database) throws {
        changes = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
        version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
}
