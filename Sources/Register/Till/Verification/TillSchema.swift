import GRDB
import Reception

/// The till's tables, indexes, triggers and views, held against what the migrations make.
enum TillSchema {
    /// Of what the entries depend on.
    private static let select = """
        SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (tbl_name IN ('till_entry', 'parked_basket')
            OR name IN ('ticket', 'ticket_line', 'ticket_payment', 'till_closure', 'product_current', 'vat_rate', 'stock_current'))
        ORDER BY rowid
        """

    /// What is missing, changed or one too many; nil when all is as it was made.
    static func problem(in database: Database) throws -> TillProblem? {
        let made = try untouched(objects)
        let found = try objects(database)
        for (name, sql) in made.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            return found[name] == nil
                ? problem(fr: "il manque « \(name) » au registre.", en: "“\(name)” is missing from the register.")
                : problem(fr: "« \(name) » a été changé.", en: "“\(name)” was changed.")
        }
        guard let more = found.keys.filter({ made[$0] == nil }).min() else { return nil }
        return problem(
            fr: "« \(more) » n'a rien à faire sur les tables de la caisse.",
            en: "“\(more)” has no place on the till's tables.")
    }

    /// Whether triggers or views were dropped and put back: then they come after those that were made after them. Copies and VACUUM keep
    /// their order.
    static func orderProblem(in database: Database) throws -> TillProblem? {
        let made = try untouched(order)
        guard try order(database) != made else { return nil }
        return problem(
            fr:
                "des déclencheurs ou des vues ont été retirés puis remis : les entrées tiennent, mais quelqu'un a eu la main sur le registre.",
            en:
                "triggers or views were dropped and put back: the entries hold, but somebody had their hands on the register."
        )
    }

    /// What the migrations make.
    private static func untouched<Value>(_ read: (Database) throws -> Value) throws -> Value {
        let empty = try DatabaseQueue()
        try Migrations.migrator.migrate(empty)
        return try empty.read(read)
    }

    private static func order(_ database: Database) throws -> [String] {
        try Row.fetchAll(database, sql: select).filter { $0["type"] == "trigger" || $0["type"] == "view" }.map {
            $0["name"]
        }
    }

    private static func objects(_ database: Database) throws -> [String: String] {
        try Row.fetchAll(database, sql: select).reduce(into: [:]) {
            $0["\($1["type"] as String) \($1["name"] as String)"] = $1["sql"]
        }
    }

    private static func problem(fr: String, en: String) -> TillProblem {
        TillProblem(.schema, till: nil, entry: nil, fr: fr, en: en)
    }
}
