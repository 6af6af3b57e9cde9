import Reception
import Testing

@testable import Register

/// What the office says of its rates of VAT after its tills began.
@Suite struct TillRateTests {
    private static func change(_ category: VATCategory, _ points: Int, from: OfficeDay) -> RateChange {
        RateChange(category: category, rate: VATRate(basisPoints: points), from: from)
    }

    /// The till of the same office, whose rates are now others.
    private static func later(_ shop: TillShop, _ rates: [RateChange]) throws -> TillShop {
        var setting = TillShop.setting
        setting.rates += rates
        return try TillShop(shop.register, in: shop.folder, clock: shop.clock, setting: setting)
    }

    @Test func `a rate added to office.yaml is sealed with the next entry, and sold with from its day on`() async throws
    {
        try await withShop { shop in
            try shop.add("pain", 210, category: .superReduced)
            expect(throws: .rateInvalid) { try shop.sell("pain") }
            let begun = try shop.entryCount()
            let tomorrow = TillShop.day.adding(days: 1)
            let later = try Self.later(
                shop,
                [
                    Self.change(.superReduced, 210, from: TillShop.day),
                    Self.change(.superReduced, 300, from: tomorrow),
                ])
            #expect(try later.till.rates().count == 4, "what it will be sold with can be asked before")
            #expect(try shop.entryCount() == begun)
            #expect(try later.sell("pain").content.ticket?.vat.map(\.rate.basisPoints) == [210])
            #expect(try shop.entryCount() == begun + 3, "two rates and a sale")
            shop.clock.move(days: 1)
            #expect(try later.sell("pain").content.ticket?.vat.map(\.rate.basisPoints) == [300])
            #expect(try shop.entryCount() == begun + 4, "rates are sealed once")
            let sealed = try later.till.entries(from: TillShop.day, to: TillShop.day, kinds: [.rate])
            #expect(try sealed.suffix(2).map(\.content) == Array(later.till.rates().suffix(2)).map(TillContent.rate))
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `a rate that was typed wrong is put right by office.yaml, back to what it was too`() async throws {
        try await withShop { shop in
            try shop.add("pain", 1_000, category: .superReduced)
            for points in [210, 2_100, 210] {
                let shop = try Self.later(shop, [Self.change(.superReduced, points, from: TillShop.day)])
                #expect(try shop.sell("pain").content.ticket?.vat.map(\.rate.basisPoints) == [points])
            }
            #expect(try shop.till.rates().count == 5)
            #expect(try shop.problem() == nil)
        }
    }

    @Test func `a refused sale seals no rate, and another till of the office knows those that are sealed`() async throws
    {
        try await withShop { shop in
            try shop.add("miel", 850)
            let begun = try shop.entryCount()
            let later = try Self.later(shop, [Self.change(.superReduced, 210, from: TillShop.day)])
            expect(throws: .productUnknown) { try later.sell("pain") }
            #expect(try shop.entryCount() == begun)
            try later.sell("miel")
            let other = try TillShop(
                shop.register, in: shop.folder, code: "musee", clock: shop.clock, setting: later.till.setting)
            try other.sell("miel")
            #expect(try other.till.entries(from: TillShop.day, to: TillShop.day, kinds: [.rate]).isEmpty)
            #expect(try shop.problem() == nil)
        }
    }
}
