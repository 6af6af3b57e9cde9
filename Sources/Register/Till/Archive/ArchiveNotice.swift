import Reception

/// What an archive says to whoever opens it, in French: the administration reads it years later, without the software.
struct ArchiveNotice {
    static let name = "LISEZMOI.txt"

    let text: String

    init(_ manifest: ArchiveManifest) {
        text = """
            ARCHIVE DE CAISSE

            Vendeur    : \(manifest.seller.name)\(manifest.seller.siret.map { ", SIRET \($0)" } ?? "")
            Caisse     : \(manifest.till) (office \(manifest.office))
            Période    : \(manifest.period)
            Entrées    : \(manifest.first) à \(manifest.last)
            Faite le   : \(manifest.madeAt) (temps universel) par \(manifest.software)
            Clé        : \(manifest.publicKey)

            CE QU'ELLE CONTIENT

            entries.jsonl  toutes les entrées scellées de la caisse, une par ligne (JSON) : c'est ce qui fait foi
            entries.csv    les mêmes, en tableau
            lines.csv      les lignes des tickets
            payments.csv   les règlements
            closures.csv   les clôtures de journée, de mois et d'année, avec leurs totaux
            products.csv   les articles, tels qu'ils ont été créés et modifiés
            manifest.json  ce que l'archive couvre, et l'empreinte SHA-256 de chaque fichier
            manifest.sig   la signature Ed25519 de manifest.json, en hexadécimal

            Les fichiers CSV sont en UTF-8, séparés par des virgules, la première ligne nomme les colonnes. Les montants sont
            des nombres entiers de centimes, toutes taxes comprises sauf « net » ; les taux sont en pour cent. Les instants sont
            en temps universel, « day » est la journée de caisse de l'office. « training » vaut « yes » pour les tickets
            d'entraînement (FACTICE), qui ne comptent dans aucun total. Une entrée « refund » rembourse le ticket « refunds ».

            LA VÉRIFIER

            Avec Vitrine, sur n'importe quelle machine : desk till verify DOSSIER
            Sans Vitrine : l'empreinte de chaque fichier doit être celle que donne manifest.json (sha256sum), et la signature
            de manifest.json doit être celle de la clé ci-dessus, que l'office a notée par ailleurs. Dans entries.jsonl, « seal »
            scelle chaque entrée et celle d'avant (HMAC-SHA256 avec la clé de la caisse, que l'office garde) : le format exact
            est décrit dans docs/till-format.md de Vitrine.

            """
    }
}
