import Reception
import Testing

/// Days, months and years of random tickets: what is worked out from all entries is what adding up closures gives.
@Suite struct TillClosingPropertyTests {
    /// Two years and a bit, with days and months without an entry.
    private static let first = OfficeDay(daysSince1970: 20_440)
    private static let days = 500

    private struct Entry {
        let number: Int
        let day: OfficeDay
        let content: TillContent
    }

    /// A year and a half of a small shop, refunds on later days too.
    private static func entries(seed: UInt64) throws -> [Entry] {
        var shop = RandomShop(seed: seed)
        var (entries, open): ([Entry], [Ticket]) = ([], [])
        func add(_ content: TillContent, on day: OfficeDay) {
            entries.append(Entry(number: entries.count + 1, day: day, content: content))
        }
        for offset in 0..<days where shop.below(3) > 0 && (200...240 ~= offset) == false {
            let day = first.adding(days: offset)
            if shop.below(2) == 0 { add(.opening(TillOpening(float: Money(cents: shop.below(20_000)))), on: day) }
            for _ in 0..<shop.below(6) {
                let ticket = try shop.ticket()
                add(.sale(ticket), on: day)
                open.append(ticket)
            }
            if shop.below(3) == 0, let sold = open.popLast() {
                let refund = try sold.refund(shop.refund(of: sold, left: sold.lines.map(\.quantity)), after: [])
                add(.refund(refund), on: day)
            }
            if shop.below(4) == 0 {
                add(.movement(CashMovement(amount: Money(cents: shop.below(9_000) - 5_000), reason: "banque")), on: day)
            }
            if shop.below(9) == 0 { add(.opening(TillOpening(float: Money(cents: shop.below(9_000)))), on: day) }
            for _ in 0..<shop.below(3) {
                let count = CashCount(counted: Money(cents: shop.below(50_000)))
                add(.count(CountRecord(count: count, expected: .zero)), on: day)
            }
            add(.reprint(Reprint(ticket: 1, copy: 1)), on: day)
        }
        return entries
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a month's closure adds up its days', a year's its months', and each is what its entries come to`(
        seed: UInt64
    ) throws {
        let entries = try Self.entries(seed: seed)
        var all = TillDays()
        for entry in entries { all[entry.day].add(entry.content, number: entry.number) }
        var perpetual = Money.zero
        for year in Self.first.parts.year...Self.first.adding(days: Self.days).parts.year {
            var (ofYear, soFar) = (TillSums(), Money.zero)
            for month in 1...12 {
                var ofMonth = TillSums()
                let period = ClosurePeriod.month(year: year, month: month)
                for day in period.first.daysSince1970...period.last.daysSince1970 {
                    let day = OfficeDay(daysSince1970: day)
                    let inside = entries.filter { $0.day == day }
                    guard !inside.isEmpty else { continue }
                    let closed = all.closure(of: .day(day), number: 1, head: "")
                    try expect(closed, isOf: inside)
                    soFar += closed.total
                    perpetual += closed.total
                    #expect(closed.yearTotal == soFar && closed.perpetualTotal == perpetual)
                    ofMonth.add(TillSums(closed))
                }
                let closed = Closure(
                    of: period, number: 2, ofMonth, yearTotal: soFar, perpetualTotal: perpetual, head: "a")
                #expect(closed == all.closure(of: period, number: 2, head: "a"))
                ofYear.add(TillSums(closed))
            }
            let closed = Closure(
                of: .year(year), number: 3, ofYear, yearTotal: soFar, perpetualTotal: perpetual, head: "b")
            #expect(closed == all.closure(of: .year(year), number: 3, head: "b"))
        }
        #expect(perpetual == entries.reduce(.zero) { $0 + ($1.content.ticket?.total ?? .zero) })
    }

    /// Counts a day again from what its tickets say, the plain way.
    private func expect(_ closure: Closure, isOf entries: [Entry]) throws {
        let tickets = entries.compactMap(\.content.ticket)
        let amounts = tickets.flatMap(\.vat)
        #expect(closure.tickets == tickets.count { $0.refunds == nil })
        #expect(closure.refunds == tickets.count { $0.refunds != nil })
        #expect(closure.total == tickets.reduce(.zero) { $0 + $1.total })
        #expect(closure.vat.map(\.rate) == Set(amounts.map(\.rate)).sorted())
        for amount in closure.vat {
            let same = amounts.filter { $0.rate == amount.rate }
            #expect(amount.gross == same.reduce(.zero) { $0 + $1.gross } && amount.gross == amount.net + amount.vat)
            #expect(amount.net == same.reduce(.zero) { $0 + $1.net })
        }
        var (cash, float) = (Money.zero, Money.zero)
        var kept: [Payment.Method: Money] = [:]
        for payment in tickets.flatMap(\.payments) {
            kept[payment.method, default: .zero] += payment.amount - payment.change
        }
        for entry in entries {
            if case .opening(let opening) = entry.content { float = opening.float }
            if case .movement(let movement) = entry.content { cash += movement.amount }
        }
        #expect(closure.payments == kept)
        #expect(closure.cashExpected == float + cash + (kept[.cash] ?? .zero))
        let counts = entries.compactMap {
            if case .count(let record) = $0.content { record.count.counted } else { nil }
        }
        #expect(closure.cashCounted == counts.last)
        let counting = entries.filter { entry in
            switch entry.content {
            case .sale, .refund, .opening, .movement: true
            default: false
            }
        }.map(\.number)
        #expect(closure.entries == counting.first.flatMap { first in counting.last.map { first...$0 } })
    }
}
