import Reception

/// How far the figures carry.
extension CouncilReport {
    func notes(_ language: MessageLanguage) -> [String] {
        language == .french ? frenchNotes : englishNotes
    }

    private var frenchNotes: [String] {
        [
            "Ces chiffres disent qui est venu à l’office, pas qui est venu dans la région.",
            "Les écrans comptent des sessions et des gestes, jamais des personnes : une famille en fait une, un curieux plusieurs.",
        ] + compared(.french)
            + [
                "« Pas compté » n’est pas zéro : personne n’a compté, ou rien n’était en marche pour le faire.",
                "Une part par origine, par profil… est de ce qui est connu ; l’inconnu est montré à côté, sur le tout.",
                "Il n’y a pas de pourcentage sur moins de 30.",
                "Les nombres de 1 à 4 sont cachés, avec autant d’autres qu’il en faut pour qu’une soustraction ne les retrouve pas. Une somme d’argent l’est quand peu de tickets sont derrière.",
                "« Stable » veut dire : moins de 3 % d’écart. Une hausse ou une baisse est constatée, pas expliquée.",
                coverage(.french),
                "\(asOf(in: .french).prefix(1).uppercased())\(asOf(in: .french).dropFirst()) : ce jour compte tel qu’il était enregistré alors ; une correction saisie plus tard changera les chiffres.",
            ].compactMap { $0 }
    }

    private var englishNotes: [String] {
        [
            "These figures say who came to the office, not who came to the area.",
            "Screens count sessions and what is done on them, never people: a family makes one, somebody curious several.",
        ] + compared(.english)
            + [
                "“Not counted” isn’t zero: nobody counted, or nothing was switched on to do so.",
                "A share by origin, by profile… is of what is known; the unknown is shown beside it, of everything.",
                "There is no percentage on a base under 30.",
                "Numbers from 1 to 4 are hidden, with as many others as it takes for subtraction not to find them. A sum of money is when few tickets are behind it.",
                "“Stable” means less than 3% apart. A rise or a fall is observed, not explained.",
                coverage(.english),
                "\(asOf(in: .english).prefix(1).uppercased())\(asOf(in: .english).dropFirst()): that day counts as it was recorded then; a later correction will change the figures.",
            ].compactMap { $0 }
    }

    /// Which days, run by run, and why others aren't.
    private func compared(_ language: MessageLanguage) -> [String] {
        guard let pairing else { return [] }
        let (words, isFrench) = (DayWords(language), language == .french)
        let runs = pairing.runs.map { run in
            isFrench
                ? "\(words.run(run.days)) avec \(words.run(run.others))"
                : "\(words.run(run.days)) with \(words.run(run.others))"
        }
        var notes: [String] = []
        if !runs.isEmpty {
            notes.append(
                (isFrench
                    ? "Comparaison \(scope.comparison.name(in: language)), jour pour jour, \(pairing.days.count) jours : "
                    : "Compared against \(scope.comparison.name(in: language)), day by day, \(pairing.days.count) days: ")
                    + runs.joined(separator: " ; ") + ".")
        }
        for reason in Pairing.Reason.allCases {
            guard let days = pairing.without[reason] else { continue }
            notes.append(
                (isFrench
                    ? "Jours qui ne sont pas comparés, \(reason.name(in: language)) : "
                    : "Days that aren’t compared, \(reason.name(in: language)): ")
                    + days.runs.map(words.run).joined(separator: ", ") + ".")
        }
        return notes
    }

    /// How many of those who came are in the figures of the desk, if the door counted.
    private func coverage(_ language: MessageLanguage) -> String? {
        let answer = figure(.coverage)
        guard let share = answer?.figure(column: 0).tenthsOfPercent else {
            return language == .french
                ? "La porte n’ayant pas assez compté, on ne sait pas quelle part des passages est saisie au comptoir."
                : "As the door counted too little, nobody knows which share of those who came was recorded at the desk."
        }
        let percent = words(language).percent(share)
        return language == .french
            ? "Couverture : les visiteurs saisis font \(percent) des passages comptés à la porte."
            : "Coverage: visitors recorded are \(percent) of the people counted at the door."
    }
}
