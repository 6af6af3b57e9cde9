import Reception

/// What a buyer is given for a ticket: everything the law asks for, and nothing more, in French.
///
/// All of it comes out of the sealed entry, but for the seller's particulars, which are those of today.
public struct Receipt: Sendable {
    /// The sale or the refund.
    public let entry: TillEntry
    /// Its ticket.
    public let ticket: Ticket
    /// The seller's particulars.
    public let setting: TillSetting
    /// The office's wall clock.
    public let clock: OfficeClock
    /// Name and version.
    public let software: String
    /// 0 of the original, else which DUPLICATA it is.
    public let copies: Int

    /// The receipt of an entry; nil when the entry is neither a sale nor a refund.
    /// - Parameters:
    ///   - software: name and version, such as `Vitrine 0.1.0`.
    ///   - copies: 0 of the original, 1 of the first copy…
    public init?(
        of entry: TillEntry, setting: TillSetting, clock: OfficeClock, software: String, copies: Int = 0
    ) {
        guard let ticket = entry.content.ticket else { return nil }
        self.entry = entry
        self.ticket = ticket
        self.setting = setting
        self.clock = clock
        self.software = software
        self.copies = copies
    }

    /// A line of a receipt.
    struct Line {
        let label: String
        /// `2 × 8,50 € (TVA 5,5 %)`
        let terms: String
        /// Of the whole line, before its discount.
        let amount: String
        /// `Remise (abîmé)`, and what it takes off.
        let discount: (words: String, amount: String)?
    }
}

/// Its words, from top to bottom: what every form of it shows.
extension Receipt {
    /// What must be seen first: `DÉMONSTRATION`, `FACTICE`, `DUPLICATA n° 1`.
    var banners: [String] {
        (OfficeCode.isOfDemonstration(entry.office) ? ["DÉMONSTRATION – sans valeur"] : [])
            + (entry.training ? ["FACTICE – exercice, sans valeur"] : [])
            + (copies > 0 ? ["DUPLICATA n° \(copies)"] : [])
    }

    /// Who sells.
    var seller: [String] { setting.seller.particulars }

    /// Which ticket it is, when and where it was made.
    var heading: [String] {
        let (day, minute) = clock.dayAndMinute(at: entry.at)
        let second = entry.at.milliseconds / 1_000 % 60
        var lines = [
            (isRefund ? "Remboursement n° " : "Ticket n° ") + "\(ticket.number)",
            "Le \(Self.date(day)) à \(Self.two(minute / 60)):\(Self.two(minute % 60)):\(Self.two(Int(second)))",
            "Caisse : \(entry.till)" + (entry.counsellor.map { " – Servi par : \($0)" } ?? ""),
        ]
        if let refunded = ticket.refunds { lines.append("Remboursement du ticket \(refunded)") }
        if let reason = ticket.reason { lines.append("Motif : \(reason)") }
        return lines
    }

    /// What was sold, or came back.
    var lines: [Line] {
        ticket.lines.map { line in
            Line(
                label: line.label,
                terms: "\(line.quantity) × \(amount(line.unitPrice))"
                    + (isTaxed ? " (TVA \(Self.percent(line.rate)))" : ""),
                amount: amount(line.gross + line.discount),
                discount: line.discount == .zero
                    ? nil : ("Remise" + (line.discountReason.map { " (\($0))" } ?? ""), amount(-line.discount)))
        }
    }

    /// `Total TTC`, and how much.
    var total: (words: String, amount: String) {
        (isRefund ? "Total remboursé TTC" : "Total TTC", amount(ticket.total))
    }

    /// Rate, net, VAT and gross, a row a rate; empty of a seller without VAT.
    var vat: [[String]] {
        guard isTaxed else { return [] }
        return ticket.vat.map {
            [Self.percent($0.rate), amount($0.net), amount($0.vat), amount($0.gross)]
        }
    }

    /// Over what `vat` says.
    static let vatHeadings = ["Taux", "HT", "TVA", "TTC"]

    /// What a seller without VAT has to say.
    var vatNote: String? { isTaxed ? nil : "TVA non applicable, art. 293 B du CGI" }

    /// How it was paid, and what was given back.
    var payments: [(words: String, amount: String)] {
        ticket.payments.flatMap { payment in
            [(Self.name(payment.method), amount(payment.amount))]
                + (payment.change == .zero ? [] : [("Rendu", amount(payment.change))])
        }
    }

    /// What proves it.
    var foot: [String] { ["Sceau : \(entry.seal.prefix(16))", software] }

    var isRefund: Bool { ticket.refunds != nil }
    private var isTaxed: Bool { setting.seller.vatNumber != nil }

    private func amount(_ money: Money) -> String { Self.amount(money, ticket.currency) }
}

/// How figures are written in French.
extension Receipt {
    /// A method of payment, by its French name.
    public static func name(_ method: Payment.Method) -> String {
        switch method {
        case .cash: "Espèces"
        case .card: "Carte bancaire"
        case .cheque: "Chèque"
        case .holidayVoucher: "Chèques-vacances"
        case .giftVoucher: "Bon cadeau"
        case .transfer: "Virement"
        }
    }

    /// `1 234,50 €`, with spaces that don't break; another currency by its code.
    public static func amount(_ money: Money, _ currency: String) -> String {
        money.wording(in: .french, currency: currency)
    }

    /// `5,5 %`
    static func percent(_ rate: VATRate) -> String { rate.wording(in: .french) }

    /// `07`
    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `14/07/2026`
    static func date(_ day: OfficeDay) -> String {
        day.description.split(separator: "-").reversed().joined(separator: "/")
    }
}

extension TillSetting.Seller {
    /// Who sells, line by line, as everything printed begins; what the office hasn't said yet is named.
    var particulars: [String] {
        [name] + (address.isEmpty ? ["Adresse : à compléter"] : address) + ["SIRET : " + (siret ?? "à compléter")]
            + (vatNumber.map { ["TVA : " + $0] } ?? [])
    }
}
