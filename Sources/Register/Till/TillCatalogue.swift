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

    /// Of the products whose stock is followed.
    func stock() throws -> [String: Int] {
        let levels = try StockLevels(database: database).all()
        let stocked = try products(archived: true).filter(\.stocked)
        return Dictionary(uniqueKeysWithValues: stocked.map { ($0.code, levels[$0.code] ?? 0) })
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
