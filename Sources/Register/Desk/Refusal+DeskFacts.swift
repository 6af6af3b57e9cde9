import Reception

// What the register refuses of the desk's facts: each is about other facts than the one handed in.

extension Refusal {
    static var factUnknown: Refusal {
        Refusal(
            .factUnknown, fr: ("Rien n'est enregistré sous ce numéro.", "« desk list » montre ce qui l'est."),
            en: ("Nothing is recorded under this id.", "“desk list” shows what is."))
    }

    static var factWasRevised: Refusal {
        Refusal(
            .factWasRevised,
            fr: (
                "Quelqu'un l'a déjà corrigé ou annulé.", "« desk show » et son numéro montrent ce qu'il est devenu."
            ),
            en: ("Somebody has corrected or voided it already.", "“desk show” and its id tell what became of it."))
    }

    static var factKindDiffers: Refusal {
        Refusal(
            .factKindDiffers,
            fr: (
                "Ce numéro désigne autre chose : une visite ne corrige qu'une visite, et ne détaille qu'un comptage.",
                "Annulez-le avec « desk void », puis notez ce qu'il faut."
            ),
            en: (
                "This id is of something else: a visit corrects a visit only, and is a sample of a tally only.",
                "Void it with “desk void”, then log what you mean."
            ))
    }

    /// Lists the histories that an id may mean, each by as much of its first id as tells it from the others.
    static func factAmbiguous(_ id: String, _ histories: [KeptFact], _ clock: OfficeClock) -> Refusal {
        let facts = histories.filter { $0.fact.revises == nil }
        let ids = facts.map(\.fact.id.description)
        let length = (13...36).first { [ids] length in Set(ids.map { $0.prefix(length) }).count == ids.count } ?? 36
        func list(_ language: MessageLanguage) -> String {
            zip(ids, facts).map { id, kept in
                let kind = kept.fact.content.kind.name(in: language)
                return "\(id.prefix(length)) (\(kind), \(clock.text(of: kept.fact.at)))"
            }.joined(separator: ", ")
        }
        return Refusal(
            .factAmbiguous,
            fr: ("Plusieurs numéros commencent par « \(id) » : \(list(.french)).", "Tapez-en un peu plus."),
            en: ("Several ids begin with “\(id)”: \(list(.english)).", "Type a little more of it."))
    }
}

extension DeskFact.Kind {
    fileprivate func name(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .visit: ("visite", "visit")
            case .tally: ("comptage", "tally")
            case .door: ("porte", "door count")
            case .attendance: ("entrées", "attendance")
            case .opening: ("horaires", "opening hours")
            case .annotation: ("note", "note")
            }
        return language == .french ? fr : en
    }
}

extension OfficeClock {
    /// `2026-07-14 10:05`
    fileprivate func text(of instant: Instant) -> String {
        let (day, minute) = dayAndMinute(at: instant)
        return "\(day) " + [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
