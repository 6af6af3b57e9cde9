/// What can be wrong with the files themselves.
extension Finding {
    static func missingFile(_ name: String) -> Finding {
        Finding(
            "missing-file",
            fr: ("Il manque le fichier \(name).", "Créez-le ; docs/guide/content.md montre sa forme."),
            en: ("The file \(name) is missing.", "Create it; docs/guide/content.md shows its form."))
    }

    static let missingFolder = Finding(
        "missing-folder",
        fr: (
            "Ce dossier n'existe pas ou ne se lit pas.",
            "Vérifiez le chemin donné par --content, et les droits de lecture."
        ),
        en: (
            "This folder doesn't exist or can't be read.",
            "Check the path given by --content, and that it may be read."
        ))

    static let unreadable = Finding(
        "unreadable",
        fr: ("Le fichier ne se lit pas.", "Vérifiez qu'il existe encore et que le serveur a le droit de le lire."),
        en: ("The file can't be read.", "Check that it is still there and that the server may read it."))

    static let strayFile = Finding(
        "stray-file",
        fr: ("Ce fichier n'est utilisé par rien.", "Supprimez-le, ou corrigez son nom."),
        en: ("Nothing uses this file.", "Remove it, or mend its name."))

    static func unknownKind(_ name: String) -> Finding {
        let kinds = PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")
        return Finding(
            "unknown-kind",
            fr: ("« \(name) » n'est pas une nature de lieu.", "Les dossiers de places/ sont : \(kinds)."),
            en: ("\"\(name)\" isn't a kind of place.", "The folders of places/ are: \(kinds)."))
    }

    static func badSlug(_ name: String) -> Finding {
        Finding(
            "bad-slug",
            fr: (
                "« \(name) » ne convient pas comme slug.",
                "Minuscules sans accent, chiffres et tirets, 80 signes au plus : « pont-romain »."
            ),
            en: (
                "\"\(name)\" isn't fit for a slug.",
                "Lower-case letters without accents, digits and hyphens, 80 at most: \"pont-romain\"."
            ))
    }

    static let leavesContent = Finding(
        "link-leaves-content",
        fr: (
            "Ce lien symbolique mène hors de content/.",
            "Copiez le fichier à sa place : content/ doit se suffire à lui-même."
        ),
        en: (
            "This symbolic link leads out of content/.",
            "Copy the file in its place: content/ must stand on its own."
        ))

    static let notUTF8 = Finding(
        "not-utf8",
        fr: ("Ce fichier n'est pas en UTF-8.", "Enregistrez-le à nouveau en UTF-8."),
        en: ("This file isn't UTF-8.", "Save it again as UTF-8."))

    static let byteOrderMark = Finding(
        "byte-order-mark",
        fr: ("Ce fichier commence par une marque d'ordre des octets (BOM).", "Enregistrez-le en UTF-8 sans BOM."),
        en: ("This file begins with a byte order mark (BOM).", "Save it as UTF-8 without BOM."))

    static func fileTooBig(_ size: Int, limit: Int) -> Finding {
        Finding(
            "file-too-big",
            fr: ("Le fichier pèse \(kibibytes(size)) Kio.", "\(kibibytes(limit)) Kio au plus : réduisez-le."),
            en: ("The file weighs \(kibibytes(size)) KiB.", "\(kibibytes(limit)) KiB at most: make it smaller."))
    }

    private static func kibibytes(_ bytes: Int) -> Int {
        (bytes + 1023) / 1024
    }

    static func missingPicture(_ name: String) -> Finding {
        Finding(
            "missing-picture",
            fr: ("L'image \(name) n'est pas dans le dossier.", "Ajoutez-la, ou corrigez son nom dans pictures."),
            en: ("The picture \(name) isn't in the folder.", "Add it, or mend its name in pictures."))
    }

    static let noPicture = Finding(
        "no-picture",
        fr: (
            "Ce lieu n'a pas d'image.",
            "Ajoutez picture.svg ou une photographie ; en attendant, l'écran montre celle du thème."
        ),
        en: (
            "This place has no picture.",
            "Add picture.svg or a photograph; meanwhile the screen shows the theme's."
        ))

    static func photographWithout(_ key: String) -> Finding {
        Finding(
            "photograph-without-\(key)",
            fr: (
                "Cette photographie n'a pas de « \(key) ».",
                "Une photographie se montre avec son alt, son credit et sa licence."
            ),
            en: ("This photograph has no \"\(key)\".", "A photograph is shown with its alt, credit and licence."))
    }

    static let unreadablePhotograph = Finding(
        "unreadable-photograph",
        fr: ("Cette photographie ne se lit pas.", "Enregistrez-la à nouveau en JPEG, PNG ou WebP."),
        en: ("This photograph can't be read.", "Save it again as JPEG, PNG or WebP."))

    static func photographTooNarrow(_ width: Int) -> Finding {
        Finding(
            "photograph-too-narrow",
            fr: (
                "Cette photographie n'a que \(width) pixels de large.",
                "1 200 au moins, sinon elle sera floue sur la borne."
            ),
            en: (
                "This photograph is only \(width) pixels wide.",
                "At least 1,200, or it will be blurred on the kiosk."
            ))
    }

    static func pictureFormat(_ name: String) -> Finding {
        Finding(
            "picture-format",
            fr: ("\(name) n'est pas une image connue.", "Les images sont en .svg, .jpg, .png ou .webp."),
            en: ("\(name) isn't a known picture.", "Pictures are .svg, .jpg, .png or .webp."))
    }

    static func brokenSVG(fr: String, en: String) -> Finding {
        Finding(
            "broken-svg",
            fr: ("Ce dessin n'est pas du SVG correct : \(fr).", "Exportez-le à nouveau en « SVG simple »."),
            en: ("This drawing isn't valid SVG: \(en).", "Export it again as \"plain SVG\"."))
    }

    static func activeSVG(fr: String, en: String) -> Finding {
        Finding(
            "active-svg",
            fr: (
                "Ce dessin n'est pas inerte : \(fr).",
                "Retirez-le : un dessin ne contient ni script, ni lien, ni image extérieure."
            ),
            en: ("This drawing isn't inert: \(en).", "Remove it: a drawing holds no script, link or outside image."))
    }
}
