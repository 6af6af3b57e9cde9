import Reception
import Terminal

/// Finds products by what is typed of them, or scanned.
struct ProductFinder {
    private let products: [Product]

    init(_ products: [Product]) { self.products = products }

    /// The product of a code or a barcode. Throws what was perhaps meant.
    func product(_ typed: String) throws -> Product {
        if let found = exactly(typed) { return found }
        let near = near(typed)
        throw Refused.byPerson(
            near.isEmpty
                ? say(
                    "« \(typed) » n'est pas un produit. « desk product list » les montre.",
                    "“\(typed)” isn't a product. “desk product list” shows them.")
                : say(
                    "« \(typed) » n'est pas un produit. Vouliez-vous dire \(near.joined(separator: ", ")) ?",
                    "“\(typed)” isn't a product. Did you mean \(near.joined(separator: ", "))?"))
    }

    /// By its whole code, in capitals or not, or its barcode.
    func exactly(_ typed: String) -> Product? {
        products.first { $0.code == typed } ?? products.first { $0.barcode == typed }
            ?? products.first { $0.code == typed.lowercased() }
    }

    /// Those whose code, name or barcode has all the words, in that order of worth: by the beginning of the code, of a name, then anywhere.
    func search(_ typed: String) -> [Product] {
        let words = Vocabulary.comparable(typed).split(separator: " ")
        guard !words.isEmpty else { return products }
        let scored = products.enumerated().compactMap { place, product -> (Int, Int, Product)? in
            let code = Vocabulary.comparable(product.code)
            let names = product.labels.values.map(Vocabulary.comparable)
            let text = ([code, product.barcode ?? ""] + names).joined(separator: " ")
            let parts = text.split(separator: " ")
            guard words.allSatisfy({ word in text.contains(word) }) else { return nil }
            let isBeginning = words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
            return (code.hasPrefix(words[0]) ? 0 : isBeginning ? 1 : 2, place, product)
        }
        return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// Codes that may have been meant: by a slip of the hand, else by words of the name.
    func near(_ typed: String) -> [String] {
        let slips = NearWords.nearest(typed.lowercased(), among: products.filter { !$0.archived }.map(\.code))
        return slips.isEmpty ? search(typed).filter { !$0.archived }.prefix(4).map(\.code) : slips
    }
}
