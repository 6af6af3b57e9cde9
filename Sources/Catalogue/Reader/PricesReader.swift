import Yams

/// Reads `prices` of a `place.yaml`.
enum PricesReader {
    static func read(_ place: Fields) -> Prices? {
        guard let fields = place.fields("prices", keys: ["free", "rates"]) else { return nil }
        let free = fields.boolean("free")
        let rates = fields.groups("rates", keys: ["who", "amount", "note"]).compactMap(rate)
        if free == true, fields.has("rates") {
            fields.report.error(.pricesContradict, line: fields.line)
        }
        if !fields.has("free"), !fields.has("rates") {
            fields.report.error(.pricesSayNothing, line: fields.line)
            return nil
        }
        return Prices(free: free ?? false, rates: rates)
    }

    private static func rate(_ fields: Fields) -> Rate? {
        for key in ["who", "amount"] { _ = fields.required(key) }
        let note = fields.translated("note")
        guard let who = fields.choice("who", of: Rate.Who.self), let amount = fields.value("amount", .amount, cents)
        else {
            return nil
        }
        return Rate(who: who, amount: amount, note: note)
    }

    /// `3`, `3.5` and `3.50` are exact; a third decimal isn't money.
    private static func cents(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let units = parts.first.flatMap({ decimal($0) }), units < 100_000 else { return nil }
        guard parts.count == 2 else { return units * 100 }
        guard (1...2).contains(parts[1].utf8.count), let fraction = decimal(parts[1]) else { return nil }
        return units * 100 + (parts[1].utf8.count == 1 ? fraction * 10 : fraction)
    }
}
