import ArgumentParser
import Foundation
import Reception
import Terminal

struct TillZ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "z",
        abstract: say("Montre une clôture qui est faite (Z).", "Shows a closure that was made (Z)."),
        discussion: say(
            """
            Exemples :
              desk till z                               celle de la dernière journée close
              desk till z --month 2026-07 --html z.html
            """,
            """
            Examples:
              desk till z                               that of the last day closed
              desk till z --month 2026-07 --html z.html
            """))

    @OptionGroup var named: PeriodOptions
    @OptionGroup var paper: ClosurePaper
    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    /// How long ago a day may have been closed to be found without its name.
    private static let days = 31

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            let entry = try entry(at: desk.till)
            try paper.check()
            if form.json { try printJSON(entry) } else { print(ClosingDesk(desk).text(of: entry)) }
            try paper.write(entry, at: desk, isTold: !form.json)
        }
    }

    private func entry(at till: any Till) throws -> TillEntry {
        let today = try till.status().day
        if let period = try named.period(today: today) { return try till.closure(of: period) }
        let last = try till.entries(from: today.adding(days: 1 - Self.days), to: today, kinds: [.closure]).last {
            entry in
            if case .closure(let closure) = entry.content, case .day = closure.period { true } else { false }
        }
        guard let last else {
            throw Refused.byPerson(
                say(
                    "Aucune journée n'a été close depuis \(Self.days) jours : nommez-la, par exemple --day 2026-07-14.",
                    "No day was closed within \(Self.days) days: name it, as in --day 2026-07-14."))
        }
        return last
    }
}

/// `--html FILE`: a closure as a page.
struct ClosurePaper: ParsableArguments {
    @Option(
        help: .init(
            say("Écrit la clôture dans une page, à imprimer.", "Writes the closure as a page, to be printed."),
            valueName: "file"),
        completion: .file(extensions: ["html"]))
    var html: String?

    /// Throws when it couldn't be written: before something is sealed that is on paper once.
    func check() throws { if let html { try OutputFile.check(html) } }

    func write(_ entry: TillEntry, at desk: TillDesk, isTold: Bool) throws {
        guard let html, let sheet = ClosingDesk(desk).sheets.sheet(of: entry, clock: desk.till.clock) else { return }
        try OutputFile.write(Data(sheet.html.utf8), to: html)
        if isTold, html != "-" { print(say("Page à imprimer : \(html)", "Page to print: \(html)")) }
    }
}
