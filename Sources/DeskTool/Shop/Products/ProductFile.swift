import Reception
import Terminal

/// A file of products, one a row, read whole and right before anything is made of it.
struct ProductFile {
    let file: CSVFile
    /// In the file's order.
    let products: [Product]

    /// Reads the file. A product that is known keeps what the file has no column for. Throws what has to be mended, a line each.
    init(_ path: String, known: [Product], depositors: [Depositor], rates: [VATCategory: VATRate]) throws {
        file = try CSVFile(path)
        guard let first = file.rows.first else { throw Self.isEmpty(path) }
        let columns = try Self.columns(first, of: path)
        guard file.rows.count > 1 else { throw Self.isEmpty(path) }
        let before = Dictionary(known.map { ($0.code, $0) }) { first, _ in first }
        var products: [Product] = []
        var wrong: [(line: Int, why: String)] = []
        var lines: [String: Int] = [:]
        for row in file.rows.dropFirst() {
            do {
                let said = try Self.said(row, columns)
                let product = try Self.product(said, before: before, rates: rates)
                if let line = lines.updateValue(row.number, forKey: product.code) {
                    throw Wrong(
                        say(
                            "« \(product.code) » est déjà à la ligne \(line).",
                            "“\(product.code)” is on line \(line) already."))
                }
                products.append(product)
            } catch {
                wrong.append((row.number, Self.words(of: error)))
            }
        }
        // Against each other, as they are once the file is in.
        let after = known.filter { lines[$0.code] == nil } + products
        for product in products {
            do { try product.checked(among: after, depositors: depositors) } catch {
                wrong.append((lines[product.code] ?? 0, Self.words(of: error)))
            }
        }
        guard wrong.isEmpty else {
            throw Refused(
                exitCode: 1,
                lines: wrong.sorted { $0.line < $1.line }.map { "\(path):\($0.line)\(say(" : ", ": "))\($0.why)" } + [
                    say(
                        "\(wrong.count) ligne\(wrong.count > 1 ? "s" : "") à corriger ; rien n'a été enregistré.",
                        "\(wrong.count) line\(wrong.count > 1 ? "s" : "") to mend; nothing was recorded.")
                ])
        }
        self.products = products
    }

    private struct Wrong: Error {
        let why: String
        init(_ why: String) { self.why = why }
    }

    private static func words(of error: any Error) -> String {
        switch error {
        case let wrong as Wrong: return wrong.why
        case let refusal as Refusal:
            let wording = refusal.wording(in: speech)
            return "\(wording.message) \(wording.hint)"
        default: return "\(error)"
        }
    }

    /// What a row says, by column.
    private static func said(
        _ row: CSVReader.Row, _ columns: [ProductColumn]
    ) throws -> [ProductColumn: String] {
        let fields = row.fields.map(CSVFile.trimmed)
        guard fields.count <= columns.count || fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
            throw Wrong(
                say(
                    "\(fields.count) cases pour \(columns.count) colonnes ; un prix à virgule se met entre guillemets.",
                    "\(fields.count) fields for \(columns.count) columns; a price with a comma goes between quotes."))
        }
        return Dictionary(zip(columns, fields)) { first, _ in first }
    }

    private static func product(
        _ said: [ProductColumn: String], before: [String: Product], rates: [VATCategory: VATRate]
    ) throws -> Product {
        guard let code = said[.code], !code.isEmpty else {
            throw Wrong(say("il manque le code.", "the code is missing."))
        }
        var product = before[code] ?? Product(code: code, labels: [:], price: .zero)
        for (column, text) in said {
            switch column {
            case .code: break
            case .label(let language): product.labels[language] = text.isEmpty ? nil : text
            case .price:
                guard let price = Money(typed: text) else {
                    throw Wrong(say("« \(text) » n'est pas un prix.", "“\(text)” isn't a price."))
                }
                product.price = price
            case .vat:
                guard let category = ProductField.category(text, rates: rates) else {
                    throw Wrong(
                        say(
                            "« \(text) » n'est pas une catégorie de TVA, ni un taux d'aujourd'hui : standard, intermédiaire, réduite, super-réduite, aucune.",
                            "“\(text)” isn't a category of VAT, nor a rate of today: standard, intermediate, reduced, super-reduced, none."
                        ))
                }
                product.category = category
            case .stock: product.stocked = try yes(text)
            case .supplier: product.supplier = text.isEmpty ? nil : text
            case .depositor: product.depositor = text.isEmpty ? nil : text
            case .barcode: product.barcode = text.isEmpty ? nil : text
            case .archived: product.archived = try yes(text)
            }
        }
        return product
    }

    private static func yes(_ text: String) throws -> Bool {
        guard let yes = ProductField.yes(text) else {
            throw Wrong(say("« \(text) » : écrivez oui ou non.", "“\(text)”: write yes or no."))
        }
        return yes
    }

    private static func columns(_ first: CSVReader.Row, of name: String) throws -> [ProductColumn] {
        let columns = first.fields.map(ProductColumn.init(heading:))
        // A spreadsheet leaves empty columns behind its own.
        let known = columns.prefix { $0 != nil }.compactMap(\.self)
        let rest = first.fields.dropFirst(known.count)
        if let stranger = rest.first(where: { !CSVFile.trimmed($0).isEmpty }) {
            throw Refused.byPerson(
                say(
                    "\(name):1 : la colonne « \(CSVFile.trimmed(stranger)) » n'est pas connue. Il faut code, libellé, prix ; tva, stock, fournisseur, déposant, code-barres, archivé si vous les avez. Rien n'a été enregistré.",
                    "\(name):1: the column “\(CSVFile.trimmed(stranger))” isn't known. There must be code, label, price; vat, stock, supplier, depositor, barcode, archived if you have them. Nothing was recorded."
                ))
        }
        guard Set(known).count == known.count, Set(known).isSuperset(of: [.code, .label("fr"), .price]) else {
            throw Refused.byPerson(
                say(
                    "\(name):1 : il faut les colonnes code, libellé et prix, une fois chacune. Rien n'a été enregistré.",
                    "\(name):1: there must be the columns code, label and price, once each. Nothing was recorded."))
        }
        return known
    }

    private static func isEmpty(_ name: String) -> Refused {
        .byPerson(say("\(name) ne contient aucun produit.", "\(name) has no product in it."))
    }
}
