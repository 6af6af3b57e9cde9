import Foundation
import Reception

/// One till's entries in their order: what follows from those before is kept, and each is held against it.
struct ChainCheck {
    private(set) var chain: TillReport.Chain
    /// What an archive says of what went before its first entry.
    private let before: ArchiveStart
    private let archiveKey: String?
    private var key: Int?
    private var tickets: [Bool: Int]
    private var days = DaySums()
    private var closures: [Int: Int]
    private var closed: [ClosurePeriod: Closure] = [:]
    private var isFirst = true

    /// - `archiveKey`: what the archive that it is in was signed with.
    init(office: String, till: String, after before: ArchiveStart = ArchiveStart(), archiveKey: String? = nil) {
        self.archiveKey = archiveKey
        chain = TillReport.Chain(office: office, till: till)
        chain.last = before.last
        chain.seal = before.seal
        self.before = before
        tickets = [false: before.ticket, true: before.trainingTicket]
        closures = [10: before.days, 7: before.months, 4: before.years]
        key = before.last == 0 ? nil : before.key
        days.before = Money(cents: before.perpetualTotal)
    }

    /// Holds the next entry against those before.
    mutating func add(_ row: SealedRow, _ found: CheckedRow) -> TillProblem? {
        func problem(_ reason: TillProblem.Reason, fr: String, en: String) -> TillProblem {
            TillProblem(reason, till: row.till, entry: row.number, fr: fr, en: en)
        }
        guard row.number == chain.last + 1 else {
            return problem(
                .sequence, fr: "elle suit l'entrée \(chain.last) ; il en manque, ou elle n'est pas à sa place.",
                en: "it follows entry \(chain.last); some are missing, or it is not in its place.")
        }
        guard row.isSound, let day = OfficeDay(row.day), let kind = TillContent.Kind(rawValue: row.kind) else {
            return problem(
                .content, fr: "une de ses colonnes ne dit pas ce qu'elle peut dire.",
                en: "one of its columns says what it can't say.")
        }
        guard found.sealHolds else {
            return problem(
                .seal, fr: "son sceau ne tient pas : elle a été changée, ou n'a pas été faite par cette caisse.",
                en: "its seal doesn't hold: it was changed, or not made by this till.")
        }
        if let key, key != row.key {
            return problem(
                .key, fr: "elle devait être scellée avec la clé \(key).", en: "key \(key) should have sealed it.")
        }
        if let found = check(row, kind, day, found) {
            return problem(found.reason, fr: found.fr, en: found.en)
        }
        key = key ?? row.key
        isFirst = false
        chain.entries += 1
        chain.last = row.number
        chain.seal = row.seal
        chain.lastDay = day
        return nil
    }

    private typealias Fault = (reason: TillProblem.Reason, fr: String, en: String)

    private static let unreadable: Fault = (
        .content, "elle ne dit pas ce qu'une entrée de cette sorte doit dire.",
        "it doesn't say what an entry of its kind says."
    )

    private mutating func check(_ row: SealedRow, _ kind: TillContent.Kind, _ day: OfficeDay, _ found: CheckedRow)
        -> Fault?
    {
        if isFirst, (kind == .setup) != (row.number == 1) {
            return (.sequence, "une caisse commence par sa mise en service.", "a till begins with its set-up.")
        }
        switch kind {
        case .sale, .refund:
            guard let figures = found.figures else { return Self.unreadable }
            return check(figures, row, day, isRefund: kind == .refund)
        default:
            guard let content = try? TillContent(kind, text: row.content) else { return Self.unreadable }
            return check(content, row, day)
        }
    }

    private mutating func check(_ figures: TicketFigures, _ row: SealedRow, _ day: OfficeDay, isRefund: Bool) -> Fault?
    {
        let training = row.training == 1
        let last = tickets[training] ?? 0
        guard figures.number == last + 1 else {
            return (
                .ticketNumber, "le ticket n° \(figures.number) suit le n° \(last).",
                "ticket \(figures.number) follows ticket \(last)."
            )
        }
        guard figures.addsUp else {
            return (
                .sums, "les montants du ticket n° \(figures.number) ne s'additionnent pas.",
                "the amounts of ticket \(figures.number) don't add up."
            )
        }
        if let refunds = figures.refunds, refunds >= figures.number {
            return (.content, "elle rembourse un ticket d'après elle.", "it gives back a ticket that comes after it.")
        }
        tickets[training] = figures.number
        guard !training else { return nil }
        if let fault = checkOpen(day) { return fault }
        days[day].totals.add(figures, isRefund: isRefund)
        days[day].take(row.number)
        return nil
    }

    private func checkOpen(_ day: OfficeDay) -> Fault? {
        let (year, month, _) = day.parts
        guard
            let period = [.day(day), .month(year: year, month: month), .year(year)].first(where: { closed[$0] != nil })
        else { return nil }
        return (.closedDay, "\(period) était clôturé avant elle.", "\(period) had been closed before it.")
    }

    private mutating func check(_ content: TillContent, _ row: SealedRow, _ day: OfficeDay) -> Fault? {
        switch content {
        case .opening(let opening):
            if let fault = checkOpen(day) { return fault }
            days[day].float = opening.float
            days[day].take(row.number)
        case .movement(let movement):
            if let fault = checkOpen(day) { return fault }
            days[day].moved += movement.amount
            days[day].take(row.number)
        case .count(let record):
            let counted = record.count.day ?? day
            guard !isUnknown(counted) else { break }
            let expected = days[counted].cash
            guard record.expected == expected, record.corrects == days[counted].count?.entry else {
                return (
                    .sums,
                    "elle attendait \(record.expected.cents) centimes en caisse, les entrées en font \(expected.cents).",
                    "it expected \(record.expected.cents) cents in the drawer, the entries come to \(expected.cents)."
                )
            }
            days[counted].count = (row.number, record.count.counted)
        case .closure(let closure): return check(closure)
        case .key(let change): key = change.key
        case .setup(let setup):
            guard row.number == 1 else { return Self.unreadable }
            guard archiveKey == nil || setup.archiveKey == archiveKey else {
                return (
                    .key, "l'archive n'est pas signée par la clé de sa caisse.",
                    "the archive isn't signed with its till's key."
                )
            }
        default: break
        }
        return nil
    }

    /// A closure must say what the entries before it come to.
    private mutating func check(_ closure: Closure) -> Fault? {
        let period = closure.period
        let length = period.description.utf8.count
        let number = (closures[length] ?? 0) + 1
        guard closed[period] == nil else {
            return (.closure, "\(period) était déjà clôturé.", "\(period) had been closed already.")
        }
        defer {
            closures[length] = number
            closed[period] = closure
        }
        guard !isUnknown(period.first) else { return nil }
        let sums = days.sums(from: period.first, to: period.last)
        let year = days.sums(from: ClosurePeriod.year(period.last.parts.year).first, to: period.last).totals.total
        let isWholeYear = before.last == 0 || ClosurePeriod.year(period.last.parts.year).first >= before.from
        let expected = Closure(
            period: period, number: number, entries: sums.entries, tickets: sums.totals.tickets,
            refunds: sums.totals.refunds, vat: sums.totals.vatAmounts, payments: sums.totals.payments,
            total: sums.totals.total, yearTotal: isWholeYear ? year : closure.yearTotal,
            perpetualTotal: days.before + days.sums(from: OfficeDay(daysSince1970: 0), to: period.last).totals.total,
            cashExpected: period.isDay ? days[period.last].cash : days.cash(from: period.first, to: period.last),
            cashCounted: period.isDay ? days[period.last].count?.counted : nil, head: String(chain.seal.prefix(16)))
        guard closure == expected else {
            return (
                .closure,
                "la clôture de \(period) ne dit pas ce que les entrées font (\(closure.difference(from: expected))).",
                "the closure of \(period) doesn't say what the entries come to (\(closure.difference(from: expected)))."
            )
        }
        return nil
    }

    /// Whether a day is before an archive: its entries aren't in it.
    private func isUnknown(_ day: OfficeDay) -> Bool { before.last > 0 && day < before.from }
}

extension Closure {
    /// The first of its fields that differs, by its key in JSON.
    fileprivate func difference(from other: Closure) -> String {
        if number != other.number { return "number" }
        if entries != other.entries { return "entries" }
        if tickets != other.tickets { return "tickets" }
        if refunds != other.refunds { return "refunds" }
        if vat != other.vat { return "vat" }
        if payments != other.payments { return "payments" }
        if total != other.total { return "total" }
        if yearTotal != other.yearTotal { return "year_total" }
        if perpetualTotal != other.perpetualTotal { return "perpetual_total" }
        if cashExpected != other.cashExpected { return "cash_expected" }
        if cashCounted != other.cashCounted { return "cash_counted" }
        return "head"
    }
}
