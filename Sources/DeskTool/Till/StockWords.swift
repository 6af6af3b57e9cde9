import Reception
import Terminal

/// What is told of goods that were sold and, by the till's count, weren't there.
enum StockWords {
    /// A line each of what a ticket took below zero.
    static func warnings(_ ticket: Ticket, stock: [String: Int]) -> [String] {
        Set(ticket.lines.map(\.product)).sorted().compactMap { code in
            guard let left = stock[code], left < 0 else { return nil }
            return say(
                "Stock de \(code) : \(left). La vente est faite ; comptez ce qui reste : desk stock take \(code) N",
                "Stock of \(code): \(left). It is sold all the same; count what is left: desk stock take \(code) N")
        }
    }
}
