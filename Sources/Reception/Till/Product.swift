/// Something the shop sells, as it is from an entry of the till on. Never deleted: archived.
public struct Product: Hashable, Sendable, Codable {
    /// A slug, the same for ever.
    public var code: String
    /// What it is called, by language; French at least.
    public var labels: [String: String]
    /// Including VAT; 1 cent or more, under a million euros.
    public var price: Money
    /// Which rate it has.
    public var category: VATCategory
    /// Whether its stock is followed.
    public var stocked: Bool
    /// Who delivers it; free text.
    public var supplier: String?
    /// The depositor it belongs to, by code: it is sold on consignment.
    public var depositor: String?
    /// What a scanner types: 4 to 32 letters and digits.
    public var barcode: String?
    /// Archived: it is sold no more.
    public var archived: Bool

    /// A product out of its parts.
    public init(
        code: String, labels: [String: String], price: Money, category: VATCategory = .standard, stocked: Bool = false,
        supplier: String? = nil, depositor: String? = nil, barcode: String? = nil, archived: Bool = false
    ) {
        self.code = code
        self.labels = labels
        self.price = price
        self.category = category
        self.stocked = stocked
        self.supplier = supplier
        self.depositor = depositor
        self.barcode = barcode
        self.archived = archived
    }
}

/// Somebody whose goods the office sells for them (dépôt-vente).
public struct Depositor: Hashable, Sendable, Codable {
    /// In whose name the office sells.
    public enum Mandate: String, Sendable, CaseIterable, Codable {
        /// In the depositor's name: the sale is theirs, the commission the office's turnover.
        case depositor
        /// In the office's own name: the sale is the office's, and so is its VAT.
        case office
    }

    /// A slug, the same for ever.
    public var code: String
    /// A firm's or an association's name, as their statement shows it.
    public var name: String
    /// In whose name.
    public var mandate: Mandate
    /// What the office keeps, in hundredths of a percent of the price including VAT: 0…10000.
    public var commission: Int
    /// Whether they charge VAT.
    public var isTaxed: Bool
    /// Nothing more of theirs is sold.
    public var archived: Bool

    /// A depositor out of their parts.
    public init(
        code: String, name: String, mandate: Mandate, commission: Int, isTaxed: Bool, archived: Bool = false
    ) {
        self.code = code
        self.name = name
        self.mandate = mandate
        self.commission = commission
        self.isTaxed = isTaxed
        self.archived = archived
    }

    enum CodingKeys: String, CodingKey {
        case code, name, mandate, commission, archived
        case isTaxed = "taxed"
    }
}

/// Goods that came, went, or were counted.
public struct StockMove: Hashable, Sendable, Codable {
    /// Why the stock changed; sales and refunds change it by themselves.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// Delivered: `quantity` came.
        case receipt
        /// Broken, stolen, given: `quantity` went.
        case loss
        /// Counted: `quantity` is what is there.
        case stockTake = "stock-take"
    }

    /// Of which product, by code.
    public var product: String
    /// Why.
    public var kind: Kind
    /// 1 or more; 0 or more in a stock-take.
    public var quantity: Int
    /// In the person's words; needed for a loss.
    public var reason: String?

    /// A move out of its parts.
    public init(product: String, kind: Kind, quantity: Int, reason: String? = nil) {
        self.product = product
        self.kind = kind
        self.quantity = quantity
        self.reason = reason
    }
}
