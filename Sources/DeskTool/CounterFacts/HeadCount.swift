import Reception
import Terminal

/// People as they are typed: `12`, `12+4` (adults and children), `+6`.
struct HeadCount {
    let adults: Int
    let children: Int

    init(_ typed: String) throws {
        let text = typed.hasPrefix("+") ? typed.dropFirst() : typed[...]
        let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(Self.number)
        guard let adults = parts.first ?? nil, let children = parts.count == 1 ? 0 : parts[1], parts.count <= 2 else {
            throw Refused.byPerson(
                say(
                    "« \(typed) » n'est pas un nombre de personnes. Écrivez 12, ou 12+4 pour 12 adultes et 4 enfants.",
                    "“\(typed)” isn't a number of people. Write 12, or 12+4 for 12 adults and 4 children."))
        }
        guard adults + children > 0 else {
            throw Refused.byPerson(
                say(
                    "« \(typed) » : personne. Il n'y a rien à enregistrer ; si c'est à savoir, notez-le avec desk note.",
                    "“\(typed)”: nobody. There is nothing to record; if it should be known, note it with desk note."))
        }
        (self.adults, self.children) = (adults, children)
    }

    /// Whatever is larger than six digits is refused by the fact's own rules.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(text.prefix(7))
    }
}
