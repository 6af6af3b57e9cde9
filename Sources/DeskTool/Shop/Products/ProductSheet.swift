import LineEditor
import Reception
import Terminal

/// Products as a table for the terminal: code, name, price, VAT, stock and what else is known.
struct ProductSheet {
    let currency: String
    /// How many are there, of those that are stocked.
    let stock: [String: Int]
    var columns = Console.ofStandardOutput().columns

    /// A line a product, the columns under each other.
    func lines(_ products: [Product]) -> [String] {
        let cells = products.map(cells)
        let widths = (0..<4).map { column in cells.map { TextWidth.of($0[column]) }.max() ?? 0 }
        // The name gives way to the others.
        let room = max(12, columns - widths[0] - widths[2] - widths[3] - 6)
        let label = min(widths[1], room)
        return zip(products, cells).map { product, cells in
            let line = [
                pad(cells[0], widths[0]), pad(TextWidth.cut(cells[1], to: label), label),
                pad(cells[2], widths[2], atRight: true), cells[3],
            ].joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private func cells(_ product: Product) -> [String] {
        var rest: [String] = []
        if product.category != .standard { rest.append(product.category.name(in: speech)) }
        if product.stocked { rest.append(say("stock ", "stock ") + "\(stock[product.code] ?? 0)") }
        if let depositor = product.depositor { rest.append(say("dépôt ", "consigned ") + depositor) }
        if product.archived { rest.append(say("archivé", "archived")) }
        return [
            product.code, product.label(in: speech), MoneyWords.words(product.price, currency),
            rest.joined(separator: ", "),
        ]
    }

    private func pad(_ text: String, _ width: Int, atRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - TextWidth.of(text)))
        return atRight ? blanks + text : text + blanks
    }
}
