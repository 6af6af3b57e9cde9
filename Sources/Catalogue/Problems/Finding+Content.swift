import Reception

/// What can be wrong with what the files say.
extension Finding {
    static func duplicateSlug(_ slug: String, other: String) -> Finding {
        Finding(
            "duplicate-slug",
            fr: ("Le slug « \(slug) » existe déjà : \(other).", "Renommez l'un des deux dossiers."),
            en: ("The slug \"\(slug)\" already exists: \(other).", "Rename one of the two folders."))
    }

    static func duplicateCode(_ code: String, other: String) -> Finding {
        Finding(
            "duplicate-code",
            fr: (
                "Le code « \(code) » est déjà pris par \(other).",
                "Donnez un autre code au plus récent des deux : les codes sont imprimés."
            ),
            en: (
                "The code \"\(code)\" is already taken by \(other).",
                "Give the newer of the two another code: codes are printed."
            ))
    }

    static func unknownReference(_ id: String, key: String, file: String, among known: [String]) -> Finding {
        let close = closest(to: id, among: known)
        return Finding(
            "unknown-\(key)",
            fr: (
                "« \(id) » n'est pas dans \(file).",
                close.map { "Vouliez-vous écrire « \($0) » ?" } ?? "Ajoutez-le à \(file), ou corrigez-le ici."
            ),
            en: (
                "\"\(id)\" isn't in \(file).",
                close.map { "Did you mean \"\($0)\"?" } ?? "Add it to \(file), or mend it here."
            ))
    }

    static let outsideTerritory = Finding(
        "outside-territory",
        fr: (
            "La position est hors du territoire de l'office.",
            "Vérifiez lat et lon (souvent inversées) ou territory.bounds dans office.yaml."
        ),
        en: (
            "The position is outside the office's territory.",
            "Check lat and lon (often swapped) or territory.bounds in office.yaml."
        ))

    static func missingText(_ language: Language) -> Finding {
        Finding(
            "missing-text",
            fr: (
                "Il manque le texte en « \(language) ».",
                "C'est la langue de l'office : elle est obligatoire partout."
            ),
            en: (
                "The text in \"\(language)\" is missing.",
                "It is the office's own language: it is mandatory everywhere."
            ))
    }

    static func missingTranslations(_ count: Int, _ language: Language) -> Finding {
        Finding(
            "missing-translations",
            fr: (
                "\(count) textes manquent en « \(language) ».",
                "Les visiteurs liront la langue de l'office à leur place ; traduisez-les quand vous pourrez."
            ),
            en: (
                "\(count) texts are missing in \"\(language)\".",
                "Visitors will read the office's language instead; translate them when you can."
            ))
    }

    static func unknownLanguage(_ code: String, among languages: [Language]) -> Finding {
        let list = languages.map(\.rawValue).joined(separator: ", ")
        return Finding(
            "unknown-language",
            fr: ("« \(code) » n'est pas une langue de l'office.", "Langues de office.yaml : \(list)."),
            en: ("\"\(code)\" isn't one of the office's languages.", "Languages of office.yaml: \(list)."))
    }

    static func tooLong(_ key: String, length: Int, limit: Int) -> Finding {
        Finding(
            "too-long",
            fr: ("« \(key) » compte \(length) signes.", "\(limit) au plus : raccourcissez-le, l'écran le couperait."),
            en: ("\"\(key)\" has \(length) characters.", "\(limit) at most: shorten it, the screen would cut it."))
    }

    static func emptyText(_ key: String) -> Finding {
        Finding(
            "empty-text",
            fr: ("« \(key) » est vide.", "Écrivez-le, ou retirez la clé : ce qu'on ne sait pas ne s'écrit pas."),
            en: ("\"\(key)\" is empty.", "Write it, or remove the key: what isn't known isn't written."))
    }

    static let hoursOverlap = Finding(
        "hours-overlap",
        fr: ("Deux plages horaires se chevauchent.", "Séparez-les, ou n'en écrivez qu'une."),
        en: ("Two ranges of hours overlap.", "Separate them, or write a single one."))

    static let nightWithoutEnd = Finding(
        "night-without-end",
        fr: (
            "La nuit finit quand elle commence : les écrans seraient toujours en veille, ou jamais.",
            "Écrivez deux heures différentes, ou retirez « night »."
        ),
        en: (
            "The night ends when it begins: screens would always be dimmed, or never.",
            "Write two different times, or remove \"night\"."
        ))

    static let periodWithoutHours = Finding(
        "period-without-hours",
        fr: ("Cette période n'a ni heures ni rendez-vous.", "Ajoutez hours, ou by_appointment: true."),
        en: ("This period has neither hours nor appointments.", "Add hours, or by_appointment: true."))

    static let periodBackwards = Finding(
        "period-backwards",
        fr: (
            "La période finit avant de commencer.",
            "Échangez from et to ; seules les dates MM-JJ peuvent passer le Nouvel An."
        ),
        en: ("The period ends before it begins.", "Swap from and to; only MM-DD dates may run across New Year."))

    static let periodMixesForms = Finding(
        "period-mixes-dates",
        fr: (
            "La période mêle une date d'une année et une date de chaque année.",
            "Écrivez from et to tous deux en AAAA-MM-JJ, ou tous deux en MM-JJ."
        ),
        en: (
            "The period mixes a date of one year and a date of every year.",
            "Write from and to both as YYYY-MM-DD, or both as MM-DD."
        ))

    static let periodHalfYearly = Finding(
        "period-half-open",
        fr: ("Une date MM-JJ revient tous les ans : il lui faut from et to.", "Ajoutez celle qui manque."),
        en: ("A MM-DD date comes back every year: it needs both from and to.", "Add the missing one."))

    static let openingContradicts = Finding(
        "opening-contradicts",
        fr: ("« opening » dit plusieurs choses à la fois.", "Gardez always, ou by_appointment, ou periods."),
        en: ("\"opening\" says several things at once.", "Keep always, or by_appointment, or periods."))

    static let openingSaysNothing = Finding(
        "opening-says-nothing",
        fr: (
            "« opening » ne dit ni always, ni by_appointment, ni periods.",
            "Ajoutez l'un d'eux, ou retirez « opening » : l'écran dira qu'on ne sait pas."
        ),
        en: (
            "\"opening\" says neither always, nor by_appointment, nor periods.",
            "Add one, or remove \"opening\": the screen will say it isn't known."
        ))

    static let missingKnownUntil = Finding(
        "missing-known-until",
        fr: (
            "Des horaires sans known_until : on ne saurait pas quand ils périment.",
            "Ajoutez known_until: AAAA-MM-JJ, le dernier jour pour lequel ils sont connus."
        ),
        en: (
            "Hours without known_until: nobody would know when they expire.",
            "Add known_until: YYYY-MM-DD, the last day for which they are known."
        ))

    static func hoursOutOfDate(_ date: OfficeDay) -> Finding {
        Finding(
            "hours-out-of-date",
            fr: (
                "Les horaires n'étaient connus que jusqu'au \(date).",
                "Redemandez-les, puis corrigez periods et known_until ; l'écran invite à appeler."
            ),
            en: (
                "The hours were only known until \(date).",
                "Ask for them again, then mend periods and known_until; the screen says to call."
            ))
    }

    static let pricesContradict = Finding(
        "prices-contradict",
        fr: ("« prices » dit gratuit et payant à la fois.", "Gardez free: true, ou rates."),
        en: ("\"prices\" says free and not free at once.", "Keep free: true, or rates."))

    static let pricesSayNothing = Finding(
        "prices-say-nothing",
        fr: ("« prices » ne dit rien.", "Écrivez free: true, free: false, ou rates ; sinon retirez la clé."),
        en: ("\"prices\" says nothing.", "Write free: true, free: false, or rates; otherwise remove the key."))

    static let stepsBackwards = Finding(
        "steps-out-of-order",
        fr: (
            "Cette étape est plus près du départ que la précédente.",
            "Remettez les étapes dans l'ordre de la marche, ou corrigez km."
        ),
        en: ("This step is nearer the start than the one before.", "Put the steps in walking order, or mend km."))

    static func missingTheme(_ kind: PlaceKind) -> Finding {
        Finding(
            "missing-theme",
            fr: (
                "Il manque le thème « \(kind.rawValue) ».",
                "Chaque nature de lieu a le sien : ajoutez - id: \(kind.rawValue)."
            ),
            en: (
                "The theme \"\(kind.rawValue)\" is missing.",
                "Each kind of place has its own: add - id: \(kind.rawValue)."
            ))
    }

    static func duplicateID(_ id: String) -> Finding {
        Finding(
            "duplicate-id",
            fr: ("« \(id) » est déjà défini plus haut.", "Gardez-en une seule définition."),
            en: ("\"\(id)\" is already defined above.", "Keep a single definition."))
    }

    static let rawHTML = Finding(
        "raw-html",
        fr: ("Du HTML dans le texte.", "Écrivez en Markdown : **gras**, *italique*, [lien](https://…)."),
        en: ("HTML in the text.", "Write in Markdown: **bold**, *italic*, [link](https://…)."))

    static func unsafeLink(_ address: String) -> Finding {
        Finding(
            "unsafe-link",
            fr: (
                "Le lien « \(address) » n'est pas permis.",
                "Un lien commence par https://, http://, mailto: ou tel:."
            ),
            en: ("The link \"\(address)\" isn't allowed.", "A link starts with https://, http://, mailto: or tel:."))
    }

    static let imageInText = Finding(
        "image-in-text",
        fr: ("Une image dans le texte.", "Les images d'un lieu vont dans pictures, avec alt, credit et licence."),
        en: ("An image in the text.", "The pictures of a place go into pictures, with alt, credit and licence."))

    static func lengthDiffers(written: Int, measured: Int) -> Finding {
        let yaml = kilometres(written)
        let track = kilometres(measured)
        return Finding(
            "length-differs",
            fr: (
                "length_km dit \(yaml) km et la trace \(track) km.",
                "L'écran montre la trace ; vérifiez laquelle des deux est juste."
            ),
            en: (
                "length_km says \(yaml) km and the track \(track) km.",
                "The screen shows the track; check which of the two is right."
            ))
    }

    private static func kilometres(_ metres: Int) -> String {
        let tenths = (metres + 50) / 100
        return "\(tenths / 10).\(tenths % 10)"
    }
}
