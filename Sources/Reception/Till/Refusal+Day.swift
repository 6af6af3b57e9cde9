/// What can be wrong with a till's day: its cash, its periods, another till's totals.
extension Refusal {
    static var cash: Refusal {
        Refusal(
            .countInvalid, fr: ("Ce montant ne peut pas être dans le tiroir.", "De 0 à 999999,99."),
            en: ("That amount can't be in the drawer.", "0 to 999999.99."))
    }

    static func noPiece(_ value: Int, _ count: Int) -> Refusal {
        let piece = Money(cents: value)
        return Refusal(
            .countInvalid,
            fr: (
                "\(count) × \(piece.decimal(point: ",")) : ce n'est ni une pièce ni un billet, ou pas un nombre.",
                "Les pièces vont de 0,01 à 2,00, les billets de 5 à 500."
            ),
            en: (
                "\(count) × \(piece.decimal()): that is no coin or note, or no number of them.",
                "Coins are 0.01 to 2.00, notes 5 to 500."
            ))
    }

    static func piecesDiffer(_ sum: Money, _ counted: Money) -> Refusal {
        Refusal(
            .countInvalid,
            fr: (
                "Les pièces et les billets font \(sum.decimal(point: ",")), et non \(counted.decimal(point: ",")).",
                "Recomptez, ou ne donnez que l'un des deux."
            ),
            en: (
                "The coins and notes come to \(sum.decimal()), not to \(counted.decimal()).",
                "Count again, or give only one of the two."
            ))
    }

    static var movement: Refusal {
        Refusal(
            .movementInvalid,
            fr: (
                "Ce mouvement d'espèces ne va pas.",
                "Un montant avec son signe, comme -200 à la banque ou 50 de monnaie."
            ),
            en: (
                "This cash movement doesn't fit.", "An amount with its sign, such as -200 to the bank or 50 of change."
            ))
    }

    static func periodNotOver(_ period: ClosurePeriod) -> Refusal {
        let (subject, e) = period.inFrench
        return Refusal(
            .periodInvalid,
            fr: ("\(subject) n'est pas fini\(e).", "Une période se clôture à partir de son dernier jour."),
            en: ("\(period.wording(in: .english)) isn't over.", "A period can be closed from its last day on."))
    }

    static func totalsOfTomorrow(_ day: OfficeDay) -> Refusal {
        Refusal(
            .totalsInvalid,
            fr: ("Le \(day.wording(in: .french)) n'est pas encore venu.", "Vérifiez la date des totaux."),
            en: ("\(day.wording(in: .english)) hasn't come yet.", "Check the date of the totals."))
    }

    static func totalsOutOfBounds(_ day: OfficeDay) -> Refusal {
        Refusal(
            .totalsInvalid,
            fr: (
                "Les totaux du \(day.wording(in: .french)) ont un nombre impossible.",
                "Vérifiez les tickets et les paiements."
            ),
            en: (
                "The totals of \(day.wording(in: .english)) have an impossible number.",
                "Check the tickets and the payments."
            ))
    }

    static func totalsLine(_ product: String, _ day: OfficeDay) -> Refusal {
        Refusal(
            .totalsInvalid,
            fr: (
                "La ligne \(product.quotedInFrench) du \(day.wording(in: .french)) ne va pas.",
                "Un nom, une quantité, un montant TTC et un taux de 0 à 100 %."
            ),
            en: (
                "The line \(product.quotedInEnglish) of \(day.wording(in: .english)) doesn't fit.",
                "A name, a quantity, an amount including VAT and a rate of 0 to 100%."
            ))
    }

    static func totalsDiffer(_ day: OfficeDay, sold: Money, paid: Money) -> Refusal {
        Refusal(
            .totalsInvalid,
            fr: (
                "Le \(day.wording(in: .french)), les lignes font \(sold.decimal(point: ",")) et les paiements \(paid.decimal(point: ",")).",
                "Les deux doivent être égaux : cherchez l'écart."
            ),
            en: (
                "On \(day.wording(in: .english)) the lines come to \(sold.decimal()) and the payments to \(paid.decimal()).",
                "The two must be equal: look for the difference."
            ))
    }

    static func totalsWithoutTickets(_ day: OfficeDay) -> Refusal {
        Refusal(
            .totalsInvalid,
            fr: ("Le \(day.wording(in: .french)), des lignes sans aucun ticket.", "Donnez le nombre de tickets."),
            en: ("On \(day.wording(in: .english)), lines without any ticket.", "Give the number of tickets."))
    }
}
