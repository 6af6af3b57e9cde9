import Reception

/// What can be wrong with what the office says of its tills.
extension Finding {
    static func noVoucher(_ method: Payment.Method) -> Finding {
        Finding(
            "change-on-no-voucher",
            fr: (
                "« \(method.rawValue) » n'est pas un bon.",
                "Ici se nomment holiday-voucher et gift-voucher ; sur les espèces, on rend toujours la monnaie."
            ),
            en: (
                "\"\(method.rawValue)\" is no voucher.",
                "Here holiday-voucher and gift-voucher are named; change is always given on cash."
            ))
    }

    static let rateOfNothing = Finding(
        "rate-of-nothing",
        fr: ("Ce taux est de zéro, ou de la catégorie sans TVA.", "Retirez-le : « none » n'a jamais de taux."),
        en: ("This rate is zero, or of the category without VAT.", "Remove it: \"none\" never has a rate."))

    static func duplicateRate(_ category: VATCategory, _ from: OfficeDay) -> Finding {
        Finding(
            "duplicate-rate",
            fr: ("La catégorie « \(category.rawValue) » a déjà un taux à partir du \(from).", "Gardez-en un seul."),
            en: ("The category \"\(category.rawValue)\" has a rate from \(from) on already.", "Keep only one."))
    }
}
