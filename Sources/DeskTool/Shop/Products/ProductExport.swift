import ArgumentParser
import Foundation
import Reception
import Terminal

struct ProductExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say(
            "Écrit les produits pour un tableur ; « desk product import » les relit.",
            "Writes the products for a spreadsheet; “desk product import” reads them back."))

    @Argument(
        help: .init(say("Le fichier ; l'écran sinon.", "The file; the screen otherwise."), valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var file: String?

    @Flag(help: .init(say("Ceux qui ne se vendent plus aussi.", "Those too that are sold no more.")))
    var all = false

    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let products = try desk.till.products(archived: all)
            let text = ProductCSV.text(products)
            guard let file else { return print(text, terminator: "") }
            try OutputFile.write(Data(text.utf8), to: file)
            let count = products.count
            print(
                say(
                    "\(count) produit\(count > 1 ? "s" : "") dans \(file).",
                    "\(count) product\(count == 1 ? "" : "s") in \(file)."))
        }
    }
}

/// Products for spreadsheets: with the mark that has them read UTF-8, `;` between fields, and prices as the country writes them.
enum ProductCSV {
    static func text(_ products: [Product]) -> String {
        let others = Set(products.flatMap(\.labels.keys)).subtracting(["fr"]).sorted()
        let columns: [ProductColumn] =
            [.code, .label("fr")] + others.map { .label($0) }
            + [.price, .vat, .stock, .supplier, .depositor, .barcode, .archived]
        let rows = [columns.map(\.heading)] + products.map { product in columns.map { field($0, of: product) } }
        return "\u{FEFF}" + rows.map { $0.map(quoted).joined(separator: ";") + "\r\n" }.joined()
    }

    private static func field(_ column: ProductColumn, of product: Product) -> String {
        switch column {
        case .code: product.code
        case .label(let language): product.labels[language] ?? ""
        case .price: product.price.decimal(point: say(",", ".") == "," ? "," : ".")
        case .vat: category(product.category)
        case .stock: ProductField.words(product.stocked)
        case .supplier: product.supplier ?? ""
        case .depositor: product.depositor ?? ""
        case .barcode: product.barcode ?? ""
        case .archived: ProductField.words(product.archived)
        }
    }

    private static func category(_ category: VATCategory) -> String {
        switch category {
        case .standard: "standard"
        case .intermediate: say("intermédiaire", "intermediate")
        case .reduced: say("réduite", "reduced")
        case .superReduced: say("super-réduite", "super-reduced")
        case .none: say("aucune", "none")
        }
    }

    private static func quoted(_ field: String) -> String {
        let isPlain = !field.contains { $0 == ";" || $0 == "\"" || $0.isNewline }
        return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
