import Foundation
import Reception

/// One till's entries in their order: what follows from those before is kept, and each is held against it.
struct ChainCheck {
    private(set) var chain: TillReport.Chain
    /// What an archive says of what went before its first entry.
    private let before: ArchiveStart
    private let archiveKey: String?
    private let source: TillSource
    private var key: Int?
    private var tickets: TicketBook
    private var practice: TicketBook
    private var days = TillDays()
    private var closures: [Int: Int]
    private var closed: [ClosurePeriod: Closure] = [:]
    private var isFirst = true

    /// - `archiveKey`: what the archive that it is in was signed with.
    init(
        office: String, till: String, after before: ArchiveStart = ArchiveStart(), archiveKey: String? = nil,
        source: TillSource
    ) {
        (self.archiveKey, self.source) = (archiveKey, source)
        chain = TillReport.Chain(office: office, till: till)
        chain.last = before.last
        chain.seal = before.seal
        self.before = before
        (tickets, practice) = (TicketBook(after: before.ticket), TicketBook(after: before.trainingTicket))
        closures = [10: before.days, 7: before.months, 4: before.years]
        key = before.last == 0 ? nil : before.key
        days.before = Money(cents: before.perpetualTotal)
    }

    /// Holds the next entry against those before.
    mutating func add(_ row: SealedRow, _ found: CheckedRow) throws -> TillProblem? {
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
        if let found = try check(row, kind, day, found) {
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

    private mutating func check(
        _ row: SealedRow, _ kind: TillContent.Kind, _ day: OfficeDay, _ found: CheckedRow
    ) throws -> Fault? {
        if isFirst, (kind == .setup) != (row.number == 1) {
            return (.sequence, "une caisse commence par sa mise en service.", "a till begins with its set-up.")
        }
        guard found.isInOrder else { return Self.unreadable }
        switch kind {
        case .sale, .refund:
            guard let figures = found.figures else { return Self.unreadable }
            if row.training == 1 { return try Self.check(figures, row, &practice, source) }
            if let fault = try Self.check(figures, row, &tickets, source) ?? checkOpen(day) { return fault }
            days[day].add(figures, number: row.number)
            return nil
        default:
            guard let content = try? TillContent(kind, text: row.content) else { return Self.unreadable }
            return check(content, row, day)
        }
    }

    /// Static, or all of the till's tickets would be copied for each: `self` holds the book that is changed.
    private static func check(
        _ figures: TicketFigures, _ row: SealedRow, _ book: inout TicketBook, _ source: TillSource
    ) throws -> Fault? {
        guard figures.number == book.last + 1 else {
            return (
                .ticketNumber, "le ticket n° \(figures.number) suit le n° \(book.last).",
                "ticket \(figures.number) follows ticket \(book.last)."
            )
        }
        guard figures.addsUp else {
            return (
                .sums, "les montants du ticket n° \(figures.number) ne s'additionnent pas.",
                "the amounts of ticket \(figures.number) don't add up."
            )
        }
        if let refunded = figures.refunds, try !book.giveBack(figures, source.content) {
            return (
                .refund, "elle ne rend pas ce qui a été vendu avec le ticket n° \(refunded), ou plus qu'il n'en reste.",
                "it doesn't give back what was sold with ticket \(refunded), or more than is left of it."
            )
        }
        book.add(at: row.seq)
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
        case .opening, .movement:
            if let fault = checkOpen(day) { return fault }
            days[day].add(content, number: row.number)
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
            days[counted].add(content, number: row.number)
        case .closure(let closure): return check(closure)
        case .reprint(let reprint):
            guard row.training == 1 ? practice.copy(reprint) : tickets.copy(reprint) else {
                return (
                    .reprint, "son ticket n'est pas là, ou le n° de ce duplicata ne suit pas le précédent.",
                    "its ticket isn't there, or the number of this copy doesn't follow the one before."
                )
            }
        case .key(let change):
            if let fault = checkFingerprint(of: change.key, change.fingerprint) { return fault }
            key = change.key
        case .restore(let restore):
            guard restore.from == row.number - 1 else { return Self.unreadable }
        case .setup(let setup):
            guard row.number == 1 else { return Self.unreadable }
            if let fault = checkFingerprint(of: row.key, setup.keyFingerprint) { return fault }
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

    private func checkFingerprint(of key: Int, _ sealed: String) -> Fault? {
        guard let fingerprint = source.fingerprint(key), fingerprint != sealed else { return nil }
        return (
            .key, "la clé n° \(key) manque, ou n'est pas celle qu'elle annonce.",
            "key \(key) is missing, or isn't the one it announces."
        )
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
        var expected = days.closure(of: period, number: number, head: chain.seal)
        // An archive that begins in the middle of a year doesn't know what the year had come to.
        if before.last > 0, before.from > ClosurePeriod.year(period.last.parts.year).first {
            expected.yearTotal = closure.yearTotal
        }
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
