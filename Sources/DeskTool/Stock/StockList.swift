import ArgumentParser
import Reception
import Terminal

struct StockList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Montre ce qui est en stock.", "Shows what is in stock."))

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let stock = try desk.till.stock()
            let products = try desk.till.products(archived: true).filter { product in
                stock[product.code].map { !product.archived || $0 != 0 } ?? false
            }
            let rows = products.map { Row(product: $0, stock: stock[$0.code] ?? 0) }
            if form.json { return try printJSON(rows) }
            guard !rows.isEmpty else {
                return print(
                    say(
                        "Aucun produit n'est suivi en stock ; « desk product edit CODE --stock » le fait.",
                        "No product's stock is followed; “desk product edit CODE --stock” does that."))
            }
            let width = rows.map { "\($0.stock)".count }.max() ?? 0
            for row in rows {
                let number = String(repeating: " ", count: width - "\(row.stock)".count) + "\(row.stock)"
                let warning = row.stock < 0 ? say("  ! sous zéro", "  ! below zero") : ""
                print("\(number)  \(row.product)  \(row.label)\(warning)")
            }
        }
    }

    private struct Row: Encodable {
        let product: String
        let label: String
        let stock: Int

        init(product: Product, stock: Int) {
            self.product = product.code
            label = product.labels[speech.rawValue] ?? product.labels["fr"] ?? product.code
            self.stock = stock
        }
    }
}
