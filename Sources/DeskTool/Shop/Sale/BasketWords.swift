import Reception
import Terminal

/// A basket as it is typed: `miel-500 2 carte-postale 3`, `2 miel-500`, barcodes; `miel-500 2 -10%` takes something off that line.
enum BasketWords {
    /// Its lines, a product once. Throws the word that can't be understood.
    ///
    /// - `reason`: why something is taken off lines.
    static func lines(
        _ words: [String], because reason: String? = nil, example: String = DiscountWords.option
    ) throws -> [SaleOrder.Line] {
        var lines: [SaleOrder.Line] = []
        var awaited: Int?
        var isCounted = true
        for word in words {
            if let off = DiscountWords.offLine(word) {
                guard awaited == nil, lines.last?.discount == nil, !lines.isEmpty else { throw stray(discount: word) }
                lines[lines.count - 1].discount = try DiscountWords.read(
                    off, because: reason, example: example)
                continue
            }
            guard let quantity = try quantity(word) else {
                lines.append(SaleOrder.Line(product: word, quantity: awaited ?? 1))
                isCounted = awaited != nil
                awaited = nil
                continue
            }
            if isCounted {
                guard awaited == nil else { throw strange(word) }
                awaited = quantity
            } else {
                lines[lines.count - 1].quantity = quantity
                isCounted = true
            }
        }
        if let awaited { throw strange("\(awaited)") }
        return merged(lines)
    }

    /// The same with each product on one line, where it came first.
    static func merged(_ lines: [SaleOrder.Line]) -> [SaleOrder.Line] {
        lines.reduce(into: []) { merged, line in
            // A quantity that can't be is for the till to refuse, not to be lost in a sum.
            let same = merged.firstIndex {
                $0.product == line.product && $0.discount == line.discount && $0.quantity > 0 && line.quantity > 0
            }
            if let same { merged[same].quantity += line.quantity } else { merged.append(line) }
        }
    }

    /// `2`, `x2`, `2x`, `-1`: at most four digits, so that a barcode is never one. Throws when it is a number, and not a whole one.
    private static func quantity(_ word: String) throws -> Int? {
        var digits = word[...]
        if let first = digits.first, "x×".contains(first) {
            digits = digits.dropFirst()
        } else if let last = digits.last, "x×".contains(last) {
            digits = digits.dropLast()
        }
        let isNegative = digits.first == "-"
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.first?.isNumber == true,
            digits.utf8.allSatisfy({ 48...57 ~= $0 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        else { return nil }
        guard digits.utf8.count <= 4 || digits.contains(where: { !$0.isNumber }) else { return nil }
        guard let number = Int(digits) else {
            throw Refused.byPerson(
                say(
                    "« \(word) » n'est pas un nombre entier : la quantité se compte de 1 à 9999. Rien n'a été enregistré.",
                    "“\(word)” isn't a whole number: quantities go from 1 to 9999. Nothing was recorded."))
        }
        return isNegative ? -number : number
    }

    private static func stray(discount word: String) -> Refused {
        .byPerson(
            say(
                "« \(word) » suit le produit dont le prix baisse, une fois : desk sell miel-500 2 -10% --because \"pot fêlé\". Rien n'a été enregistré.",
                "“\(word)” follows the product whose price it lowers, once: desk sell honey-500 2 -10% --because \"cracked pot\". Nothing was recorded."
            ))
    }

    private static func strange(_ word: String) -> Refused {
        .byPerson(
            say(
                "« \(word) » ne va avec aucun produit. Par exemple : desk sell miel-500 2 carte-postale 3 --cash 20",
                "“\(word)” goes with no product. For example: desk sell honey-500 2 postcard 3 --cash 20"))
    }
}
