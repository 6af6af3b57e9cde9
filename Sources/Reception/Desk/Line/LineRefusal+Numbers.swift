/// What is said of numbers that can't be taken.
extension LineRefusal {
    static func partyOfNobody(_ piece: LinePiece) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .partyInvalid,
                fr: ("\(piece.quoted) ne compte personne.", "Combien sont-ils ? Écrivez ? si vous ne savez pas."),
                en: ("\(piece.quotedInEnglish) counts nobody.", "How many are they? Type ? if you don't know.")),
            suggestions: ["?"])
    }

    static func partyTooBig(_ piece: LinePiece, _ people: Int) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .partyInvalid,
                fr: (
                    "\(people) personnes, c'est trop pour une visite.",
                    "\(Contact.peopleLimit) au plus : vérifiez le nombre."
                ),
                en: ("\(people) people are too many for a visit.", "At most \(Contact.peopleLimit): check the number."))
        )
    }

    static func partyNegative(_ piece: LinePiece) -> LineRefusal {
        let positive = String(piece.folded.dropFirst())
        return LineRefusal(
            refusal: Refusal(
                .partyInvalid, fr: ("\(piece.quoted) est négatif.", "Un nombre de personnes s'écrit 2, 2+2 ou g25."),
                en: ("\(piece.quotedInEnglish) is negative.", "A number of people is written 2, 2+2 or g25.")),
            suggestions: [positive])
    }

    static func partyBrokenOff(_ piece: LinePiece, adults: Int?) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .partyInvalid,
                fr: (
                    "\(piece.quoted) ne dit pas combien ils sont.",
                    "Adultes et enfants s'écrivent 2+2 ; un groupe, g25."
                ),
                en: (
                    "\(piece.quotedInEnglish) doesn't say how many they are.",
                    "Adults and children are written 2+2; a group, g25."
                )),
            suggestions: adults.map { ["\($0)+0", "\($0)+1"] } ?? [])
    }

    static func childrenAlone(_ piece: LinePiece, _ children: Int) -> LineRefusal {
        let first = children == 1
        return LineRefusal(
            refusal: Refusal(
                .tokenAmbiguous,
                fr: (
                    "\(piece.quoted) : \(first ? "un enfant, ou la première visite ?" : "des enfants sans adulte ?")",
                    first ? "Écrivez 0+1 ou 1ere." : "Écrivez 0+\(children)."
                ),
                en: (
                    "\(piece.quotedInEnglish): \(first ? "one child, or the first visit?" : "children without an adult?")",
                    first ? "Type 0+1 or 1ere." : "Type 0+\(children)."
                )),
            suggestions: first ? ["0+1", "1ere"] : ["0+\(children)"])
    }

    static func corsica(_ piece: LinePiece) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                piece.folded.utf8.count == 2 ? .departementUnknown : .postcodeUnknown,
                fr: (
                    "\(piece.quoted) ne dit pas quelle moitié de la Corse.",
                    "Écrivez 2A (Corse-du-Sud) ou 2B (Haute-Corse)."
                ),
                en: (
                    "\(piece.quotedInEnglish) doesn't say which half of Corsica.",
                    "Type 2A (Corse-du-Sud) or 2B (Haute-Corse)."
                )),
            suggestions: ["2A", "2B"])
    }

    static func overseas(_ piece: LinePiece, country: String) -> LineRefusal {
        let (fr, en) = (Countries.name(of: country, in: .french), Countries.name(of: country, in: .english))
        let code = country.lowercased()
        return LineRefusal(
            refusal: Refusal(
                piece.folded.utf8.count == 3 ? .departementUnknown : .postcodeUnknown,
                fr: ("\(piece.quoted) n'est pas un département : \(fr).", "Écrivez \(code)."),
                en: ("\(piece.quotedInEnglish) isn't a département: \(en).", "Type \(code).")),
            suggestions: [code])
    }

    static func departementUnknown(_ piece: LinePiece) -> LineRefusal {
        let people = piece.number ?? 0
        let isParty = 10...Contact.peopleLimit ~= people
        return LineRefusal(
            refusal: Refusal(
                .departementUnknown,
                fr: (
                    "\(piece.quoted) n'est pas un département.",
                    isParty
                        ? "Deux ou trois chiffres en sont toujours un ; \(people) personnes s'écrivent g\(people) ou \(people)+0."
                        : "Deux ou trois chiffres en sont toujours un ; une visite compte \(Contact.peopleLimit) personnes au plus, écrites g25."
                ),
                en: (
                    "\(piece.quotedInEnglish) isn't a département.",
                    isParty
                        ? "Two or three digits always are one; \(people) people are written g\(people) or \(people)+0."
                        : "Two or three digits always are one; a visit has at most \(Contact.peopleLimit) people, written g25."
                )),
            suggestions: isParty ? ["g\(people)", "\(people)+0"] : [])
    }

    static func inseeCode(_ piece: LinePiece, meant: String) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .postcodeUnknown,
                fr: (
                    "\(piece.quoted) est un code INSEE, pas un code postal.",
                    "Écrivez le code postal, par exemple \(meant)."
                ),
                en: (
                    "\(piece.quotedInEnglish) is an INSEE code, not a postcode.",
                    "Type the postcode, for example \(meant)."
                )),
            suggestions: [meant, String(meant.prefix(2))])
    }

    static func postcodeUnknown(_ piece: LinePiece, departement: String?) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .postcodeUnknown,
                fr: (
                    "\(piece.quoted) n'est pas un code postal de France.",
                    departement.map { "Vérifiez-le, ou écrivez le département : \($0)." }
                        ?? "Vérifiez-le, ou écrivez le pays d'où ils viennent."
                ),
                en: (
                    "\(piece.quotedInEnglish) isn't a French postcode.",
                    departement.map { "Check it, or type the département: \($0)." }
                        ?? "Check it, or type the country they come from."
                )),
            suggestions: departement.map { [$0] } ?? [])
    }

    static func digits(_ piece: LinePiece) -> LineRefusal {
        let withZero = "0" + piece.folded
        let suggestions = Departements.code(ofPostcode: withZero) == nil ? [] : [withZero]
        return LineRefusal(
            refusal: Refusal(
                .tokenUnknown,
                fr: (
                    "\(piece.quoted) n'est ni un département ni un code postal.",
                    "Un département a deux ou trois chiffres, un code postal cinq ; un groupe s'écrit g25."
                ),
                en: (
                    "\(piece.quotedInEnglish) is neither a département nor a postcode.",
                    "A département has two or three digits, a postcode five; a group is written g25."
                )),
            suggestions: suggestions)
    }

    static func durationUnknown(_ piece: LinePiece) -> LineRefusal {
        let durations = Contact.Duration.allCases.map(\.rawValue)
        let list = durations.joined(separator: ", ")
        return LineRefusal(
            refusal: Refusal(
                .durationInvalid,
                fr: ("\(piece.quoted) n'est pas une durée.", "Les durées : \(list), ou des minutes : 10min."),
                en: ("\(piece.quotedInEnglish) isn't a duration.", "Durations: \(list), or minutes: 10min.")),
            suggestions: durations)
    }
}
