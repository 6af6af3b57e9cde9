import Reception
import Reports
import Terminal

/// A period about to be closed at a till that is open.
struct ClosingDesk {
    let desk: TillDesk
    let words: TillWords
    let sheets: ClosureSheet

    /// As wide as receipts: a Z goes to the same printer.
    static let columns = 42

    init(_ desk: TillDesk) {
        self.desk = desk
        words = TillWords(desk)
        sheets = ClosureSheet(setting: desk.till.setting)
    }

    /// Shows what a period comes to before it is closed, and what should be done first. On standard error: what is closed is what is printed.
    /// Throws what keeps it from being closed.
    func show(_ period: ClosurePeriod) throws {
        let closure = try desk.till.preview(of: period)
        Terminal.tell(sheets.preview(closure, till: desk.till.code).text(columns: Self.columns))
        if case .day = period, closure.cashCounted == nil, closure.cashExpected != .zero {
            Terminal.tell(
                say(
                    "Le tiroir n'a pas été compté : « desk till count » le note, avant ou après la clôture.",
                    "The drawer wasn't counted: “desk till count” records it, before or after the closure."))
        }
    }

    /// A closure as it is printed.
    func text(of entry: TillEntry) -> String {
        sheets.sheet(of: entry, clock: desk.till.clock)?.text(columns: Self.columns) ?? ""
    }

    /// Says what was closed, and how the cash stands.
    func tell(_ entry: TillEntry) {
        guard case .closure(let closure) = entry.content else { return }
        print(
            say(
                "Clos : \(words.period(closure.period)), \(words.amount(closure.total)). Plus rien n'y entre.",
                "Closed: \(words.period(closure.period)), \(words.amount(closure.total)). Nothing more enters it."))
        if let counted = closure.cashCounted {
            let difference = words.difference(counted - closure.cashExpected)
            print(say("Espèces : \(difference).", "Cash: \(difference)."))
        }
    }
}
