import LineEditor
import Reception
import Terminal

/// What is shown of a line before it is entered.
extension TillSession {
    /// What stands below the line being typed: what Enter would do, then the basket.
    func panel(_ text: String) -> [Row] {
        [reading(of: text)] + view.rows(order, limit: 9)
    }

    /// What Tab makes of the text before the cursor: a product's code, by its beginning or by a word of its name; a word of the till.
    func complete(_ before: String) -> LineEditor.Completed {
        let begun = String(before.reversed().prefix { !$0.isWhitespace }.reversed())
        let isFirst = before.drop { $0.isWhitespace }.count == begun.count
        let found = candidates(begun, isFirst: isFirst)
        guard let first = found.first else { return .init() }
        if found.count == 1 { return .init(deleted: begun.unicodeScalars.count, inserted: first.word + " ") }
        let common = found.dropFirst().reduce(first.word) { common, other in
            String(zip(common, other.word).prefix { $0 == $1 }.map(\.0))
        }
        let width = found.map { TextWidth.of($0.word) }.max() ?? 0
        let rows = found.prefix(12).map { candidate in
            Row(
                "  " + candidate.word + String(repeating: " ", count: width - TextWidth.of(candidate.word) + 2)
                    + candidate.meaning, .faint)
        }
        guard common.count > begun.count, common.hasPrefix(begun) else { return .init(shown: rows) }
        return .init(deleted: begun.unicodeScalars.count, inserted: common, shown: rows)
    }

    private func candidates(_ begun: String, isFirst: Bool) -> [(word: String, meaning: String)] {
        guard !begun.isEmpty else { return [] }
        let products = view.finder.search(begun).filter { !$0.archived }
            .map { (word: $0.code, meaning: "\($0.label(in: speech))  \(view.words($0.price))") }
        let key = Vocabulary.comparable(begun)
        let words = TillWord.all.filter { isFirst && $0.word.hasPrefix(key) }.map {
            (word: $0.word, meaning: $0.meaning)
        }
        return products + words
    }

    /// What Enter would do with the line.
    private func reading(of text: String) -> Row {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else {
            return Row(
                order.lines.isEmpty
                    ? say("Scannez, ou tapez un produit · Tab complète", "Scan, or type a product · Tab completes")
                    : say("carte · especes 20 · attente · un autre produit", "card · cash 20 · park · another product"),
                .faint)
        }
        if let word = TillWord(first) { return reading(of: word, Array(words.dropFirst())) }
        if let added = reading(ofBasket: words) { return Row(added) }
        let found = view.finder.search(text).filter { !$0.archived }
        guard !found.isEmpty else {
            return Row(say("Aucun produit ne ressemble à cela.", "No product looks like that."), .warning)
        }
        return Row(found.prefix(5).map { "\($0.code) (\($0.label(in: speech)))" }.joined(separator: " · "), .faint)
    }

    /// `+ 2 × Miel 8,50 € -10 %`; nil when it isn't products by their codes. Why something is taken off may not be typed yet.
    private func reading(ofBasket words: [String]) -> String? {
        guard let lines = try? BasketWords.lines(DiscountWords.parted(words).basket, because: "…") else { return nil }
        let known = lines.compactMap { line in
            view.finder.exactly(line.product).map { product in
                "+ \(line.quantity) × \(product.label(in: speech)) \(view.words(product.price))"
                    + (line.discount.map { " " + view.words($0) } ?? "")
            }
        }
        return known.isEmpty || known.count < lines.count ? nil : known.joined(separator: ", ")
    }

    private func reading(of word: TillWord, _ rest: [String]) -> Row {
        guard case .pay(let method) = word, !order.lines.isEmpty, let due = try? view.due(order) else {
            return Row("\(word.word)\(say(" : ", ": "))\(word.meaning)", .faint)
        }
        let amount = rest.isEmpty ? due : PaymentWords.amount(rest.joined(separator: " ")) ?? due
        let name = PaymentWords.name(method)
        if amount < due {
            return Row(
                say(
                    "\(name) \(view.words(amount)) : il restera \(view.words(due - amount))",
                    "\(name) \(view.words(amount)): \(view.words(due - amount)) will be left"))
        }
        guard amount > due else {
            return Row(
                say("Entrée vend : \(name) \(view.words(amount))", "Enter sells: \(name) \(view.words(amount))"), .good)
        }
        guard view.givesChange(method) else {
            return Row(
                say(
                    "Il ne reste que \(view.words(due)), et \(name) ne rend pas la monnaie.",
                    "Only \(view.words(due)) are left, and no change is given on \(name)."), .warning)
        }
        return Row(
            say(
                "Entrée vend : \(name) \(view.words(amount)), à rendre \(view.words(amount - due))",
                "Enter sells: \(name) \(view.words(amount)), change \(view.words(amount - due))"), .good)
    }
}
