/// What can be wrong with what the office says of its statistics.
extension Finding {
    static func monthTwice(_ month: Int, _ season: String) -> Finding {
        Finding(
            "month-in-two-seasons",
            fr: (
                "Le mois \(month) est déjà de la saison « \(season) ».",
                "Laissez-le à une seule : les saisons d'une année font l'année."
            ),
            en: (
                "The month \(month) is in the season \"\(season)\" already.",
                "Leave it to one only: the seasons of a year make up the year."
            ))
    }

    static func monthsWithoutSeason(_ months: [Int]) -> Finding {
        let list = months.map { "\($0)" }.joined(separator: ", ")
        return Finding(
            "month-without-season",
            fr: (
                "Aucune saison n'a ces mois : \(list).",
                "Donnez-les à une saison : les saisons d'une année font l'année."
            ),
            en: (
                "No season has these months: \(list).", "Give them to a season: the seasons of a year make up the year."
            ))
    }
}

extension Expected {
    static let departement = Expected(
        french: "un code de département, entre guillemets", english: "the code of a département, in quotes",
        example: "\"34\"")
    static let seasonCode = Expected(
        french: "en minuscules, chiffres et tirets, sans être un nombre ni une semaine",
        english: "lower-case letters, digits and hyphens, but neither a number nor a week", example: "wings")
    static let month = Expected(french: "un mois, de 1 à 12", english: "a month, 1 to 12", example: "7")
}
