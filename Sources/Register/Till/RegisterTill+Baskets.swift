import GRDB
import Reception

extension RegisterTill {
    /// Baskets put aside, the oldest first.
    public func parked() throws -> [ParkedBasket] {
        try register.pool.read { database in
            try Row.fetchAll(
                database, sql: Self.baskets + "ORDER BY at_ms, id", arguments: [office, code]
            ).compactMap(ParkedBasket.init(row:))
        }
    }

    /// Puts a basket aside; the same id again is the same basket.
    public func park(_ basket: ParkedBasket) throws {
        try register.writing { database in
            try database.execute(
                sql:
                    "INSERT OR IGNORE INTO parked_basket (id, office, till, name, at_ms, content) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    basket.id.bytes, office, code, basket.name, basket.at.milliseconds,
                    try JSONText.of(basket.order),
                ])
        }
    }

    /// Takes one back. Throws `basket_unknown` when somebody did.
    public func unpark(_ id: FactID) throws -> ParkedBasket {
        try register.writing { database in
            let row = try Row.fetchOne(
                database, sql: Self.baskets + "AND id = ?", arguments: [office, code, id.bytes])
            guard let basket = row.flatMap(ParkedBasket.init(row:)) else { throw Refusal.basketUnknown }
            try database.execute(sql: "DELETE FROM parked_basket WHERE id = ?", arguments: [id.bytes])
            return basket
        }
    }

    private static let baskets = "SELECT id, name, at_ms, content FROM parked_basket WHERE office = ? AND till = ? "
}

extension ParkedBasket {
    fileprivate init?(row: Row) {
        guard let id = FactID(bytes: row["id"]), let order = JSONText.read(row["content"], as: SaleOrder.self)
        else { return nil }
        self.init(id: id, name: row["name"], at: Instant(milliseconds: row["at_ms"]), order: order)
    }
}
