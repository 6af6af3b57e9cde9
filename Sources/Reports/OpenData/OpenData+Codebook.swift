import Reception

/// What the codes of open data mean, for programs and for people.
extension OpenData {
    /// Every value that occurs, with its names: `facet,value,fr,en`.
    var codes: String {
        var seen: [Facet: Set<String>] = [:]
        for row in rows.joined() {
            if let facet = Facet(rawValue: row.facet) { seen[facet, default: []].insert(row.value) }
        }
        var lines = ["facet,value,fr,en\n"]
        for facet in Facet.allCases {
            for value in (seen[facet] ?? []).sorted() {
                let names = MessageLanguage.allCases.map { facet.valueName(value, names: office.names, in: $0) }
                lines.append(([facet.rawValue, value] + names).map(Self.field).joined(separator: ",") + "\n")
            }
        }
        return lines.joined()
    }

    private static func field(_ text: String) -> String {
        let isPlain = !text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    func title(in language: MessageLanguage) -> String {
        (office.isDemonstration ? (language == .french ? "DÉMONSTRATION – " : "DEMONSTRATION – ") : "")
            + (language == .french ? "Fréquentation et services : " : "Attendance and services: ") + office.name
    }

    func description(in language: MessageLanguage) -> String {
        language == .french
            ? "Sommes par mois de ce que l’office a compté. Ces chiffres disent qui est venu à l’office, pas qui est venu dans la région."
            : "Sums by month of what the office counted. These figures say who came to the office, not who came to the area."
    }

    func codebook(in language: MessageLanguage) -> String {
        let isFrench = language == .french
        let words = DayWords(language)
        let (licence, path) = office.licence.text
        var text = "# \(title(in: language))\n\n\(description(in: language))\n\n"
        if let first = months.first, let last = months.last {
            text +=
                isFrench
                ? "Mois : \(words.period(first)) à \(words.period(last)). Un mois n’y est qu’une fois terminé.\n\n"
                : "Months: \(words.period(first)) to \(words.period(last)). A month is there once it is over.\n\n"
        }
        text += (isFrench ? "Licence : " : "Licence: ") + "[\(licence)](\(path)).\n\n"
        text +=
            isFrench
            ? """
            ## Les fichiers

            Chaque ligne est un mois (`month`), un détail (`facet`, `all` pour l’ensemble), une de ses valeurs (`value`, nommée dans `codes.csv`), le nombre, et son état (`status`) :

            | `status` | sens |
            |---|---|
            | `counted` | compté ; 0 a été compté |
            | `not_counted` | personne n’a compté : ce n’est pas zéro |
            | `hidden` | caché : de 1 à 4, ou ce qui permettrait de le retrouver |

            Les lignes d’un détail font l’ensemble quand rien n’y est caché ; celles de `topic` et, pour les sessions, de `language` se recoupent. `unknown` est ce que personne n’a dit.


            """
            : """
            ## The files

            Each line is a month (`month`), a breakdown (`facet`, `all` for the whole), one of its values (`value`, named in `codes.csv`), the number, and its `status`:

            | `status` | meaning |
            |---|---|
            | `counted` | counted; 0 was counted |
            | `not_counted` | nobody counted: that isn’t zero |
            | `hidden` | hidden: 1 to 4, or what would give it away |

            The lines of a breakdown add up to the whole when none is hidden; those of `topic` and, of sessions, of `language` overlap. `unknown` is what nobody said.


            """
        text +=
            "| \(isFrench ? "fichier" : "file") | \(isFrench ? "ce qu’il compte" : "what it counts") | \(isFrench ? "ce qu’il laisse de côté" : "what it leaves out") | \(isFrench ? "unité" : "unit") | `facet` |\n|---|---|---|---|---|\n"
        for (subject, _) in subjects {
            let definition = subject.measure.definition
            text +=
                "| `\(subject.file)` | \(definition.name[language]) : \(definition.meaning[language]) | \(definition.leftOut[language]) | \(Self.unit(subject, language)) | \((["all"] + subject.facets.map(\.rawValue)).joined(separator: ", ")) |\n"
        }
        return text
    }

    static func unit(_ subject: OpenDataSubject, _ language: MessageLanguage) -> String {
        let isFrench = language == .french
        return switch subject.measure.unit {
        case .count: isFrench ? "nombre" : "count"
        case .cents: isFrench ? "centimes" : "cents"
        case .seconds: isFrench ? "secondes" : "seconds"
        case .minutes: "minutes"
        }
    }
}
