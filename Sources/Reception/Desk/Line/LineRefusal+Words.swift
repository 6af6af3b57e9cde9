/// What is said of words that can't be taken, and of lines.
extension LineRefusal {
    static func unknown(_ piece: LinePiece, near: [String]) -> LineRefusal {
        let list = near.joined(separator: ", ")
        return LineRefusal(
            refusal: Refusal(
                .tokenUnknown,
                fr: (
                    "\(piece.quoted) ne veut rien dire ici.",
                    near.isEmpty
                        ? "Corrigez ce mot, ou retirez-le : d'où ils viennent, combien ils sont, ce qu'ils demandent."
                        : "Vouliez-vous écrire \(list) ?"
                ),
                en: (
                    "\(piece.quotedInEnglish) means nothing here.",
                    near.isEmpty
                        ? "Mend this word, or remove it: where they come from, how many they are, what they ask for."
                        : "Did you mean \(list)?"
                )),
            suggestions: near)
    }

    /// - Parameter choices: what it may mean, each with the word to type instead.
    static func ambiguous(_ piece: LinePiece, _ choices: [(word: String, meaning: DeskLine.Token.Meaning)])
        -> LineRefusal
    {
        let shown = choices.prefix(6)
        let more = choices.count > shown.count ? "…" : ""
        let fr = shown.map { "\($0.word) (\($0.meaning.fr))" }.joined(separator: ", ")
        let en = shown.map { "\($0.word) (\($0.meaning.en))" }.joined(separator: ", ")
        return LineRefusal(
            refusal: Refusal(
                .tokenAmbiguous, fr: ("\(piece.quoted) peut vouloir dire plusieurs choses.", "Écrivez \(fr)\(more)."),
                en: ("\(piece.quotedInEnglish) can mean several things.", "Type \(en)\(more).")),
            suggestions: shown.map(\.word))
    }

    /// A code that is a small word of a sentence too.
    static func perhapsSmall(_ piece: LinePiece, _ word: String, _ meaning: DeskLine.Token.Meaning) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .tokenAmbiguous,
                fr: (
                    "\(piece.quoted) peut vouloir dire autre chose ici.",
                    "Écrivez \(word) (\(meaning.fr)), ou retirez ce mot."
                ),
                en: (
                    "\(piece.quotedInEnglish) can mean something else here.",
                    "Type \(word) (\(meaning.en)), or remove this word."
                )),
            suggestions: [word])
    }

    static func groupOrDepartement(_ piece: LinePiece, _ departement: DeskLine.Token.Meaning) -> LineRefusal {
        let group = "g\(piece.folded)"
        return LineRefusal(
            refusal: Refusal(
                .tokenAmbiguous,
                fr: (
                    "\(piece.quoted) : \(piece.folded) personnes, ou le département (\(departement.fr)) ?",
                    "Écrivez \(group) pour le groupe ; pour le département, ajoutez ? ou le nombre de personnes."
                ),
                en: (
                    "\(piece.quotedInEnglish): \(piece.folded) people, or the département (\(departement.en))?",
                    "Type \(group) for the group; for the département, add ? or the number of people."
                )),
            suggestions: [group])
    }

    static func languageUnknown(_ piece: LinePiece, near key: String) -> LineRefusal {
        let near = NearWords.near(key, in: [.languages]).map { "en-" + $0.key }
        return LineRefusal(
            refusal: Refusal(
                .languageUnknown,
                fr: (
                    "\(piece.quoted) n'est pas une langue connue.",
                    near.isEmpty
                        ? "Écrivez en-anglais, ou le code de la langue et deux points : en:."
                        : "Vouliez-vous écrire \(near.joined(separator: ", ")) ?"
                ),
                en: (
                    "\(piece.quotedInEnglish) isn't a known language.",
                    near.isEmpty
                        ? "Type en-english, or the language's code and a colon: en:."
                        : "Did you mean \(near.joined(separator: ", "))?"
                )),
            suggestions: near)
    }

    static func saidTwice(_ piece: LinePiece, _ other: Substring, field: DeskLine.Field, suggestions: [String])
        -> LineRefusal
    {
        let what = field.said
        let or = suggestions.first
        // Most often a number of people that was taken for a département.
        let people = field == .origin ? [LinePiece.number(other), piece.number].compactMap { $0 } : []
        if people.count == 2, people.allSatisfy({ $0 < 1_000 }) {
            return LineRefusal(
                refusal: Refusal(
                    .fieldSaidTwice,
                    fr: (
                        "\(LinePiece.quoted(other)) et \(piece.quoted) disent deux fois \(what.fr).",
                        "Deux ou trois chiffres sont toujours un département : \(people[0]) personnes s'écrivent \(people[0])+0."
                    ),
                    en: (
                        "\(LinePiece.quotedInEnglish(other)) and \(piece.quotedInEnglish) both say \(what.en).",
                        "Two or three digits always are a département: \(people[0]) people are written \(people[0])+0."
                    )))
        }
        return LineRefusal(
            refusal: Refusal(
                .fieldSaidTwice,
                fr: (
                    "\(LinePiece.quoted(other)) et \(piece.quoted) disent deux fois \(what.fr).",
                    or.map { "Gardez l'un des deux, ou écrivez \($0)." } ?? "Gardez l'un des deux."
                ),
                en: (
                    "\(LinePiece.quotedInEnglish(other)) and \(piece.quotedInEnglish) both say \(what.en).",
                    or.map { "Keep one of them, or type \($0)." } ?? "Keep one of them."
                )),
            suggestions: suggestions)
    }

    static func tooManyTopics(_ piece: LinePiece) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .tooManyTopics,
                fr: (
                    "\(piece.quoted) est une demande de trop.",
                    "\(Contact.topicLimit) au plus : gardez les principales."
                ),
                en: (
                    "\(piece.quotedInEnglish) is one topic too many.",
                    "At most \(Contact.topicLimit): keep the main ones."
                )))
    }

    static let emptyLine = LineRefusal(
        refusal: Refusal(
            .lineEmpty, fr: ("La ligne est vide.", "Dites au moins une chose ; ? si vous ne savez rien d'eux."),
            en: ("The line is empty.", "Say at least one thing; ? if you know nothing of them.")),
        suggestions: ["?"])

    static func longLine(_ length: Int) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .lineTooLong,
                fr: (
                    "La ligne est trop longue : \(length) octets.",
                    "\(DeskLine.byteLimit) au plus ; une visite tient en quelques mots."
                ),
                en: (
                    "The line is too long: \(length) bytes.",
                    "At most \(DeskLine.byteLimit); a visit takes a few words."
                )))
    }
}

extension DeskLine.Field {
    /// What it is about, in the middle of a sentence.
    var said: (fr: String, en: String) {
        switch self {
        case .party: ("combien ils sont", "how many they are")
        case .origin: ("d'où ils viennent", "where they come from")
        case .profile: ("qui ils sont", "who they are")
        case .topic: ("ce qu'ils demandent", "what they ask for")
        case .channel: ("comment ils ont pris contact", "how they got in touch")
        case .language: ("la langue", "the language")
        case .stay: ("s'ils dorment ici", "whether they stay here")
        case .firstVisit: ("s'ils sont déjà venus", "whether they have been here before")
        case .duration: ("la durée", "how long it took")
        case .outcome: ("ce qui en est sorti", "what came of it")
        case .when: ("quand c'était", "when it was")
        }
    }
}

extension LinePiece {
    /// As it is quoted in French.
    var quoted: String { Self.quoted(text) }
    /// As it is quoted in English.
    var quotedInEnglish: String { Self.quotedInEnglish(text) }

    static func quoted(_ text: Substring) -> String { "« \(shown(text)) »" }
    static func quotedInEnglish(_ text: Substring) -> String { "\"\(shown(text))\"" }

    /// On one line, without what a terminal would obey, 40 characters at most.
    private static func shown(_ text: Substring) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(40) {
            let isPlain =
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
                default: true
                }
            shown.append(isPlain ? scalar : "\u{FFFD}")
        }
        return String(shown) + (text.unicodeScalars.count > 40 ? "…" : "")
    }
}
