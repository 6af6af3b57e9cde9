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
    func show(_ period: ClosurePeriod) throws {
        let totals = PeriodTotals(of: try entries(of: period))
        var cash: DrawerCash?
        if case .day(let day) = period { cash = try DrawerCash(of: day, at: desk.till, totals: totals) }
        let sheet = sheets.preview(
            period, till: desk.till.code, totals: totals, cashExpected: cash?.expected, cashCounted: cash?.counted)
        Terminal.tell(sheet.text(columns: Self.columns))
        if let cash, cash.counted == nil, cash.expected != .zero {
            Terminal.tell(
                say(
                    "Le tiroir n'a pas été compté : « desk till count » le note, avant ou après la clôture.",
                    "The drawer wasn't counted: “desk till count” records it, before or after the closure."))
        }
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

    /// What a period adds up: a day its tickets, a month its days' closures, a year its months'.
    private func entries(of period: ClosurePeriod) throws -> [TillEntry] {
        let days = period.days
        if case .day = period {
            return try desk.till.entries(from: days.lowerBound, to: days.upperBound, kinds: [.sale, .refund])
        }
        // A period may be closed long after its end.
        let today = max(words.moments.today, days.upperBound)
        return try desk.till.entries(from: days.lowerBound, to: today, kinds: [.closure]).filter { entry in
            guard case .closure(let closure) = entry.content else { return false }
            switch (period, closure.period) {
            case (.month, .day), (.year, .month):
                return days.contains(closure.period.days.lowerBound)
            default: return false
            }
        }
    }
}

/// Cash in the drawer at the end of a day.
struct DrawerCash {
    /// What the day's last float, its tickets and what was moved come to.
    let expected: Money
    /// What was counted last for the day; nil when it wasn't.
    let counted: Money?

    init(of day: OfficeDay, at till: any Till, totals: PeriodTotals) throws {
        var (float, moved) = (Money.zero, Money.zero)
        for entry in try till.entries(from: day, to: day, kinds: [.opening, .movement]) {
            switch entry.content {
            case .opening(let opening): float = opening.float
            case .movement(let movement): moved += movement.amount
            default: break
            }
        }
        expected = float + moved + (totals.payments[.cash] ?? .zero)
        let counts = try till.entries(from: day, to: max(day, till.status().day), kinds: [.count])
        counted =
            counts.compactMap { entry -> Money? in
                guard case .count(let record) = entry.content, record.count.day ?? entry.day == day else { return nil }
                return record.count.counted
            }.last
    }
}
