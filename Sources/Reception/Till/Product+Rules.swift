extension Product {
    /// This product, when it can be sold so.
    ///
    /// - `others`: the products there are; the one it takes the place of may be among them.
    /// - `depositors`: those there are.
    ///
    /// Throws `product_invalid`, `price_invalid`, `depositor_unknown`.
    @discardableResult
    public func checked(among others: [Product], depositors: [Depositor]) throws(Refusal) -> Product {
        try checked()
        if let depositor, !depositors.contains(where: { $0.code == depositor }) { throw .depositorUnknown(depositor) }
        if let barcode,
            let other = others.first(where: { $0.code != code && ($0.barcode == barcode || $0.code == barcode) })
        {
            throw .barcodeTaken(barcode, by: other)
        }
        if let other = others.first(where: { $0.code != code && $0.barcode == code }) {
            throw .barcodeTaken(code, by: other)
        }
        return self
    }

    /// The same, whatever the others are.
    @discardableResult
    public func checked() throws(Refusal) -> Product {
        guard TillText.isCode(code) else { throw .noProductCode(code) }
        guard let french = labels["fr"] else { throw .noFrenchLabel(code) }
        for (language, label) in [("fr", french)] + labels.sorted(by: { $0.key < $1.key }) {
            guard Language.isKnown(language), TillText.isLine(label, limit: Self.labelLimit) else {
                throw .noLabel(label, language, code)
            }
        }
        guard 1...Money.limit.cents ~= price.cents else { throw .price(price, of: code) }
        if let supplier, !TillText.isLine(supplier) { throw .noSupplier(code) }
        if let depositor, !TillText.isCode(depositor) { throw .depositorUnknown(depositor) }
        if let barcode, !Self.isBarcode(barcode) { throw .noBarcode(barcode, code) }
        return self
    }

    /// The most characters of what a product is called: what a receipt of 80 columns has room for, on two lines of 42.
    public static let labelLimit = 60

    private static func isBarcode(_ text: String) -> Bool {
        4...32 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in 48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte }
    }
}

extension Depositor {
    /// This depositor, when it can be one. Throws `depositor_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> Depositor {
        guard TillText.isCode(code) else { throw .noDepositorCode(code) }
        guard TillText.isLine(name, limit: 100) else { throw .noDepositorName(code) }
        guard 0...10_000 ~= commission else { throw .noCommission(code) }
        return self
    }
}

extension RateChange {
    /// This change, when it can be one. Throws `rate_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> RateChange {
        guard category != .none, 1...10_000 ~= rate.basisPoints else { throw .noRate }
        return self
    }
}

extension StockMove {
    /// This move, when it can be one. Throws `product_unknown`, `stock_invalid`, `reason_invalid`.
    ///
    /// - `products`: those there are, the archived ones too.
    @discardableResult
    public func checked(among products: [Product]) throws(Refusal) -> StockMove {
        guard let found = products.first(where: { $0.code == product }) else {
            throw .productUnknown(product, among: products.map(\.code))
        }
        guard found.stocked else { throw .notStocked(found) }
        guard (kind == .stockTake ? 0 : 1)...99_999 ~= quantity else { throw .stockQuantity(kind) }
        guard reason.map({ TillText.isLine($0) }) ?? (kind != .loss) else { throw .noReason(.reasonInvalid) }
        return self
    }
}

/// Texts that are sealed: one line, so that a receipt or an export has its place for them.
enum TillText {
    static func isLine(_ text: String, limit: Int = 200) -> Bool {
        1...limit ~= text.count && text.first?.isWhitespace == false && text.last?.isWhitespace == false
            && !text.unicodeScalars.contains {
                [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
            }
    }

    /// A slug that isn't taken for a quantity, an option or a barcode.
    static func isCode(_ text: String) -> Bool {
        Names.isSlug(text) && !text.hasPrefix("-") && text.utf8.contains { 97...122 ~= $0 }
    }
}
