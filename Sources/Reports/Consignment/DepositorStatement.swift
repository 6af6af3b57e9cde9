import Reception

/// What was sold of a depositor's goods over some days, what the office keeps of it and what it owes.
public struct DepositorStatement: Hashable, Sendable {
    /// One product at one price.
    public struct Row: Hashable, Sendable, Encodable {
        /// By code.
        public let product: String
        /// As receipts say it.
        public let label: String
        /// Sold less given back.
        public fileprivate(set) var quantity: Int
        /// Of one, including VAT, before discounts.
        public let unitPrice: Money
        /// Including VAT.
        public fileprivate(set) var gross: Money
        /// What the office keeps.
        public fileprivate(set) var commission: Money

        enum CodingKeys: String, CodingKey {
            case product, label, quantity, gross, commission
            case unitPrice = "unit_price"
        }
    }

    /// Whose.
    public let depositor: Depositor
    /// Of which days, the first and the last included.
    public let days: ClosedRange<OfficeDay>
    /// The tills that sold or took back something of theirs, by code.
    public let tills: [String]
    /// By product, then price.
    public let rows: [Row]
    /// What was sold less what was given back, including VAT.
    public let gross: Money
    /// VAT on what was sold: the depositor's to declare when it is sold in their name, the office's otherwise.
    public let salesVAT: Money
    /// What the office keeps.
    public let commission: Money
    /// VAT in the commission: a service of the office, when it sells in the depositor's name. Zero otherwise.
    public let commissionVAT: Money
    /// gross − commission.
    public var due: Money { gross - commission }

    /// The statement of some days.
    /// - Parameters:
    ///   - entries: of those days, in the order of each till; training and other depositors' lines are left out.
    public init(
        of entries: [TillEntry], depositor: Depositor, days: ClosedRange<OfficeDay>, setting: TillSetting,
        rates: [RateChange]
    ) {
        self.depositor = depositor
        self.days = days
        var rows: [[String]: Row] = [:]
        var (gross, salesVAT, kept, keptVAT) = (Money.zero, Money.zero, Money.zero, Money.zero)
        var tills: Set<String> = []
        // By day and till, as the journal has it: VAT in the commission is rounded there.
        let closings = Dictionary(grouping: entries.filter { !$0.training && days.contains($0.day) }) { entry in
            [entry.day.description, entry.till]
        }
        for (_, entries) in closings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let first = entries.first else { continue }
            // By mandate: what was agreed on the day of the sale holds, whatever was agreed since.
            var commissions: [Depositor.Mandate: Money] = [:]
            for line in entries.compactMap(\.content.ticket).flatMap(\.lines) {
                guard let terms = line.consignment, terms.depositor == depositor.code else { continue }
                let key = [line.product, "\(line.unitPrice.cents)"]
                var row =
                    rows[key]
                    ?? Row(
                        product: line.product, label: line.label, quantity: 0, unitPrice: line.unitPrice, gross: .zero,
                        commission: .zero)
                row.quantity += line.quantity
                row.gross += line.gross
                row.commission += terms.commission
                rows[key] = row
                tills.insert(first.till)
                gross += line.gross
                salesVAT += line.vat
                commissions[terms.mandate, default: .zero] += terms.commission
            }
            kept += commissions.values.reduce(.zero, +)
            keptVAT += Commission(commissions[.depositor] ?? .zero, setting: setting, rates: rates, on: first.day).vat
        }
        self.tills = tills.sorted()
        self.rows = rows.values.sorted { ($0.product, $0.unitPrice) < ($1.product, $1.unitPrice) }
        (self.gross, self.salesVAT, commission, commissionVAT) = (gross, salesVAT, kept, keptVAT)
    }
}

extension DepositorStatement: Encodable {
    private enum CodingKeys: String, CodingKey {
        case depositor, from, to, tills, lines, gross, commission, due
        case salesVAT = "sales_vat"
        case commissionVAT = "commission_vat"
    }

    /// With its sums beside its lines.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(depositor, forKey: .depositor)
        try object.encode(days.lowerBound, forKey: .from)
        try object.encode(days.upperBound, forKey: .to)
        try object.encode(tills, forKey: .tills)
        try object.encode(rows, forKey: .lines)
        try object.encode(gross, forKey: .gross)
        try object.encode(salesVAT, forKey: .salesVAT)
        try object.encode(commission, forKey: .commission)
        try object.encode(commissionVAT, forKey: .commissionVAT)
        try object.encode(due, forKey: .due)
    }
}

extension DepositorStatement {
    /// The page that the depositor is given, in French.
    public func sheet(setting: TillSetting) -> Sheet {
        func amount(_ money: Money) -> String { Receipt.amount(money, setting.currency) }
        let mandate =
            depositor.mandate == .depositor
            ? "Vendu au nom du déposant" : "Vendu au nom de l’office, pour le compte du déposant"
        let place = tills.isEmpty ? "" : (tills.count == 1 ? ", caisse " : ", caisses ") + tills.joined(separator: ", ")
        var sums = [["Ventes TTC", amount(gross)]]
        if salesVAT != .zero {
            let whose = depositor.mandate == .depositor ? "à déclarer par le déposant" : "déclarée par l’office"
            sums.append(["  dont TVA, \(whose)", amount(salesVAT)])
        }
        sums.append(["Commission de l’office", amount(commission)])
        if commissionVAT != .zero { sums.append(["  dont TVA", amount(commissionVAT)]) }
        let taxNote = setting.seller.vatNumber == nil ? ["TVA non applicable, art. 293 B du CGI"] : []
        return Sheet(
            title: "Relevé de dépôt-vente",
            owner: setting.seller.particulars,
            heading: [
                depositor.name,
                "Du \(Receipt.date(days.lowerBound)) au \(Receipt.date(days.upperBound))" + place, mandate,
                "Commission : " + Receipt.percent(VATRate(basisPoints: depositor.commission)),
            ],
            tables: [
                .init(
                    headings: ["Article", "Prix", "Quantité", "Ventes TTC", "Commission"],
                    rows: rows.map {
                        [$0.label, amount($0.unitPrice), "\($0.quantity)", amount($0.gross), amount($0.commission)]
                    }),
                .init(rows: sums, sum: ["À verser au déposant", amount(due)]),
            ],
            foot: (rows.isEmpty ? ["Rien n’a été vendu."] : []) + taxNote)
    }

    /// For a spreadsheet: a row a product, its headings first. Amounts in cents.
    public var table: [[String]] {
        [["product", "label", "unit_price", "quantity", "gross", "commission", "due"]]
            + rows.map {
                [
                    $0.product, $0.label, "\($0.unitPrice.cents)", "\($0.quantity)", "\($0.gross.cents)",
                    "\($0.commission.cents)", "\(($0.gross - $0.commission).cents)",
                ]
            }
    }
}
