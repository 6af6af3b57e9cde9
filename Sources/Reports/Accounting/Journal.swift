import Reception

/// The days of a till as entries that an accountant's program imports: an entry a day for what was sold, one for each movement of cash, one for
/// each difference found. The lines of each balance.
public struct Journal: Sendable {
    /// In order of day; the lines of an entry together.
    public private(set) var lines: [JournalLine] = []
    /// The days that are in it.
    public private(set) var days: [OfficeDay] = []
    /// Accounts that are needed and that the setting doesn't have, by their keys.
    public var missingAccounts: [String] { accounts.missing.sorted() }

    private var accounts: JournalAccounts
    private let setting: TillSetting
    private let depositors: [String: Depositor]
    private let rates: [RateChange]

    /// The closed days of a till, in words of French.
    /// - Parameters:
    ///   - entries: the tickets, movements and counts of those days, in order; training is left out.
    ///   - closures: of days; what isn't closed isn't in the journal.
    ///   - counts: earlier counts too, that those in `entries` correct.
    public init(
        of entries: [TillEntry], closures: [Closure], counts: [TillEntry] = [], setting: TillSetting,
        depositors: [Depositor], rates: [RateChange]
    ) {
        self.setting = setting
        self.rates = rates
        accounts = JournalAccounts(setting)
        self.depositors = Dictionary(depositors.map { ($0.code, $0) }) { _, last in last }
        let closed = Dictionary(
            closures.compactMap { closure in
                if case .day(let day) = closure.period { (day, closure.number) } else { nil }
            }
        ) { _, last in last }
        let known = Dictionary((counts + entries).map { ($0.number, $0) }) { first, _ in first }
        let byDay = Dictionary(grouping: entries.filter { !$0.training && closed[$0.day] != nil }, by: \.day)
        days = byDay.keys.sorted()
        for day in days {
            add(byDay[day] ?? [], of: day, closure: closed[day] ?? 0, known: known)
        }
    }

    /// A tab between columns, a line a row with the headings before them, UTF-8, `AAAAMMJJ`, decimal comma.
    public var text: String {
        ([JournalLine.headings] + lines.map(\.fields)).map { $0.joined(separator: "\t") + "\r\n" }.joined()
    }

    private mutating func add(_ entries: [TillEntry], of day: OfficeDay, closure: Int, known: [Int: TillEntry]) {
        guard let till = entries.first?.till else { return }
        var number = 0
        func draft(_ label: String) -> Draft {
            number += 1
            return Draft(
                number: "\(till)-\(day)-\(number)", day: day, piece: "Z \(closure)",
                label: "\(label) du \(Receipt.date(day)), \(till)")
        }
        let tickets = entries.compactMap(\.content.ticket)
        var sales = draft("Ventes")
        add(tickets, to: &sales)
        finish(sales)
        var commissions = draft("Commissions de dépôt-vente")
        add(commissionsOf: tickets, on: day, to: &commissions)
        finish(commissions)
        for entry in entries {
            switch entry.content {
            case .movement(let movement):
                var draft = draft("Mouvement de caisse (\(movement.reason))")
                draft.add(movement.amount, to: .payment(.cash))
                draft.add(-movement.amount, to: .movement)
                finish(draft)
            case .count(let count):
                let before = count.corrects.flatMap { known[$0]?.content.count?.difference } ?? .zero
                let change = count.difference - before
                var draft = draft("Écart de caisse")
                draft.add(change, to: .payment(.cash))
                draft.add(-change, to: change < .zero ? .shortage : .surplus)
                finish(draft)
            default: break
            }
        }
    }

    private func add(_ tickets: [Ticket], to draft: inout Draft) {
        for payment in tickets.flatMap(\.payments) {
            draft.add(payment.amount - payment.change, to: .payment(payment.method))
        }
        for line in tickets.flatMap(\.lines) {
            if let terms = line.consignment, terms.mandate == .depositor {
                // The sale is the depositor's, and so is its VAT.
                draft.add(-line.gross, to: .consignment, of: auxiliary(terms.depositor))
            } else {
                draft.add(-line.net, to: .sales(line.rate))
                draft.add(-line.vat, to: .vat(line.rate))
            }
        }
    }

    private func add(commissionsOf tickets: [Ticket], on day: OfficeDay, to draft: inout Draft) {
        let terms = tickets.flatMap(\.lines).compactMap(\.consignment).filter { $0.mandate == .depositor }
        for (depositor, terms) in Dictionary(grouping: terms, by: \.depositor) {
            let commission = Commission(
                terms.reduce(.zero) { $0 + $1.commission }, setting: setting, rates: rates, on: day)
            draft.add(commission.gross, to: .consignment, of: auxiliary(depositor))
            draft.add(-commission.net, to: .commission)
            draft.add(-commission.vat, to: .vat(commission.rate))
        }
    }

    private func auxiliary(_ depositor: String) -> JournalLine.Auxiliary {
        JournalLine.Auxiliary(code: depositor, name: depositors[depositor]?.name ?? depositor)
    }

    /// Writes the lines of an entry, what is zero left out.
    private mutating func finish(_ draft: Draft) {
        for (target, amount) in draft.amounts where amount != .zero {
            lines.append(
                JournalLine(
                    journal: "CA", journalName: "Caisse", number: draft.number,
                    day: draft.day, account: accounts.number(of: target.purpose), accountName: target.purpose.name,
                    auxiliary: target.auxiliary, piece: draft.piece, label: draft.label, debit: max(amount, .zero),
                    credit: max(-amount, .zero)))
        }
    }
}

extension Journal {
    /// An entry being made: what each account comes to, debits above zero.
    private struct Draft {
        struct Target: Hashable {
            let purpose: JournalAccounts.Purpose
            let auxiliary: JournalLine.Auxiliary?
        }

        let number: String
        let day: OfficeDay
        let piece: String
        let label: String
        private var sums: [Target: Money] = [:]

        init(number: String, day: OfficeDay, piece: String, label: String) {
            self.number = number
            self.day = day
            self.piece = piece
            self.label = label
        }

        mutating func add(_ amount: Money, to purpose: JournalAccounts.Purpose, of whom: JournalLine.Auxiliary? = nil) {
            sums[Target(purpose: purpose, auxiliary: whom), default: .zero] += amount
        }

        /// Debits first, then by what they are of: the same days make the same file.
        var amounts: [(Target, Money)] {
            sums.map { ($0.key, $0.value) }.sorted {
                let (one, other) = ($0.1 < .zero, $1.1 < .zero)
                if one != other { return other }
                return ($0.0.purpose.key, $0.0.auxiliary?.code ?? "") < ($1.0.purpose.key, $1.0.auxiliary?.code ?? "")
            }
        }
    }
}

extension TillContent {
    /// A count of the drawer; nil of anything else.
    var count: CountRecord? {
        if case .count(let record) = self { record } else { nil }
    }
}

extension CountRecord {
    /// What was found less what should have been there.
    public var difference: Money { count.counted - expected }
}
