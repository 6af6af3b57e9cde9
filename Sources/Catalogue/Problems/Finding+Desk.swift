import Reception

/// What can be wrong with the words of the desk.
extension Finding {
    static func deskWordTaken(_ word: String, by owner: String) -> Finding {
        Finding(
            "desk-word-taken",
            fr: (
                "« \(word) » veut déjà dire « \(owner) ».",
                "Au comptoir un mot ne dit qu'une chose : gardez-le à un seul endroit."
            ),
            en: ("\"\(word)\" means \"\(owner)\" already.", "At the desk a word says one thing: keep it in one place."))
    }

    static func deskWordBuiltIn(_ word: String, _ meaning: DeskLine.Token.Meaning) -> Finding {
        Finding(
            "desk-word-built-in",
            fr: (
                "« \(word) » veut déjà dire « \(meaning.fr) » dans la ligne du comptoir.",
                "Choisissez un autre mot ; docs/guide/desk.md dit ceux que tous les offices ont."
            ),
            en: (
                "\"\(word)\" means \"\(meaning.en)\" already in the desk line.",
                "Choose another word; docs/guide/desk.md tells those that every office has."
            ))
    }

    static func duplicateDeskWord(_ word: String) -> Finding {
        Finding(
            "duplicate-desk-word",
            fr: (
                "« \(word) » est écrit deux fois.",
                "Gardez-en un seul : accents, majuscules et traits d'union ne comptent pas."
            ),
            en: ("\"\(word)\" is written twice.", "Keep only one: accents, capitals and hyphens don't matter."))
    }
}
