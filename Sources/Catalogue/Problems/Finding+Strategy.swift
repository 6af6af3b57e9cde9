import Reception

/// What can be wrong with the strategy.
extension Finding {
    static func indicatorSource(_ code: String, among sources: [String]) -> Finding {
        let list = sources.joined(separator: ", ")
        return Finding(
            "indicator-source",
            fr: ("« \(code) » doit dire d'où vient son chiffre, une seule fois.", "Gardez l'un de : \(list)."),
            en: ("\"\(code)\" must say once where its figure comes from.", "Keep one of: \(list)."))
    }

    static func questionImpossible(_ refusal: Refusal) -> Finding {
        let (fr, en) = (refusal.wording(in: .french), refusal.wording(in: .english))
        return Finding("question-impossible", fr: (fr.message, fr.hint), en: (en.message, en.hint))
    }

    static func onlyComputed(_ key: String) -> Finding {
        Finding(
            "only-computed",
            fr: (
                "« \(key) » ne va qu'avec « computed ».", "Retirez cette clé, ou posez une question dans « computed »."
            ),
            en: ("\"\(key)\" goes with \"computed\" only.", "Remove this key, or ask a question in \"computed\"."))
    }

    static func noShare(_ part: StandingQuestion, _ whole: StandingQuestion) -> Finding {
        Finding(
            "no-share",
            fr: (
                "« \(part.text) » et « \(whole.text) » ne font pas une part.",
                "Une part se fait de deux nombres que l'on compte : visitors, contacts, places-opened…"
            ),
            en: (
                "\"\(part.text)\" and \"\(whole.text)\" don't make a share.",
                "A share is made of two things that are counted: visitors, contacts, places-opened…"
            ))
    }

    static func knowsNoPlaces(_ question: StandingQuestion) -> Finding {
        Finding(
            "knows-no-places",
            fr: (
                "« \(question.text) » ne connaît pas les lieux : « kinds » n'y change rien.",
                "« kinds » va avec places-opened, take-aways, scans ou track-downloads."
            ),
            en: (
                "\"\(question.text)\" knows no places: \"kinds\" changes nothing there.",
                "\"kinds\" goes with places-opened, take-aways, scans or track-downloads."
            ))
    }
}
