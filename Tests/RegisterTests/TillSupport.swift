import Foundation
import Reception
import Synchronization

@testable import Register

/// A till with a clock that the test moves.
final class TillShop: Sendable {
    static let day = OfficeDay(year: 2026, month: 7, day: 14)!

    let folder: TemporaryFolder
    let register: Register
    let till: RegisterTill
    let clock: TillClock

    init(_ register: Register, in folder: TemporaryFolder, code: String = "caisse") throws {
        (self.register, self.folder) = (register, folder)
        let clock = TillClock(register.clock.instant(day: Self.day, minute: 600).milliseconds)
        self.clock = clock
        till = try register.till(code, setting: Self.setting, now: { clock.now })
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
    func sell(_ code: String, _ quantity: Int = 1, method: Payment.Method = .cash, training: Bool = false) throws
        -> TillEntry
    {
        try perform(
            .sale(
                SaleOrder(lines: [.init(product: code, quantity: quantity)], payments: [Tender(method: method)])),
            training: training)
    }
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
func withShop(_ body: (TillShop) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    try await folder.withRegister { try await body(TillShop($0, in: folder)) }
}
