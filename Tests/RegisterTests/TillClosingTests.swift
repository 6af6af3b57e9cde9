import Reception
import Testing

@testable import Register

/// What the register's queries add up for a closure is what its entries come to, one by one.
@Suite struct TillClosingTests {
    @Test func `each closure of a day, a month and a year is the one of the entries before it`() async throws {
        try await withShop { shop in
            try shop.trade()
            for offset in 1...40 {
                shop.clock.move(days: offset % 7 == 0 ? 20 : 1)
                if offset % 3 == 0 { try shop.perform(.opening(float: Money(cents: offset * 100))) }
                for quantity in 0..<offset % 5 { try shop.sell("carte", quantity + 1) }
                try shop.sell("miel", 2, payments: [Tender(method: .card)])
                if offset % 4 == 0 {
                    let last = try shop.till.status().lastTicket ?? 0
                    try shop.perform(.refund(RefundOrder(ticket: last, method: .cash, reason: "rendu")))
                }
                try shop.perform(.count(CashCount(counted: Money(cents: offset))))
            }
            shop.clock.move(days: 400)
            for day in try shop.till.status().unclosedDays { try shop.close(.day(day)) }
            for year in 2026...2027 {
                for month in 1...12 { try shop.close(.month(year: year, month: month)) }
                try shop.close(.year(year))
            }
            var (days, numbers) = (TillDays(), [Int: Int]())
            let entries = try shop.till.entries(
                from: TillShop.day, to: shop.till.status().day, kinds: Set(TillContent.Kind.allCases))
            for (entry, before) in zip(entries.dropFirst(), entries) where !entry.training {
                guard case .closure(let closure) = entry.content else {
                    days[entry.day].add(entry.content, number: entry.number)
                    continue
                }
                let length = closure.period.description.count
                numbers[length, default: 0] += 1
                #expect(
                    closure == days.closure(of: closure.period, number: numbers[length] ?? 0, head: before.seal),
                    "\(closure.period)")
            }
            #expect(numbers == [10: numbers[10] ?? 0, 7: 24, 4: 2] && numbers[10] ?? 0 > 40)
            #expect(try shop.problem() == nil)
        }
    }
}
