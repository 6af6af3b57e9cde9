import Reception

// What the rules of the till say; until they are there.

extension TillContent {
    func sealedText() throws -> String { try JSONText.of(Anything(value: value)) }

    private struct Anything: Encodable {
        let value: any Encodable
        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
    }
}

extension TillEntry {
    func sealedMessage(previous: String) -> [UInt8] {
        var message = LengthPrefixed()
        for field in [
            "vitrine-till", "1", office, till, "\(number)", content.kind.rawValue, "\(id)", "\(at)", "\(day)",
            counsellor ?? "", training ? "1" : "0", "\(key)", text, previous,
        ] { message.append(field) }
        return message.bytes
    }
}

enum TillSeam {
    static func net(_ gross: Int, _ rate: VATRate) -> Int {
        let bp = rate.basisPoints
        let half = (abs(gross) * 20_000 + 10_000 + bp) / (2 * (10_000 + bp))
        return gross < 0 ? -half : half
    }

    static func sale(
        _ order: SaleOrder, number: Int, currency: String, product: (String) throws -> Product,
        rate: (VATCategory) -> VATRate
    ) throws -> Ticket {
        var lines: [TicketLine] = []
        for line in order.lines {
            let product = try product(line.product)
            let (gross, rate) = (product.price * line.quantity, rate(product.category))
            let net = Money(cents: net(gross.cents, rate))
            lines.append(
                TicketLine(
                    product: product.code, label: product.labels["fr"] ?? product.code, quantity: line.quantity,
                    unitPrice: product.price, category: product.category, rate: rate, gross: gross, net: net,
                    vat: gross - net))
        }
        let total = lines.reduce(Money.zero) { $0 + $1.gross }
        let vat = Dictionary(grouping: lines, by: \.rate).map { rate, lines in
            VATAmount(
                rate: rate, gross: lines.reduce(.zero) { $0 + $1.gross }, net: lines.reduce(.zero) { $0 + $1.net },
                vat: lines.reduce(.zero) { $0 + $1.vat })
        }.sorted { $0.rate < $1.rate }
        let method = order.payments.first?.method ?? .cash
        let amount = order.payments.first?.amount ?? total
        return Ticket(
            number: number, currency: currency, lines: lines, vat: vat, total: total,
            payments: [Payment(method: method, amount: amount, change: amount - total)], visit: order.visit)
    }
}
