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
