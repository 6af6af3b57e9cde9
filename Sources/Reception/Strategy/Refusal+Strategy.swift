/// Why an entered figure isn't kept.
extension Refusal {
    static func indicatorUnknown(_ code: String, among known: [StrategyIndicator]) -> Refusal {
        let near = near(code, among: known)
        return Refusal(
            .indicatorUnknown,
            fr: (
                "\(code.quotedForMessage) n'est pas un indicateur.",
                near.isEmpty
                    ? "« desk indicator list » les montre tous." : "Vouliez-vous écrire : \(near) ?"
            ),
            en: (
                "\(code.quotedForMessage) isn't an indicator.",
                near.isEmpty ? "“desk indicator list” shows them all." : "Did you mean: \(near)?"
            ))
    }

    /// By a slip of the hand, else by words of the code or the name.
    private static func near(_ code: String, among known: [StrategyIndicator]) -> String {
        let slips = NearWords.nearest(code.lowercased(), among: known.map(\.code))
        guard slips.isEmpty else { return slips.joined(separator: ", ") }
        let typed = Folding.key(code)
        return known.filter { indicator in
            typed.utf8.count > 2
                && [indicator.code, indicator.name.fr, indicator.name.en].contains { Folding.key($0).contains(typed) }
        }.prefix(4).map(\.code).joined(separator: ", ")
    }

    static func indicatorNotEntered(_ indicator: StrategyIndicator) -> Refusal {
        let (code, name) = (indicator.code, indicator.name)
        return Refusal(
            .indicatorNotEntered,
            fr: (
                "« \(name.fr) » (\(code)) ne se saisit pas : son chiffre se remplit tout seul.",
                "« desk strategy » le montre."
            ),
            en: (
                "“\(name.en)” (\(code)) isn't entered: its figure fills itself.", "“desk strategy” shows it."
            ))
    }

    /// What is typed isn't a figure of that indicator.
    public static func indicatorValueInvalid(_ typed: String, _ indicator: StrategyIndicator) -> Refusal {
        Refusal(
            .indicatorValueInvalid,
            fr: (
                "\(typed.quotedForMessage) ne va pas pour « \(indicator.name.fr) ».",
                "Il y faut \(indicator.unit.example(in: .french))."
            ),
            en: (
                "\(typed.quotedForMessage) won't do for “\(indicator.name.en)”.",
                "It takes \(indicator.unit.example(in: .english))."
            ))
    }

    static func indicatorPeriodInvalid(_ period: IndicatorPeriod) -> Refusal {
        Refusal(
            .indicatorPeriodInvalid,
            fr: (
                "\(period.text) n'a pas encore commencé, ou est avant 2000.",
                "Donnez une année ou un mois déjà commencés : --year 2026 --month 7."
            ),
            en: (
                "\(period.text) hasn't begun yet, or is before 2000.",
                "Give a year or a month that has begun: --year 2026 --month 7."
            ))
    }

    static var indicatorSourceInvalid: Refusal {
        Refusal(
            .indicatorSourceInvalid,
            fr: (
                "Il manque la source du chiffre, ou elle est trop longue.",
                "Dites où il se trouve, sur une ligne de 300 signes au plus : --source \"Rapport d'activité 2026, p. 4\"."
            ),
            en: (
                "The figure's source is missing, or too long.",
                "Say where it is to be found, on a line of at most 300 characters: --source \"Annual report 2026, p. 4\"."
            ))
    }

    static var whoInvalid: Refusal {
        Refusal(
            .counsellorInvalid,
            fr: ("Qui saisit n'est pas écrit comme il faut.", "Des lettres sans accent, chiffres, points ou tirets."),
            en: ("Who enters it isn't written as it should be.", "Unaccented letters, digits, dots or dashes."))
    }

    /// There is nothing that can be undone.
    public static var indicatorNothingToUndo: Refusal {
        Refusal(
            .indicatorNothingToUndo,
            fr: (
                "Rien à annuler : vous n'avez saisi aucun chiffre qui compte encore.",
                "« desk indicator list » montre ceux des autres ; « desk indicator set » les corrige."
            ),
            en: (
                "Nothing to undo: you entered no figure that still counts.",
                "“desk indicator list” shows those of others; “desk indicator set” corrects them."
            ))
    }
}
