import Reception
import Terminal

/// Lines of a ticket as they are typed: `2`, `2x1`.
struct RefundLines {
    /// Nil: all that is left.
    let lines: [RefundOrder.Line]?

    /// Throws the word that is none.
    init(_ words: [String]) throws {
        lines =
            words.isEmpty
            ? nil
            : try words.map { word in
                let parts = word.lowercased().split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
                let numbers = parts.compactMap { Int($0) }
                guard 1...2 ~= parts.count, numbers.count == parts.count, numbers[0] >= 1 else {
                    throw Refused.byPerson(
                        say(
                            "« \(word) » n'est pas une ligne : 2 est la deuxième, 2x1 un seul article d'elle. Rien n'a été enregistré.",
                            "“\(word)” isn't a line: 2 is the second one, 2x1 one article of it. Nothing was recorded.")
                    )
                }
                return RefundOrder.Line(index: numbers[0] - 1, quantity: numbers.count == 2 ? numbers[1] : nil)
            }
    }
}

/// A ticket that is to be given back, with what is left of it.
struct RefundSheet {
    let ticket: Ticket
    /// What was given back of it already.
    let refunds: [Ticket]
    let currency: String

    /// Its lines, numbered, and what is left of each.
    var lines: [String] {
        let shown = ticket.lines.enumerated().map { index, line in
            let left = left(of: index)
            let rest = left == line.quantity ? "" : say(" (il en reste \(left))", " (\(left) left)")
            return "  \(index + 1)  \(line.quantity) × \(line.label)  \(MoneyWords.words(line.gross, currency))\(rest)"
        }
        return [say("Ticket \(ticket.number) :", "Ticket \(ticket.number):")] + shown
    }

    /// What is said, else how all of it was paid. Throws when it was paid in several ways.
    func method(said: Payment.Method?) throws -> Payment.Method {
        if let said { return said }
        let used = Set(ticket.payments.map(\.method))
        if used.count == 1, let only = used.first { return only }
        let options = ticket.payments.map { PaymentWords.option($0.method) }.joined(separator: ", ")
        throw Refused.byPerson(
            say(
                "Le ticket \(ticket.number) a été payé de plusieurs façons : dites comment il est rendu (\(options)). Rien n'a été enregistré.",
                "Ticket \(ticket.number) was paid in several ways: say how it is given back (\(options)). Nothing was recorded."
            ))
    }

    private func left(of index: Int) -> Int {
        ticket.lines[index].quantity
            + refunds.flatMap(\.lines).filter { $0.refunds == index }.reduce(0) { $0 + $1.quantity }
    }
}
