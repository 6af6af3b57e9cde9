import Reception

/// A shop and baskets out of a seed: every rate, consignment, discounts of both kinds, all methods of payment, prices that round badly.
struct RandomShop {
    static let day = OfficeDay(daysSince1970: 20_648)
    private static let setting = TillSetting(
        seller: .init(name: "Office", vatNumber: "FR44732829320"), changeOn: [.giftVoucher])
    private static let rates = [
        (VATCategory.standard, 2_000), (.intermediate, 1_000), (.reduced, 550), (.superReduced, 210),
    ].map { RateChange(category: $0, rate: VATRate(basisPoints: $1), from: OfficeDay(daysSince1970: 0)) }
    private static let depositors = [
        Depositor(code: "poterie", name: "Poterie", mandate: .depositor, commission: 3_333, isTaxed: true),
        Depositor(code: "ruche", name: "Ruche", mandate: .depositor, commission: 1_750, isTaxed: false),
        Depositor(code: "musee", name: "Musée", mandate: .office, commission: 10_000, isTaxed: true),
    ]

    let list: PriceList
    private let products: [Product]
    private var random: UInt64

    init(seed: UInt64) {
        // Seeds beside one another begin far apart, and none with 0, which a xorshift never leaves.
        random = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63
        var draw = random
        func next(_ count: Int) -> Int { Int(Self.step(&draw) % UInt64(count)) }
        products = (0..<40).map { index in
            let dear = next(10) == 0
            return Product(
                code: "p\(index)", labels: ["fr": "Produit \(index)"],
                // One costs a cent, so that some baskets are worth nothing once their lines were discounted.
                price: Money(cents: index == 0 ? 1 : 1 + next(dear ? 9_999 : 3_000)),
                category: VATCategory.allCases[next(5)],
                depositor: index % 4 == 0 ? Self.depositors[next(3)].code : nil)
        }
        random = draw
        list = PriceList(
            products: products, depositors: Self.depositors, rates: Self.rates, setting: Self.setting)
    }

    /// xorshift64*: the same everywhere, and quick where nothing is optimised.
    private static func step(_ state: inout UInt64) -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D >> 33
    }

    mutating func below(_ count: Int) -> Int { Int(Self.step(&random) % UInt64(count)) }

    /// A ticket that was paid in one of many ways.
    mutating func ticket() throws -> Ticket {
        var order = SaleOrder(lines: (0...below(5)).map { _ in line() }, payments: [Tender(method: .card)])
        var total = try list.ticket(for: order, on: Self.day).total
        if total > .zero, below(4) == 0 {
            order.discount = discount(off: total)
            total = try list.ticket(for: order, on: Self.day).total
        }
        order.payments = tenders(of: total)
        return try list.ticket(for: order, on: Self.day)
    }

    private mutating func line() -> SaleOrder.Line {
        let (product, quantity) = (products[below(products.count)], below(3) == 0 ? 1 + below(30) : 1)
        return SaleOrder.Line(
            product: product.code, quantity: quantity,
            discount: below(6) == 0 ? discount(off: product.price * quantity) : nil)
    }

    /// Some cents, any amount or any percentage of what there is, up to all of it.
    private mutating func discount(off full: Money) -> Discount {
        switch below(3) {
        case 0: Discount(amount: Money(cents: 1 + below(min(full.cents, 5))), reason: "abîmé")
        case 1: Discount(amount: Money(cents: 1 + below(full.cents)), reason: "geste")
        default: Discount(percent: 1 + below(10_000), reason: "fidélité")
        }
    }

    private mutating func tenders(of total: Money) -> [Tender] {
        let methods = Payment.Method.allCases
        guard total > .zero else { return [] }
        switch below(5) {
        case 0: return [Tender(method: .cash, amount: Money(cents: total.cents + below(5_000)))]
        case 1: return [Tender(method: methods[below(methods.count)])]
        case 2:
            let part = Money(cents: 1 + below(total.cents))
            return part == total
                ? [Tender(method: .card, amount: part)]
                : [Tender(method: .cheque, amount: part), Tender(method: methods[below(methods.count)])]
        case 3:
            let card = Money(cents: 1 + below(total.cents))
            let left = total - card
            let cash = Tender(method: .cash, amount: Money(cents: left.cents + below(max(left.cents, 1))))
            return left == .zero ? [Tender(method: .card)] : [Tender(method: .card, amount: card), cash]
        default: return [Tender(method: .giftVoucher, amount: Money(cents: total.cents + below(1_000)))]
        }
    }

    /// Something of what is left of a ticket, in any parts.
    mutating func refund(of ticket: Ticket, left: [Int]) -> RefundOrder {
        var lines: [RefundOrder.Line] = []
        for (index, left) in left.enumerated() where left > 0 && below(2) == 0 {
            lines.append(RefundOrder.Line(index: index, quantity: below(3) == 0 ? nil : 1 + below(left)))
        }
        if below(2) == 0 { lines.reverse() }
        return RefundOrder(
            ticket: ticket.number, lines: lines.isEmpty ? nil : lines, method: .cash, reason: "retour", restocks: true)
    }
}
