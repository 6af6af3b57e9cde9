import Reception
import Terminal

/// Baskets put aside at a till.
struct ParkedBaskets {
    let baskets: [ParkedBasket]
    private let currency: String

    init(_ till: any Till) throws {
        baskets = try till.parked()
        currency = till.setting.currency
    }

    /// The one that is meant, by its name or the beginning of it or of its id; an empty text is the only one there is.
    func named(_ typed: String) throws -> ParkedBasket {
        let key = Vocabulary.comparable(typed)
        let whole = baskets.filter { Vocabulary.comparable($0.name) == key }
        let found =
            typed.isEmpty
            ? baskets
            : !whole.isEmpty
                ? whole
                : baskets.filter {
                    Vocabulary.comparable($0.name).hasPrefix(key) || $0.id.description.hasPrefix(typed.lowercased())
                }
        if found.count == 1 { return found[0] }
        guard !baskets.isEmpty else {
            throw Refused.byPerson(say("Rien n'a été mis de côté.", "Nothing was put aside."))
        }
        let names = (found.isEmpty ? baskets : found).map { "  \($0.id.short)  \($0.name)" }
        throw Refused(
            exitCode: 1,
            lines: [
                found.isEmpty
                    ? say(
                        "Aucun panier ne s'appelle « \(typed) ». Il y a :", "No basket is called “\(typed)”. There are:"
                    )
                    : say("Lequel ? Donnez son nom ou son numéro :", "Which one? Give its name or its id:")
            ] + names)
    }
}
