import LineEditor
import Reception
import Terminal

/// A ticket on the counsellor's terminal: what is in it, what it comes to, what is given back.
struct TicketSheet {
    let currency: String
    var columns = min(Console.ofStandardOutput().columns, 72)

    /// Its lines, its total, its payments, and the change in large.
    func ticket(_ ticket: Ticket) -> [String] {
        let change = ticket.payments.reduce(Money.zero) { $0 + $1.change }
        return basket(ticket)
            + ticket.payments.map { row(PaymentWords.name($0.method).capitalisedFirst, words($0.amount)) }
            + (change == .zero ? [] : Self.large(say("À RENDRE", "CHANGE") + "  " + words(change)))
    }

    /// Its lines and its total.
    func basket(_ ticket: Ticket) -> [String] {
        ticket.lines.flatMap(lines) + [row(say("Total", "Total"), words(ticket.total))]
    }

    /// `  2 × Miel 500 g      8,50 €     17,00 €`, and its discount below.
    private func lines(_ line: TicketLine) -> [String] {
        let unit = words(line.unitPrice)
        let label = "\(line.quantity) × \(line.label)"
        let first = row(label, "\(unit)  \(right(words(line.gross + line.discount), 11))")
        guard line.discount != .zero else { return [first] }
        let reason = line.discountReason.map { " (\($0))" } ?? ""
        return [first, row("    " + say("remise", "discount") + reason, words(-line.discount))]
    }

    private func row(_ label: String, _ amount: String) -> String {
        let room = columns - 4 - TextWidth.of(amount)
        let cut = TextWidth.cut(label, to: max(8, room))
        return "  " + cut + String(repeating: " ", count: max(2, room + 2 - TextWidth.of(cut))) + amount
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - TextWidth.of(text))) + text
    }

    private func words(_ money: Money) -> String { MoneyWords.words(money, currency) }

    /// What must be seen across the counter: in a frame; a line of its own where terminals are read aloud.
    static func large(_ text: String) -> [String] {
        guard setting("PLAIN") != "1" else { return [text] }
        let bar = String(repeating: "━", count: TextWidth.of(text) + 6)
        let bold = Console.ofStandardOutput().styled(text, .bold)
        return ["  ┏\(bar)┓", "  ┃   \(bold)   ┃", "  ┗\(bar)┛"]
    }
}

extension String {
    /// With a capital letter in front.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
