/// What a basket is priced with: the products and depositors that may be in it, the rates of VAT, and what the office says of its tills.
public struct PriceList: Sendable {
    /// What the office says of its tills.
    public let setting: TillSetting
    private let products: [String: Product]
    private let barcodes: [String: Product]
    private let depositors: [String: Depositor]
    private let rates: [RateChange]

    /// A list of at least the products that a basket has, the archived ones too, and of their depositors; `rates` in the order they were changed.
    public init(products: [Product], depositors: [Depositor], rates: [RateChange], setting: TillSetting) {
        self.setting = setting
        self.products = Dictionary(products.map { ($0.code, $0) }) { $1 }
        barcodes = Dictionary(products.compactMap { product in product.barcode.map { ($0, product) } }) { one, other in
            one.archived ? other : one
        }
        self.depositors = Dictionary(depositors.map { ($0.code, $0) }) { $1 }
        self.rates = rates
    }

    /// The product of a code or a barcode, to be sold.
    ///
    /// Throws `product_unknown`, `product_archived` (its depositor counts too).
    public func product(_ name: String) throws(Refusal) -> Product {
        guard let product = products[name] ?? barcodes[name] else {
            throw .productUnknown(name, among: products.values.filter { !$0.archived }.map(\.code))
        }
        guard !product.archived else { throw .productArchived(product) }
        return product
    }

    /// The depositor of a product, nil when it is the office's own.
    ///
    /// Throws `depositor_unknown`, `product_archived`.
    func depositor(of product: Product) throws(Refusal) -> Depositor? {
        guard let code = product.depositor else { return nil }
        guard let depositor = depositors[code] else { throw .depositorUnknown(code) }
        guard !depositor.archived else { throw .depositorArchived(depositor, product) }
        return depositor
    }

    /// The category and the rate that a product is sold with on a day: outside VAT when its seller is.
    ///
    /// Throws `rate_invalid` when its category has no rate yet.
    func rate(of product: Product, _ depositor: Depositor?, on day: OfficeDay) throws(Refusal) -> (VATCategory, VATRate)
    {
        let isTheirs = depositor?.mandate == .depositor
        guard setting.seller.vatNumber != nil, !isTheirs || depositor?.isTaxed == true, product.category != .none else {
            return (.none, .zero)
        }
        guard let rate = rates.rate(of: product.category, on: day) else { throw .rateMissing(product, day) }
        return (product.category, rate)
    }
}

extension [RateChange] {
    /// The rate of a category on a day: the last that began by then, and of those of one day the last said; nil before the first.
    public func rate(of category: VATCategory, on day: OfficeDay) -> VATRate? {
        if category == .none { return .zero }
        var found: RateChange?
        for change in self
        where change.category == category && change.from <= day && change.from >= found?.from ?? change.from {
            found = change
        }
        return found?.rate
    }

    /// Those of the office that don't hold yet: what was said last of their category and first day is another rate, or nothing.
    public func missing(of office: [RateChange]) -> [RateChange] {
        office.filter { change in
            change.rate != last { ($0.category, $0.from) == (change.category, change.from) }?.rate
        }
    }
}

extension Product {
    /// What it is called, in the person's language or else in French.
    public func label(in language: MessageLanguage) -> String {
        labels[language.rawValue] ?? labels["fr"] ?? code
    }
}
