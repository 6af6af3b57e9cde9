/// What can be wrong with the form of a YAML file.
extension Finding {
    static func malformedYAML(_ detail: String) -> Finding {
        Finding(
            "malformed-yaml",
            fr: (
                "Ce fichier n'est pas du YAML correct (\(detail)).",
                "Vérifiez l'alignement, les guillemets et les accolades à cet endroit."
            ),
            en: ("This file isn't valid YAML (\(detail)).", "Check the indentation, quotes and braces around here."))
    }

    static let emptyFile = Finding(
        "empty-file",
        fr: ("Le fichier est vide.", "Écrivez son contenu, ou supprimez-le."),
        en: ("The file is empty.", "Write its content, or remove it."))

    static func duplicateKey(_ key: String) -> Finding {
        Finding(
            "duplicate-key",
            fr: ("La clé « \(key) » est écrite deux fois.", "Gardez-en une seule."),
            en: ("The key \"\(key)\" is written twice.", "Keep only one."))
    }

    static func unknownKey(_ key: String, among keys: [String]) -> Finding {
        if let close = closest(to: key, among: keys) {
            return Finding(
                "unknown-key",
                fr: ("Clé inconnue « \(key) ».", "Vouliez-vous écrire « \(close) » ?"),
                en: ("Unknown key \"\(key)\".", "Did you mean \"\(close)\"?"))
        }
        let list = keys.joined(separator: ", ")
        return Finding(
            "unknown-key",
            fr: ("Clé inconnue « \(key) ».", "Les clés possibles ici : \(list)."),
            en: ("Unknown key \"\(key)\".", "The keys that can stand here: \(list)."))
    }

    static func unknownValue(_ value: String, of key: String, among values: [String]) -> Finding {
        let list = values.joined(separator: ", ")
        let close = closest(to: value, among: values)
        return Finding(
            "unknown-value",
            fr: (
                "« \(value) » n'est pas une valeur de « \(key) ».",
                close.map { "Vouliez-vous écrire « \($0) » ?" } ?? "Les valeurs possibles : \(list)."
            ),
            en: (
                "\"\(value)\" isn't a value of \"\(key)\".",
                close.map { "Did you mean \"\($0)\"?" } ?? "The values it can have: \(list)."
            ))
    }

    static func missingKey(_ key: String) -> Finding {
        Finding(
            "missing-key",
            fr: ("Il manque « \(key) ».", "Ajoutez cette clé ; docs/guide/content.md montre sa forme."),
            en: ("\"\(key)\" is missing.", "Add this key; docs/guide/content.md shows its form."))
    }

    static func wrongType(_ key: String, _ expected: Expected) -> Finding {
        Finding(
            "wrong-type",
            fr: ("« \(key) » devrait être \(expected.french).", "Exemple : \(expected.example)"),
            en: ("\"\(key)\" should be \(expected.english).", "For example: \(expected.example)"))
    }

    static func outOfRange(_ key: String, _ range: String) -> Finding {
        Finding(
            "out-of-range",
            fr: ("« \(key) » est hors des limites.", "Attendu : \(range)."),
            en: ("\"\(key)\" is out of range.", "Expected: \(range)."))
    }

    static func notForThisKind(_ key: String, kind: PlaceKind) -> Finding {
        Finding(
            "not-for-this-kind",
            fr: (
                "« \(key) » n'a pas de sens pour un lieu de nature « \(kind.rawValue) ».",
                "Retirez cette clé, ou déplacez le dossier sous la bonne nature."
            ),
            en: (
                "\"\(key)\" means nothing for a place of kind \"\(kind.rawValue)\".",
                "Remove this key, or move the folder under the right kind."
            ))
    }

    /// The nearest by edits, when it is near enough to be a slip: at most a third of the word.
    static func closest(to word: String, among candidates: [String]) -> String? {
        candidates
            .map { (distance: editDistance(Array(word.utf8), Array($0.utf8)), word: $0) }
            .filter { $0.distance <= max(1, min(word.utf8.count, $0.word.utf8.count) / 3) }
            .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
    }

    /// Levenshtein's distance.
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        // A key as long as a page is no slip of the hand.
        guard left.count < 64, right.count < 64 else { return .max }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let substitution = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

/// What a value should have been.
struct Expected {
    let french: String
    let english: String
    let example: String

    static let text = Expected(french: "un texte", english: "a text", example: "\"Sommières\"")
    static let translations = Expected(
        french: "un texte par langue", english: "one text per language", example: "{fr: …, en: …}")
    static let nameOrTranslations = Expected(
        french: "un nom propre ou un texte par langue", english: "a proper name or one text per language",
        example: "{fr: …, en: …}")
    static let mapping = Expected(french: "un groupe de clés", english: "a group of keys", example: "{clé: valeur}")
    static let list = Expected(french: "une liste", english: "a list", example: "[a, b]")
    static let integer = Expected(french: "un nombre entier", english: "a whole number", example: "120")
    static let number = Expected(french: "un nombre", english: "a number", example: "9.4")
    static let boolean = Expected(french: "true ou false", english: "true or false", example: "true")
    static let yesNo = Expected(french: "yes ou no", english: "yes or no", example: "yes")
    static let date = Expected(french: "une date AAAA-MM-JJ", english: "a date YYYY-MM-DD", example: "2026-07-14")
    static let schoolYear = Expected(
        french: "une année scolaire AAAA-AAAA", english: "a school year YYYY-YYYY", example: "2026-2027")
    static let partialDate = Expected(
        french: "une date AAAA, AAAA-MM ou AAAA-MM-JJ", english: "a date YYYY, YYYY-MM or YYYY-MM-DD",
        example: "1971-07-02")
    static let periodBound = Expected(
        french: "une date AAAA-MM-JJ ou MM-JJ", english: "a date YYYY-MM-DD or MM-DD", example: "07-01")
    static let hours = Expected(french: "une plage horaire", english: "a range of hours", example: "\"10:00-13:00\"")
    static let timeOfDay = Expected(
        french: "une heure, de 00:00 à 23:59", english: "a time of day, 00:00 to 23:59", example: "\"22:00\"")
    static let screenID = Expected(
        french: "1 à 64 lettres sans accent, chiffres, points, tirets", english: "1 to 64 of A-Z a-z 0-9 . _ -",
        example: "ecran-1")
    static let duration = Expected(french: "une durée h:mm", english: "a duration h:mm", example: "\"2:40\"")
    static let amount = Expected(
        french: "un montant en euros, deux décimales au plus", english: "an amount in euros, two decimals at most",
        example: "3.50")
    static let slug = Expected(
        french: "en minuscules, chiffres et tirets", english: "lower-case letters, digits and hyphens",
        example: "pont-romain")
    static let officeCode = Expected(
        french: "en minuscules, chiffres et tirets, sans « demo- » au début : ce sont les démonstrations",
        english: "lower-case letters, digits and hyphens, not beginning with “demo-”: those are demonstrations",
        example: "pays-de-sommieres")
    static let deskWord = Expected(
        french: "un mot de 2 à 40 lettres ou chiffres, quatre parties au plus",
        english: "a word of 2 to 40 letters or digits, at most four parts", example: "rando")
    static let code = Expected(
        french: "2 à 6 lettres minuscules ou chiffres", english: "2 to 6 lower-case letters or digits", example: "pp1")
    static let language = Expected(
        french: "un code de langue ISO 639-1", english: "an ISO 639-1 language code", example: "fr")
    static let webAddress = Expected(
        french: "une adresse http:// ou https://", english: "an http:// or https:// address",
        example: "https://ot-sommieres.com")
    static let email = Expected(
        french: "une adresse électronique", english: "an e-mail address", example: "accueil@ot-sommieres.fr")
    static let phone = Expected(
        french: "un numéro international", english: "an international number", example: "\"+33466809930\"")
    static let timeZone = Expected(
        french: "un fuseau horaire IANA", english: "an IANA time zone", example: "Europe/Paris")
    static let currency = Expected(french: "un code ISO 4217", english: "an ISO 4217 code", example: "EUR")
    static let siret = Expected(
        french: "un SIRET : 14 chiffres, entre guillemets, dont le dernier vérifie les autres",
        english: "a SIRET: 14 digits in quotes, the last of which checks the others", example: "\"73282932000074\"")
    static let vatNumber = Expected(
        french: "un numéro de TVA, avec son pays", english: "a VAT number, with its country", example: "FR44732829320")
    static let vatRate = Expected(
        french: "un taux de 0 à 100, deux décimales au plus", english: "a rate of 0 to 100, two decimals at most",
        example: "5.5")
    static let account = Expected(
        french: "un numéro de compte, de 1 à 20 signes", english: "an account's number, 1 to 20 characters",
        example: "\"707\"")
    static let fileName = Expected(
        french: "le nom d'un fichier du dossier", english: "the name of a file in the folder", example: "photo.jpg")
    static let inseeCode = Expected(
        french: "un code INSEE à cinq signes", english: "a five-character INSEE code", example: "\"30091\"")
    static let postcode = Expected(french: "un code postal", english: "a postcode", example: "\"30250\"")
}
