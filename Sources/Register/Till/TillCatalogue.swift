import Foundation
import GRDB
import Reception

/// What the office's tills sell, as sealed entries say it now.
struct TillCatalogue {
    let database: Database

    /// By code, or by barcode.
    func product(_ name: String) throws -> Product? {
        if let product: Product = try newest(.product, code: name) { return product }
        let codes = try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT DISTINCT code FROM till_entry WHERE barcode = ? AND kind = 'product' ORDER BY seq DESC"),
            arguments: [name])
        return try codes.lazy.compactMap { try newest(.product, code: $0) as Product? }
            .first { $0.barcode == name }
    }

    func depositor(_ code: String) throws -> Depositor? { try newest(.depositor, code: code) }

    func products(archived: Bool) throws -> [Product] {
        try all(.product).filter { archived || !$0.archived }
    }

    func depositors() throws -> [Depositor] { try all(.depositor) }

    /// As they changed.
    func rates() throws -> [RateChange] {
        try String.fetchAll(
            database.cachedStatement(
                sql: "SELECT content FROM till_entry WHERE kind = 'rate' AND code IS NOT NULL ORDER BY +seq")
        )
        .compactMap { JSONText.read($0, as: RateChange.self) }
    }

    /// Reads all tickets: nothing is asked where no stock is followed.
    func stock() throws -> [String: Int] {
        let stocked = try products(archived: true).filter(\.stocked)
        guard !stocked.isEmpty else { return [:] }
        let rows = try Row.fetchAll(database, sql: "SELECT product, quantity FROM stock_current")
        let found: [String: Int] = Dictionary(uniqueKeysWithValues: rows.map { ($0["product"], $0["quantity"]) })
        return Dictionary(uniqueKeysWithValues: stocked.map { ($0.code, found[$0.code] ?? 0) })
    }

    /// Nil of one whose stock isn't followed. Reads what came since it was last counted.
    func stock(of product: String) throws -> Int? {
        guard let known: Product = try newest(.product, code: product), known.stocked else { return nil }
        func whole(_ sql: String, _ arguments: StatementArguments) throws -> Int? {
            try Int.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
        }
        let counted = try whole(
            "SELECT max(seq) FROM till_entry WHERE kind = 'stock' AND code = ? AND content ->> '$.kind' = 'stock-take'",
            [product])
        let since =
            try counted ?? whole("SELECT min(seq) FROM till_entry WHERE kind = 'product' AND code = ?", [product])
        let moved = try whole(
            """
            SELECT sum(iif(content ->> '$.kind' = 'loss', -1, 1) * (content ->> '$.quantity')) FROM till_entry
            WHERE kind = 'stock' AND code = ? AND seq >= ?
            """, [product, since])
        let sold = try whole(
            """
            SELECT sum(value ->> '$.quantity') FROM till_entry, json_each(content, '$.lines')
            WHERE seq >= ? AND kind IN ('sale', 'refund') AND training = 0 AND coalesce(content ->> '$.restocks', 1)
                AND value ->> '$.product' = ?
            """, [since, product])
        return (moved ?? 0) - (sold ?? 0)
    }

    private func newest<Value: Decodable>(_ kind: TillContent.Kind, code: String) throws -> Value? {
        try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT content FROM till_entry WHERE kind = ? AND code = ? ORDER BY seq DESC LIMIT 1"),
            arguments: [kind.rawValue, code]
        ).flatMap { JSONText.read($0, as: Value.self) }
    }

    private func all<Value: Decodable>(_ kind: TillContent.Kind) throws -> [Value] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT max(seq), content FROM till_entry WHERE kind = ? AND code IS NOT NULL GROUP BY code ORDER BY code
                """, arguments: [kind.rawValue]
        ).compactMap { JSONText.read($0["content"], as: Value.self) }
    }
}
