import Reception

/// The tickets of a till as they are read, real ones or those of practice: what went back of each, and how often it was copied.
struct TicketBook {
    /// The last one before the first that is read: of those up to it nothing is known.
    private let before: Int
    /// Where each is, in the order of their numbers.
    private var places: [Int] = []
    /// By ticket and line.
    private var given: [Int: [Int: Int]] = [:]
    private var copies: [Int: Int] = [:]

    init(after before: Int = 0) { self.before = before }

    /// The number of the last one.
    var last: Int { before + places.count }

    /// The next ticket.
    mutating func add(at place: Int) { places.append(place) }

    /// Whether a refund gives back what is left of a sale before it, to the cent; what went back is noted.
    ///
    /// - `content`: of an entry that was read, by its place.
    mutating func giveBack(_ refund: TicketFigures, _ content: (Int) throws -> String?) rethrows -> Bool {
        guard let number = refund.refunds, number > 0, number <= last else { return false }
        guard number > before else { return true }
        guard let text = try content(places[number - before - 1]),
            let sale = TicketFigures(text, isRefund: false, withNames: true)
        else { return false }
        var given = given[number] ?? [:]
        for line in refund.lines {
            guard let index = line.refunds, sale.lines.indices ~= index,
                line.isPart(of: sale.lines[index], after: given[index] ?? 0)
            else { return false }
            given[index, default: 0] -= line.quantity
        }
        self.given[number] = given
        return true
    }

    /// Whether a copy is of a ticket that is there, and the next of it.
    mutating func copy(_ reprint: Reprint) -> Bool {
        guard reprint.ticket > 0, reprint.ticket <= last else { return false }
        let next = copies[reprint.ticket].map { $0 + 1 } ?? (reprint.ticket > before ? 1 : reprint.copy)
        guard reprint.copy == next, next > 0 else { return false }
        copies[reprint.ticket] = reprint.copy
        return true
    }
}
