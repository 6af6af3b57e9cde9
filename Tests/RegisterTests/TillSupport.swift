import Foundation
import GRDB
import Reception
import Synchronization
import Testing

@testable import Register

/// A till with a clock that the test moves.
final class TillShop: Sendable {
    /// A Tuesday.
    static let day = OfficeDay(daysSince1970: 20_648)

    let folder: TemporaryFolder
    let register: Register
    let till: RegisterTill
    let clock: TillClock

    init(
        _ register: Register, in folder: TemporaryFolder, code: String = "caisse", clock: TillClock? = nil,
        setting: TillSetting = TillShop.setting
    ) throws {
        let clock = clock ?? TillClock(register.clock.instant(day: Self.day, minute: 600).milliseconds)
        (self.register, self.folder, self.clock) = (register, folder, clock)
        till = try register.till(code, setting: setting, now: { clock.now })
    }

    static let setting = TillSetting(
        seller: .init(name: "Office de tourisme", siret: "12345678901234", vatNumber: "FR12345678901"),
        rates: [
            RateChange(category: .standard, rate: VATRate(basisPoints: 2_000), from: OfficeDay(daysSince1970: 0)),
            RateChange(category: .reduced, rate: VATRate(basisPoints: 550), from: OfficeDay(daysSince1970: 0)),
        ])

    func id() -> FactID { FactID(bornAt: clock.now) }

    @discardableResult
    func perform(_ order: TillOrder, training: Bool = false) throws -> TillEntry {
        try till.perform(TillRequest(id: id(), order: order, counsellor: "marie", training: training))
    }

    @discardableResult
    func add(_ code: String, _ cents: Int, category: VATCategory = .standard, stocked: Bool = false) throws -> TillEntry
    {
        try perform(
            .product(
                Product(
                    code: code, labels: ["fr": code.capitalized], price: Money(cents: cents), category: category,
                    stocked: stocked)))
    }

    @discardableResult
    func sell(
        _ code: String, _ quantity: Int = 1, payments: [Tender] = [Tender(method: .cash)], training: Bool = false
    ) throws -> TillEntry {
        try perform(
            .sale(SaleOrder(lines: [.init(product: code, quantity: quantity)], payments: payments)), training: training)
    }

    @discardableResult
    func close(_ period: ClosurePeriod) throws -> Closure {
        guard case .closure(let closure) = try perform(.closure(period)).content else { throw NotAClosure() }
        return closure
    }

    struct NotAClosure: Error {}

    /// Two days with an entry of every common kind; 18 entries.
    func trade() throws {
        try add("miel", 850, category: .reduced, stocked: true)
        try add("carte", 120)
        try perform(.stock(StockMove(product: "miel", kind: .receipt, quantity: 50)))
        try perform(.opening(float: Money(cents: 5_000)))
        try sell("miel", 2)
        try sell("carte", 3, payments: [Tender(method: .card)])
        clock.move(minutes: 5)
        try sell(
            "miel", 4,
            payments: [
                Tender(method: .card, amount: Money(cents: 2_000)), Tender(method: .cash, amount: Money(cents: 2_000)),
            ])
        try sell("carte", 1, training: true)
        try perform(
            .refund(RefundOrder(ticket: 1, lines: [.init(index: 0, quantity: 1)], method: .cash, reason: "cassé")))
        try perform(.reprint(ticket: 2))
        try perform(.movement(CashMovement(amount: Money(cents: -2_000), reason: "banque")))
        try perform(.count(CashCount(counted: Money(cents: 5_000))))
        try close(.day(Self.day))
        clock.move(days: 1)
        try sell("carte", 10)
        try sell("miel")
    }

    /// The entries there are now.
    func entryCount() throws -> Int {
        try register.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM till_entry") ?? 0 }
    }

    func problem() throws -> TillProblem? { try register.verifyTills().problem }
}

/// A clock that stands still until it is moved.
final class TillClock: Sendable {
    private let milliseconds: Mutex<Int64>

    init(_ milliseconds: Int64) { self.milliseconds = Mutex(milliseconds) }

    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

    func move(days: Int = 0, minutes: Int = 0) {
        milliseconds.withLock { $0 += Int64(days * 1_440 + minutes) * 60_000 }
    }
}

/// Runs `body` in a shop of the test's own.
func withShop(setting: TillSetting = TillShop.setting, _ body: (TillShop) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    try await folder.withRegister { try await body(TillShop($0, in: folder, setting: setting)) }
}

/// Somebody with the file, SQLite and bad intentions.
struct Tamperer {
    private let queue: DatabaseQueue

    init(_ folder: TemporaryFolder) throws { queue = try DatabaseQueue(path: folder.database) }

    /// Writes with the triggers out of the way, and puts them back.
    func write(_ body: (Database) throws -> Void) throws {
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
            let triggers = try Row.fetchAll(
                database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'till_entry'")
            try database.inTransaction {
                for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
                try body(database)
                for trigger in triggers { try database.execute(sql: trigger["sql"]) }
                return .commit
            }
        }
    }

    func write(_ sql: String) throws { try write { try $0.execute(sql: sql) } }

    func set(content: Data, seq: Int) throws {
        try write {
            try $0.execute(
                sql: "UPDATE till_entry SET content = CAST(? AS TEXT) WHERE seq = ?", arguments: [content, seq])
        }
    }

    func value(of column: String, seq: Int) throws -> DatabaseValue {
        try queue.read {
            try DatabaseValue.fetchOne($0, sql: "SELECT \(column) FROM till_entry WHERE seq = ?", arguments: [seq])
                ?? .null
        }
    }

    /// Leaves the triggers as they are.
    func execute(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }
}
