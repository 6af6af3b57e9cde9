import GRDB
import Reception

/// What is left of each product, kept up in the transaction that seals what changes it.
struct StockLevels {
    let database: Database

    /// Follows an entry that was just added. Tickets count whether the product's stock is followed or not: it may be from tomorrow on.
    func follow(_ content: TillContent, training: Bool) throws {
        guard !training else { return }
        switch content {
        case .sale(let ticket): try follow(ticket)
        case .refund(let ticket): if ticket.restocks ?? true { try follow(ticket) }
        case .stock(let move):
            switch move.kind {
            case .receipt: try add(move.quantity, of: move.product)
            case .loss: try add(-move.quantity, of: move.product)
            case .stockTake: try write(move.quantity, of: move.product, onConflict: "excluded.quantity")
            }
        default: break
        }
    }

    /// Of a product whose stock is followed; nil of another.
    func level(of product: String) throws -> Int? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT iif(content ->> '$.stocked', coalesce((SELECT quantity FROM stock_level WHERE product = :code), 0), NULL)
                        AS quantity
                    FROM till_entry WHERE kind = 'product' AND code = :code ORDER BY seq DESC LIMIT 1
                    """), arguments: ["code": product]
        )?["quantity"]
    }

    /// Of every product that was ever sold or delivered.
    func all() throws -> [String: Int] {
        let rows = try Row.fetchAll(database, sql: "SELECT product, quantity FROM stock_level")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["product"], $0["quantity"]) })
    }

    /// The first product of which something else is kept than the entries say; nil in a copy from before levels were kept, too.
    func problem() throws -> TillProblem? {
        guard try database.tableExists("stock_level") else {
            let isMade = "SELECT EXISTS (SELECT 1 FROM grdb_migrations WHERE identifier = '0010-stock-level')"
            guard try Bool.fetchOne(database, sql: isMade) == true else { return nil }
            return TillProblem(
                .schema, till: nil, entry: nil, fr: "il manque « stock_level » au registre.",
                en: "“stock_level” is missing from the register.")
        }
        // Where no stock is followed no level is ever told, and every ticket would be read for nothing.
        guard try TillCatalogue(database: database).products(archived: true).contains(where: \.stocked) else {
            return nil
        }
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT product, coalesce(stock_level.quantity, 0) AS kept, coalesce(stock_current.quantity, 0) AS counted
                FROM stock_level FULL JOIN stock_current USING (product) WHERE kept <> counted ORDER BY product LIMIT 1
                """)
        guard let row else { return nil }
        let (product, kept, counted): (String, Int, Int) = (row["product"], row["kept"], row["counted"])
        return TillProblem(
            .stock, till: nil, entry: nil,
            fr:
                "Le stock noté de « \(product) » (\(kept)) n'est pas ce que disent les entrées (\(counted)) : la table stock_level a été changée. Un inventaire le remet : « desk stock take \(product) N ».",
            en:
                "The stock kept of “\(product)” (\(kept)) isn't what the entries say (\(counted)): table stock_level was changed. A stock-take mends it: “desk stock take \(product) N”."
        )
    }

    private func follow(_ ticket: Ticket) throws {
        for line in ticket.lines { try add(-line.quantity, of: line.product) }
    }

    private func add(_ quantity: Int, of product: String) throws {
        try write(quantity, of: product, onConflict: "quantity + excluded.quantity")
    }

    private func write(_ quantity: Int, of product: String, onConflict new: String) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO stock_level (product, quantity) VALUES (?, ?)
                ON CONFLICT (product) DO UPDATE SET quantity = \(new)
                """
        ).execute(arguments: [product, quantity])
    }
}
