import LineEditor
import Reception
import Terminal

/// The till's prompt without its terminal: what a typed line does to the basket, and what is said of it.
///
/// The register is opened for what is sealed or put aside and let go of: a till that stays open holds nothing that others wait for.
struct TillSession {
    /// What follows a line.
    struct Answer: Equatable {
        /// What stands in the prompt, to be edited.
        var text = ""
        /// Whether the till is left.
        var ends = false
    }

    let till: any TillChoice
    let options: any DeskChoice
    let training: Bool
    /// Whether rows can be shown below the line; else the basket is told as it changes.
    let canEdit: Bool
    let now: () -> Instant
    /// The basket, and what was handed over so far.
    var order: SaleOrder
    var view: TillView
    /// The entry that was sealed last.
    var sealed: TillEntry?

    /// Opens the till; throws what keeps it closed.
    init(
        order: SaleOrder, till: any TillChoice, options: any DeskChoice, training: Bool, canEdit: Bool,
        now: @escaping () -> Instant
    ) throws {
        (self.till, self.options, self.training, self.canEdit) = (till, options, training, canEdit)
        (self.order, self.now) = (order, now)
        view = try options.withTill(till, now: now()) { try TillView($0) }
    }

    /// What stands before the line being typed.
    var prompt: String { (training ? "FACTICE " : "") + till.tillCode + "> " }

    /// What is told first.
    func begin(tell: (Row) -> Void) {
        tell(
            Row(
                say(
                    "Un produit (code, nom, code-barres), puis « carte » ou « especes 20 ». ? aide",
                    "A product (code, name, barcode), then “card” or “cash 20”. ? helps"), .faint))
        if !canEdit { tellBasket(tell) }
    }

    /// The till is left; what was in the basket isn't sold.
    func leave(tell: (Row) -> Void) {
        guard !order.lines.isEmpty else { return }
        tell(
            Row(
                say("Rien n'est vendu : le panier est abandonné.", "Nothing was sold: the basket is dropped."), .warning
            ))
    }

    /// Does what a line says.
    mutating func enter(_ typed: String, tell: (Row) -> Void) -> Answer {
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else {
            if !canEdit { tellBasket(tell) }
            return Answer()
        }
        do {
            guard let word = TillWord(first) else { return try add(words, tell) }
            return try obey(word, Array(words.dropFirst()), tell)
        } catch {
            for text in Self.words(of: error) { tell(Row(text, .warning)) }
            return Answer(text: canEdit ? typed : "")
        }
    }

    private mutating func obey(_ word: TillWord, _ rest: [String], _ tell: (Row) -> Void) throws -> Answer {
        switch word {
        case .pay(let method): return try pay(method, rest, tell)
        case .discount: try takeOff(rest, tell)
        case .remove: try remove(rest, tell)
        case .park: try park(rest.joined(separator: " "), tell)
        case .resume: try resume(rest.joined(separator: " "), tell)
        case .print: try printLast(tell)
        case .cancel, .quit:
            leave(tell: tell)
            return Answer(ends: true)
        case .help:
            for row in TillHelp.rows { tell(row) }
        }
        return Answer()
    }

    /// What is in the basket, where it can't stand below the line.
    func tellBasket(_ tell: (Row) -> Void) {
        for row in view.rows(order, limit: .max) { tell(row) }
    }

    static func words(of error: any Error) -> [String] {
        switch error {
        case let refused as Refused: return refused.lines
        case let refusal as Refusal:
            let wording = refusal.wording(in: speech)
            return ["\(wording.message) \(wording.hint)"]
        default: return [say("Rien n'a été enregistré : \(error)", "Nothing was recorded: \(error)")]
        }
    }
}
