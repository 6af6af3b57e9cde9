/// What can be wrong with a basket, and with how it is paid.
extension Refusal {
    static var basketEmpty: Refusal {
        Refusal(
            .basketEmpty, fr: ("Le panier est vide.", "Ajoutez au moins un produit."),
            en: ("The basket is empty.", "Add one product at least."))
    }

    static func productUnknown(_ name: String, among codes: [String]) -> Refusal {
        let near = NearWords.nearest(name.lowercased(), among: codes.sorted()).joined(separator: ", ")
        // A slip of a quantity, or an unknown barcode.
        let isNumber = name.utf8.allSatisfy { 48...57 ~= $0 }
        return Refusal(
            .productUnknown,
            fr: (
                "Aucun produit ne s'appelle \(name.quotedInFrench).",
                (near.isEmpty ? "" : "Vouliez-vous dire \(near) ? ")
                    + (isNumber ? "Une quantité va de 1 à 9999. " : "") + "« desk product list » les montre tous."
            ),
            en: (
                "No product is called \(name.quotedInEnglish).",
                (near.isEmpty ? "" : "Did you mean \(near)? ")
                    + (isNumber ? "A quantity is 1 to 9999. " : "") + "“desk product list” shows them all."
            ))
    }

    static func productArchived(_ product: Product) -> Refusal {
        Refusal(
            .productArchived,
            fr: (
                "\(product.code) est archivé : il ne se vend plus.",
                "« desk product edit \(product.code) --restore » le remet en vente."
            ),
            en: (
                "\(product.code) is archived: it is sold no more.",
                "“desk product edit \(product.code) --restore” puts it back on sale."
            ))
    }

    static func depositorArchived(_ depositor: Depositor, _ product: Product) -> Refusal {
        Refusal(
            .productArchived,
            fr: (
                "\(product.code) appartient à \(depositor.code), un déposant archivé : il ne se vend plus.",
                "Remettez le déposant en service, ou rendez-lui ce qui reste."
            ),
            en: (
                "\(product.code) belongs to \(depositor.code), an archived depositor: it is sold no more.",
                "Bring the depositor back, or give back what is left."
            ))
    }

    static func rateMissing(_ product: Product, _ day: OfficeDay) -> Refusal {
        Refusal(
            .rateInvalid,
            fr: (
                "La catégorie de TVA de \(product.code) (\(product.category.rawValue)) n'a pas de taux le \(day.wording(in: .french)).",
                "Donnez-lui un taux et son jour (« till: rates: » dans content/office.yaml), ou changez la catégorie du produit."
            ),
            en: (
                "The VAT category of \(product.code) (\(product.category.rawValue)) has no rate on \(day.wording(in: .english)).",
                "Give it a rate and its day (“till: rates:” in content/office.yaml), or change the product's category."
            ))
    }

    static func quantity(_ quantity: Int, of product: Product) -> Refusal {
        Refusal(
            .quantityInvalid,
            fr: (
                "\(quantity) \(product.code) ne se vend pas.",
                "Une quantité va de 1 à 9999 ; pour rendre un article : « desk refund TICKET »."
            ),
            en: (
                "\(quantity) \(product.code) can't be sold.",
                "A quantity is 1 to 9999; to take goods back: “desk refund TICKET”."
            ))
    }

    static func tooMuch(_ currency: String) -> Refusal {
        let (fr, en) = Money.limit.both(currency)
        return Refusal(
            .priceInvalid, fr: ("Ce ticket dépasse \(fr).", "Vérifiez les quantités, ou faites-en plusieurs tickets."),
            en: ("This ticket is more than \(en).", "Check the quantities, or make several tickets of it."))
    }

    static var discountOutOfBounds: Refusal {
        Refusal(
            .discountInvalid,
            fr: (
                "Cette remise ne va pas.",
                "Un montant, comme 2,00, ou un pourcentage de 0,01 à 100, comme 10% ; pas les deux."
            ),
            en: (
                "This discount doesn't fit.",
                "An amount, such as 2.00, or a percentage of 0.01 to 100, such as 10%; not both."
            ))
    }

    static func discountTooMuch(_ off: Money, of full: Money, _ currency: String) -> Refusal {
        Refusal(
            .discountInvalid,
            fr: (
                "Une remise de \(off.both(currency).fr) sur \(full.both(currency).fr), c'est trop.",
                "Elle ne dépasse jamais le prix."
            ),
            en: (
                "A discount of \(off.both(currency).en) on \(full.both(currency).en) is too much.",
                "It is never more than the price."
            ))
    }

    static func noReason(_ code: Code) -> Refusal {
        let (fr, en) =
            switch code {
            case .discountInvalid: ("La raison de la remise", "The reason of the discount")
            case .countInvalid: ("La note du comptage", "The note of the count")
            default: ("La raison", "The reason")
            }
        return Refusal(
            code,
            fr: (
                "\(fr) manque, est trop longue ou a plusieurs lignes.",
                "Une ligne de 1 à 200 signes, sans blanc au bord."
            ),
            en: (
                "\(en) is missing, too long or on several lines.",
                "One line of 1 to 200 characters, without white space around it."
            ))
    }

    static var paymentOutOfBounds: Refusal {
        Refusal(
            .paymentInvalid,
            fr: (
                "Un de ces montants ne peut pas être payé.",
                "De 0,01 à 999999,99 chacun, et un seul sans montant, pour le reste."
            ),
            en: (
                "One of these amounts can't be paid.",
                "0.01 to 999999.99 each, and only one without an amount, for the rest."
            ))
    }

    static func short(_ missing: Money, of total: Money, _ currency: String) -> Refusal {
        Refusal(
            .paymentShort,
            fr: (
                "Il manque \(missing.both(currency).fr) sur \(total.both(currency).fr).",
                "Ajoutez un paiement, ou un moyen sans montant pour tout le reste."
            ),
            en: (
                "\(missing.both(currency).en) of \(total.both(currency).en) are missing.",
                "Add a payment, or a method without an amount for all the rest."
            ))
    }

    static func over(_ change: Money, _ currency: String) -> Refusal {
        Refusal(
            .paymentOver,
            fr: (
                "\(change.both(currency).fr) de trop : un de ces paiements est inutile.",
                "Enlevez celui qui est en trop."
            ),
            en: ("\(change.both(currency).en) too much: one of these payments isn't needed.", "Leave it out."))
    }

    static func nothingLeft(_ method: Payment.Method) -> Refusal {
        let (fr, en) = method.both
        return Refusal(
            .paymentOver,
            fr: ("Tout est déjà payé : il ne reste rien pour « \(fr) ».", "Enlevez ce paiement, ou baissez l'autre."),
            en: ("All is paid already: nothing is left for \(en).", "Leave this payment out, or lower the other."))
    }

    static func noChange(_ method: Payment.Method, _ change: Money, _ currency: String) -> Refusal {
        let (fr, en) = method.both
        return Refusal(
            .changeNotGiven,
            fr: (
                "\(change.both(currency).fr) de trop par \(fr) : on n'y rend pas la monnaie.",
                "Prenez le montant juste ; on rend la monnaie sur les espèces."
            ),
            en: (
                "\(change.both(currency).en) too much by \(en): no change is given on it.",
                "Take the exact amount; change is given on cash."
            ))
    }
}

extension Money {
    /// In both languages of messages.
    func both(_ currency: String) -> (fr: String, en: String) {
        (wording(in: .french, currency: currency), wording(in: .english, currency: currency))
    }
}

extension Payment.Method {
    /// Its name, as receipts and commands say it.
    public func name(in language: MessageLanguage) -> String { language == .french ? both.fr : both.en }

    fileprivate var both: (fr: String, en: String) {
        switch self {
        case .cash: ("espèces", "cash")
        case .card: ("carte", "card")
        case .cheque: ("chèque", "cheque")
        case .holidayVoucher: ("chèque-vacances", "holiday voucher")
        case .giftVoucher: ("bon cadeau", "gift voucher")
        case .transfer: ("virement", "transfer")
        }
    }
}
