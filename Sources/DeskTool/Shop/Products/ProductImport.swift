import ArgumentParser
import Reception
import Terminal

struct ProductImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Prend les produits d'un fichier de tableur : tous, ou aucun si une ligne est fausse.",
            "Takes the products of a spreadsheet's file: all of them, or none when a line is wrong."),
        discussion: say(
            """
            Exemples :
              desk product import produits.csv --dry-run
              desk product import produits.csv
            Colonnes : code, libellé, prix ; tva, stock, fournisseur, déposant, code-barres, archivé, libellé_en… si vous les avez.
            """,
            """
            Examples:
              desk product import products.csv --dry-run
              desk product import products.csv
            Columns: code, label, price; vat, stock, supplier, depositor, barcode, archived, label_en… if you have them.
            """))

    @Argument(
        help: .init(
            say("Le fichier CSV ; - lit l'entrée.", "The CSV file; - reads standard input."), valueName: "file"),
        completion: .file(extensions: ["csv", "txt"]))
    var file: String

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let known = try desk.till.products(archived: true)
            let read = try ProductFile(
                file, known: known, depositors: try desk.till.depositors(), rates: try rates(desk))
            read.file.tellEncoding()
            var summary = Summary(rows: read.products.count, dryRun: outcome.dryRun)
            for product in read.products where !known.contains(product) {
                if known.contains(where: { $0.code == product.code }) {
                    summary.changed += 1
                } else {
                    summary.added += 1
                }
                guard !outcome.dryRun else { continue }
                // Each its own id: they are entries of their own.
                _ = try TillDesk(till: desk.till, counsellor: desk.counsellor, now: .now).perform(.product(product))
            }
            guard !outcome.json else { return try printJSON(summary) }
            print(summary.sentence)
        }
    }

    /// What each category has today.
    private func rates(_ desk: TillDesk) throws -> [VATCategory: VATRate] {
        let today = desk.till.clock.dayAndHour(at: desk.now).day
        let changes = try desk.till.rates().filter { $0.from <= today }
        return Dictionary(changes.map { ($0.category, $0.rate) }) { _, newer in newer }
    }

    private struct Summary: Encodable {
        let rows: Int
        let dryRun: Bool
        var added = 0
        var changed = 0

        init(rows: Int, dryRun: Bool) { (self.rows, self.dryRun) = (rows, dryRun) }

        enum CodingKeys: String, CodingKey {
            case rows, added, changed
            case dryRun = "dry_run"
        }

        /// `12 produits lus : 10 ajoutés, 1 changé, 1 déjà ainsi.`
        var sentence: String {
            func many(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count > 1 ? "s" : "")" }
            let same = rows - added - changed
            let done = say(
                "\(many(rows, "produit")) : \(many(added, "ajouté")), \(many(changed, "changé")), \(same) déjà ainsi.",
                "\(rows) product\(rows > 1 ? "s" : ""): \(added) added, \(changed) changed, \(same) like that already.")
            return dryRun
                ? done + " " + say("Essai : rien n'a été enregistré.", "A trial: nothing was recorded.") : done
        }
    }
}
