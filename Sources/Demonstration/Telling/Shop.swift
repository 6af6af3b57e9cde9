import Reception

/// Invents what the shop's till does, day after day.
struct Shop {
    private let seed: Int
    private let scale: Double
    private let clock: OfficeClock
    private let products: [Weighted<Int>]
    private let small = Weighted(Invented.smallPayments)
    private let large = Weighted(Invented.largePayments)
    private let counsellors = Weighted(Invented.counsellors)
    /// The last ticket's number.
    private(set) var tickets = 0
    private var hasBegun = false
    /// Of the last open day: on the first of another one, goods are delivered.
    private var lastMonth: (year: Int, month: Int)?

    init(seed: Int, scale: Double, clock: OfficeClock) {
        (self.seed, self.scale, self.clock) = (seed, scale, clock)
        products = Invented.Season.allCases.map { season in
            Weighted(Invented.products.enumerated().map { ($0, $1.seasons[season.rawValue]) })
        }
    }

    /// What is asked of the till on a day, in order.
    ///
    /// - `buyers`: the visits after which something is bought.
    mutating func told(_ day: InventedDay, buyers: [(visit: FactID, at: Instant)]) -> [(
        request: TillRequest, at: Instant
    )] {
        guard day.isOpen, day.isCounted else { return closePeriods(after: day, []) }
        var chance = Chance(seed: seed, Purpose.shop, day.day.daysSince1970)
        var asked = ShopDay(opening: clock.instant(day: day.day, minute: day.opens))
        if !hasBegun { begin(&asked, &chance) }
        if isFirstOfMonth(day) { deliver(&asked, &chance) }
        asked.add(.opening(float: Money(cents: Invented.float)), by: counsellors.pick(&chance) ?? nil, &chance)
        for sale in sales(day, buyers, &chance) { sell(sale, day, &asked, &chance) }
        close(day, &asked, &chance)
        return closePeriods(after: day, asked.requests)
    }

    private mutating func begin(_ asked: inout ShopDay, _ chance: inout Chance) {
        hasBegun = true
        for depositor in Invented.depositors { asked.add(.depositor(depositor), &chance) }
        for (product, _, _) in Invented.products { asked.add(.product(product), &chance) }
    }

    private mutating func isFirstOfMonth(_ day: InventedDay) -> Bool {
        let (year, month, _) = day.day.parts
        defer { lastMonth = (year, month) }
        return lastMonth.map { $0 != (year, month) } ?? true
    }

    private func deliver(_ asked: inout ShopDay, _ chance: inout Chance) {
        for (product, _, most) in Invented.products where product.stocked {
            let quantity = max(1, Int(Double(Invented.delivery * most) * scale / 2))
            asked.add(
                .stock(StockMove(product: product.code, kind: .receipt, quantity: min(quantity, 99_999))), &chance)
        }
    }

    private func sales(
        _ day: InventedDay, _ buyers: [(visit: FactID, at: Instant)], _ chance: inout Chance
    ) -> [(visit: FactID?, at: Instant)] {
        var sales: [(visit: FactID?, at: Instant)] = buyers.map { buyer in
            (buyer.visit, buyer.at.advanced(byMilliseconds: chance.milliseconds(120_000..<480_000)))
        }
        for _ in 0..<chance.count(around: Double(buyers.count) * Invented.ticketsOfOthers) {
            sales.append((nil, day.moment(clock, &chance)))
        }
        return sales.sorted { $0.at < $1.at }
    }

    private mutating func sell(
        _ sale: (visit: FactID?, at: Instant), _ day: InventedDay, _ asked: inout ShopDay, _ chance: inout Chance
    ) {
        var lines: [SaleOrder.Line] = []
        var total = Money.zero
        for _ in 0...chance.repeats(Invented.anotherLine, limit: Invented.mostLines - 1) {
            guard let index = products[day.season.rawValue].pick(&chance) else { continue }
            let (product, _, most) = Invented.products[index]
            let quantity = 1 + chance.repeats(0.4, limit: most - 1)
            lines.append(.init(product: product.code, quantity: quantity))
            total += product.price * quantity
        }
        guard !lines.isEmpty else { return }
        let discount =
            chance.happens(Invented.discounts.share)
            ? Discount(percent: Invented.discounts.percent, reason: Invented.discounts.reason) : nil
        let methods = total.cents < Invented.paidInCashBelow ? small : large
        // What is left after a discount is the card's business.
        let method = discount == nil ? methods.pick(&chance) ?? .card : .card
        var payment = Tender(method: method)
        if method == .cash {
            asked.cash += total
            if !chance.happens(Invented.exactCash) { payment.amount = Self.handedOver(for: total, &chance) }
        }
        tickets += 1
        asked.isLastInCash = method == .cash ? total : nil
        asked.add(
            .sale(SaleOrder(lines: lines, discount: discount, payments: [payment], visit: sale.visit)), at: sale.at,
            by: counsellors.pick(&chance) ?? nil, &chance)
    }

    /// The next notes: nobody has 13.40 in coins.
    private static func handedOver(for total: Money, _ chance: inout Chance) -> Money {
        let note = [500, 1_000, 2_000, 5_000][chance.whole(0...3)]
        return Money(cents: (total.cents + note - 1) / note * note)
    }

    private mutating func close(_ day: InventedDay, _ asked: inout ShopDay, _ chance: inout Chance) {
        asked.wait(until: clock.instant(day: day.day, minute: day.closes))
        let who = counsellors.pick(&chance) ?? nil
        if let cash = asked.isLastInCash, chance.happens(Invented.refunds.share) {
            asked.add(
                .refund(RefundOrder(ticket: tickets, method: .cash, reason: Invented.refunds.reason, restocks: false)),
                by: who,
                &chance)
            tickets += 1
            asked.cash -= cash
        }
        if day.day.weekday == Invented.bankWeekday, asked.cash > .zero {
            asked.add(.movement(CashMovement(amount: -asked.cash, reason: "remise en banque")), by: who, &chance)
            asked.cash = .zero
        }
        let slip = chance.happens(Invented.wrongCounts) ? chance.whole(-5...5) * 20 : 0
        let counted = Money(cents: max(0, Invented.float + asked.cash.cents + slip))
        asked.add(.count(CashCount(counted: counted, note: slip == 0 ? nil : "écart non expliqué")), by: who, &chance)
        asked.add(.closure(.day(day.day)), by: who, &chance)
    }

    /// On the last day of a month, and of a year, the manager closes it.
    private func closePeriods(
        after day: InventedDay, _ requests: [(request: TillRequest, at: Instant)]
    ) -> [(request: TillRequest, at: Instant)] {
        let (year, month, _) = day.day.parts
        guard hasBegun, day.day.adding(days: 1).parts.month != month else { return requests }
        var chance = Chance(seed: seed, Purpose.shop, day.day.daysSince1970, 1)
        var asked = ShopDay(opening: clock.instant(day: day.day, minute: 22 * 60))
        asked.add(.closure(.month(year: year, month: month)), &chance)
        if month == 12 { asked.add(.closure(.year(year)), &chance) }
        return requests + asked.requests
    }
}

/// What is asked of the till on one day.
private struct ShopDay {
    private(set) var requests: [(request: TillRequest, at: Instant)] = []
    /// What came into the drawer since the morning.
    var cash = Money.zero
    /// The last ticket's total, when it was paid in cash.
    var isLastInCash: Money?
    private var last: Instant

    init(opening: Instant) { last = opening }

    mutating func wait(until instant: Instant) { last = max(last, instant) }

    /// - `at`: a little after what came before when nil, and never before it.
    mutating func add(_ order: TillOrder, at: Instant? = nil, by counsellor: String? = nil, _ chance: inout Chance) {
        last = max(at ?? last, last.advanced(byMilliseconds: chance.milliseconds(1_000..<4_000)))
        requests.append(
            (TillRequest(id: FactID(bornAt: last, using: &chance), order: order, counsellor: counsellor), last))
    }
}
