/// What can be wrong with what the shop sells, and on what terms.
extension Refusal {
    static func noProductCode(_ code: String) -> Refusal {
        Refusal(
            .productInvalid,
            fr: (
                "\(code.quotedInFrench) ne peut pas être le code d'un produit.",
                "Des minuscules sans accent, des chiffres et des tirets, avec une lettre : miel-500."
            ),
            en: (
                "\(code.quotedInEnglish) can't be a product's code.",
                "Small letters without accents, digits and hyphens, with a letter: miel-500."
            ))
    }

    static func noFrenchLabel(_ code: String) -> Refusal {
        Refusal(
            .productInvalid, fr: ("\(code) n'a pas de libellé en français.", "Donnez-le : c'est celui des tickets."),
            en: ("\(code) has no label in French.", "Give it: it is the one on receipts."))
    }

    static func noLabel(_ label: String, _ language: String, _ code: String) -> Refusal {
        Refusal(
            .productInvalid,
            fr: (
                "Le libellé \(label.quotedInFrench) de \(code), en \(language.quotedInFrench), ne va pas.",
                "Une ligne de 1 à \(Product.labelLimit) signes, dans une langue comme fr ou en."
            ),
            en: (
                "The label \(label.quotedInEnglish) of \(code), in \(language.quotedInEnglish), doesn't fit.",
                "One line of 1 to \(Product.labelLimit) characters, in a language such as fr or en."
            ))
    }

    static func price(_ price: Money, of code: String) -> Refusal {
        Refusal(
            .priceInvalid,
            fr: ("\(code) ne peut pas coûter \(price.decimal(point: ",")).", "Un prix TTC va de 0,01 à 999999,99."),
            en: ("\(code) can't cost \(price.decimal()).", "A price, including VAT, is 0.01 to 999999.99."))
    }

    static func noSupplier(_ code: String) -> Refusal {
        Refusal(
            .productInvalid,
            fr: ("Le fournisseur de \(code) est vide ou trop long.", "Une ligne de 1 à 200 signes, ou rien."),
            en: ("The supplier of \(code) is empty or too long.", "One line of 1 to 200 characters, or nothing."))
    }

    static func noBarcode(_ barcode: String, _ code: String) -> Refusal {
        Refusal(
            .productInvalid,
            fr: (
                "\(barcode.quotedInFrench) ne peut pas être le code-barres de \(code).",
                "De 4 à 32 lettres et chiffres."
            ),
            en: ("\(barcode.quotedInEnglish) can't be the barcode of \(code).", "4 to 32 letters and digits."))
    }

    static func barcodeTaken(_ barcode: String, by other: Product) -> Refusal {
        Refusal(
            .productInvalid,
            fr: (
                "\(barcode.quotedInFrench) désigne déjà \(other.code).",
                "Donnez-en un autre, ou retirez-le de \(other.code)."
            ),
            en: ("\(barcode.quotedInEnglish) is \(other.code) already.", "Give another, or take it off \(other.code).")
        )
    }

    static func depositorUnknown(_ code: String) -> Refusal {
        Refusal(
            .depositorUnknown,
            fr: ("Aucun déposant ne s'appelle \(code.quotedInFrench).", "« desk depositor list » les montre tous."),
            en: ("No depositor is called \(code.quotedInEnglish).", "“desk depositor list” shows them all."))
    }

    static func noDepositorCode(_ code: String) -> Refusal {
        Refusal(
            .depositorInvalid,
            fr: (
                "\(code.quotedInFrench) ne peut pas être le code d'un déposant.",
                "Des minuscules sans accent, des chiffres et des tirets, avec une lettre."
            ),
            en: (
                "\(code.quotedInEnglish) can't be a depositor's code.",
                "Small letters without accents, digits and hyphens, with a letter."
            ))
    }

    static func noDepositorName(_ code: String) -> Refusal {
        Refusal(
            .depositorInvalid, fr: ("Le nom de \(code) est vide ou trop long.", "Une ligne de 1 à 100 signes."),
            en: ("The name of \(code) is empty or too long.", "One line of 1 to 100 characters."))
    }

    static func noCommission(_ code: String) -> Refusal {
        Refusal(
            .depositorInvalid, fr: ("La commission de \(code) ne va pas.", "De 0 à 100 % du prix TTC."),
            en: ("The commission of \(code) doesn't fit.", "0 to 100% of the price including VAT."))
    }

    static var noRate: Refusal {
        Refusal(
            .rateInvalid,
            fr: (
                "Ce taux de TVA ne va pas.",
                "De 0,01 à 100 %, pour une catégorie qui a de la TVA : « none » n'en a jamais."
            ),
            en: ("This VAT rate doesn't fit.", "0.01 to 100%, for a category that has VAT: “none” never has."))
    }

    static func notStocked(_ product: Product) -> Refusal {
        Refusal(
            .stockInvalid,
            fr: (
                "Le stock de \(product.code) n'est pas suivi.",
                "« desk product edit \(product.code) --stock » le fait suivre."
            ),
            en: (
                "The stock of \(product.code) isn't followed.",
                "“desk product edit \(product.code) --stock” has it followed."
            ))
    }

    static func stockQuantity(_ kind: StockMove.Kind) -> Refusal {
        let least = kind == .stockTake ? 0 : 1
        return Refusal(
            .stockInvalid, fr: ("Cette quantité ne va pas.", "De \(least) à 99999."),
            en: ("This quantity doesn't fit.", "\(least) to 99999."))
    }
}
