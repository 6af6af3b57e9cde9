import ArgumentParser
import Reception
import Reports
import Terminal

struct TillStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: say(
            "Où en est la caisse : la journée, les espèces, ce qui reste à clore ou à compléter.",
            "How the till stands: the day, the cash, what is to be closed or completed."))

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let standing = try TillStanding(of: desk.till)
            if form.json { return try printJSON(standing) }
            print(standing.lines(TillWords(desk)).joined(separator: "\n"))
        }
    }
}

/// How a till stands, and what somebody should do about it.
struct TillStanding: Encodable {
    private let status: TillStatus
    private let mode: TillSetting.Mode
    private let lastClosure: Closure?
    private let lastTotals: ExternalTotals?
    private let gaps: [SettingGap]

    private enum CodingKeys: String, CodingKey {
        case mode, missing
        case lastClosure = "last_closure"
        case lastTotals = "last_totals"
    }

    init(of till: any Till) throws {
        status = try till.status()
        mode = till.setting.mode
        gaps = SettingGap.all(in: till.setting, rates: try till.rates())
        let entries = try Self.last([.closure, .totals], of: till, before: status)
        lastClosure = entries.compactMap { if case .closure(let closure) = $0.content { closure } else { nil } }.last
        lastTotals = entries.compactMap { if case .totals(let totals) = $0.content { totals } else { nil } }.last
    }

    func encode(to encoder: any Encoder) throws {
        try status.encode(to: encoder)
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(mode, forKey: .mode)
        try object.encode(lastClosure, forKey: .lastClosure)
        try object.encode(lastTotals, forKey: .lastTotals)
        try object.encode(gaps, forKey: .missing)
    }

    func lines(_ words: TillWords) -> [String] {
        let day = words.moments.day(status.day)
        guard mode == .builtin else {
            return [
                say(
                    "L'office vend avec sa propre caisse certifiée (content/office.yaml, till: mode: external).",
                    "The office sells with a certified till of its own (content/office.yaml, till: mode: external)."),
                lastTotals.map {
                    say(
                        "Derniers totaux repris : \(words.moments.day($0.day)), \($0.tickets) ticket\($0.tickets > 1 ? "s" : "").",
                        "Last totals taken over: \(words.moments.day($0.day)), \($0.tickets) ticket\($0.tickets == 1 ? "" : "s")."
                    )
                }
                    ?? say(
                        "Aucun total n'a encore été repris : desk till import",
                        "No totals were taken over yet: desk till import"),
            ] + gapLines
        }
        let state = status.isOpen ? say("ouverte", "open") : say("pas ouverte", "not open")
        var lines = [say("Caisse \(status.till), \(day) : \(state).", "Till \(status.till), \(day): \(state).")]
        lines.append(
            say(
                "\(status.tickets) ticket\(status.tickets > 1 ? "s" : ""), \(words.amount(status.total))",
                "\(status.tickets) ticket\(status.tickets == 1 ? "" : "s"), \(words.amount(status.total))"))
        for method in Payment.Method.allCases {
            guard let amount = status.payments[method] else { continue }
            lines.append("  " + Self.columns(PaymentWords.name(method), words.amount(amount)))
        }
        lines.append(
            Self.columns(say("Espèces attendues", "Cash expected"), words.amount(status.cashExpected), width: 20))
        lines += past(words) + todo(words) + gapLines
        return lines
    }

    private func past(_ words: TillWords) -> [String] {
        var lines: [String] = []
        if let ticket = status.lastTicket { lines.append(say("Dernier ticket : \(ticket)", "Last ticket: \(ticket)")) }
        if let lastClosure {
            let period = words.period(lastClosure.period)
            lines.append(
                say(
                    "Dernière clôture : \(period), n° \(lastClosure.number)",
                    "Last closure: \(period), number \(lastClosure.number)"))
        }
        if status.head > 0 {
            lines.append(
                say(
                    "Dernière écriture : \(status.head), sceau \(status.seal)",
                    "Last entry: \(status.head), seal \(status.seal)"))
        }
        return lines
    }

    private func todo(_ words: TillWords) -> [String] {
        status.unclosedDays.map { day in
            say("À clore : desk till close --day \(day)", "To be closed: desk till close --day \(day)")
        }
    }

    private var gapLines: [String] {
        guard !gaps.isEmpty else { return [] }
        return [say("À compléter dans content/office.yaml :", "To be completed in content/office.yaml:")]
            + gaps.map { "  \($0.key)  " + $0.words }
    }

    private static func columns(_ words: String, _ amount: String, width: Int = 18) -> String {
        words + String(repeating: " ", count: max(1, width - words.count)) + "  "
            + String(repeating: " ", count: max(0, 12 - amount.count)) + amount
    }

    /// The newest entries of some kinds: of the last month, else of the last two years.
    private static func last(
        _ kinds: Set<TillContent.Kind>, of till: any Till, before status: TillStatus
    ) throws -> [TillEntry] {
        guard status.head > 0 else { return [] }
        let month = try till.entries(from: status.day.adding(days: -30), to: status.day, kinds: kinds)
        if !month.isEmpty { return month }
        return try till.entries(from: status.day.adding(days: -731), to: status.day.adding(days: -31), kinds: kinds)
    }
}
