import ArgumentParser
import Reception
import Terminal

/// Of which product, and how many.
struct StockArguments: ParsableArguments {
    @Argument(help: .init(say("Le produit, par son code.", "The product, by its code."), valueName: "product"))
    var product: String

    @Argument(help: .init(say("Combien.", "How many."), valueName: "number"))
    var number: Int

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    /// Records a move and says what is there now; a stock below zero is a warning.
    func keep(_ kind: StockMove.Kind, because reason: String? = nil) throws {
        try options.withTill(till, now: .now) { desk in
            let entry = try desk.perform(
                .stock(StockMove(product: product, kind: kind, quantity: number, reason: reason)))
            let now = try desk.till.stock(of: [product])[product] ?? 0
            if form.json { return try printJSON(StockOutcome(entry: entry, stock: now)) }
            print(told(kind) + say(" En stock : \(now).", " In stock: \(now)."))
            if now < 0 {
                tell(
                    say(
                        "Le stock de \(product) est sous zéro : une livraison n'a pas été notée, ou le compte est faux (desk stock take).",
                        "The stock of \(product) is below zero: a delivery wasn't recorded, or the count is wrong (desk stock take)."
                    ))
            }
        }
    }

    private func told(_ kind: StockMove.Kind) -> String {
        switch kind {
        case .receipt:
            say("\(product) : \(number) entré\(number > 1 ? "s" : "").", "\(product): \(number) came in.")
        case .loss: say("\(product) : \(number) perdu\(number > 1 ? "s" : "").", "\(product): \(number) lost.")
        case .stockTake:
            say("\(product) : \(number) compté\(number > 1 ? "s" : "").", "\(product): \(number) counted.")
        }
    }
}

/// What was recorded, and what is there now.
private struct StockOutcome: Encodable {
    let entry: TillEntry
    let stock: Int
}
