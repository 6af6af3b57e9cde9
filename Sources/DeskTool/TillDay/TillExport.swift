import ArgumentParser
import Foundation
import Reception
import Reports
import Terminal

struct TillExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say(
            "Écrit les écritures des journées closes, pour le logiciel de l'expert-comptable.",
            "Writes the entries of closed days, for the accountant's program."),
        discussion: say(
            """
            Exemple :
              desk till export --from 2026-07-01 --to 2026-07-31 --out juillet.txt
            Dix-huit colonnes séparées par des tabulations, dates AAAAMMJJ, virgule décimale. Les comptes
            viennent de content/office.yaml (till: accounts:).
            """,
            """
            Example:
              desk till export --from 2026-07-01 --to 2026-07-31 --out july.txt
            Eighteen columns with tabs between them, dates AAAAMMJJ, decimal comma. The accounts come from
            content/office.yaml (till: accounts:).
            """))

    @OptionGroup var range: DayRange

    @Option(
        help: .init(say("Le fichier à écrire.", "The file to write."), valueName: "file"),
        completion: .file(extensions: ["txt"]))
    var out: String

    @OptionGroup var form: JSONOption
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        try options.withTill(till, now: .now) { desk in
            try checkMode(desk.till.setting)
            let today = try desk.till.status().day
            let days = try range.days(today: today, usual: today.adding(days: 1 - today.parts.day))
            let journal = try journal(of: days, at: desk.till, today: today)
            let traded = try self.traded(days, at: desk.till)
            try check(journal, traded: traded)
            try OutputFile.write(Data(journal.text.utf8), to: out)
            let open = traded.subtracting(journal.days).sorted()
            try tell(
                Summary(file: out, days: journal.days, lines: journal.lines.count, unclosedDays: open), TillWords(desk))
        }
    }

    private func journal(of days: ClosedRange<OfficeDay>, at till: any Till, today: OfficeDay) throws -> Journal {
        let entries = try till.entries(
            from: days.lowerBound, to: days.upperBound, kinds: [.sale, .refund, .movement, .count])
        // A closure, like a corrected count, may be of a day long before it was made.
        let closures = try till.entries(from: days.lowerBound, to: max(today, days.upperBound), kinds: [.closure])
        let counted = entries.compactMap { entry in
            if case .count(let record) = entry.content { record.count.day } else { nil }
        }.min()
        let counts = try counted.map {
            try till.entries(from: min($0, days.lowerBound), to: days.upperBound, kinds: [.count])
        }
        return Journal(
            of: entries,
            closures: closures.compactMap { if case .closure(let closure) = $0.content { closure } else { nil } },
            counts: counts ?? [], setting: till.setting, depositors: try till.depositors(), rates: try till.rates())
    }

    /// The days on which the till was used.
    private func traded(_ days: ClosedRange<OfficeDay>, at till: any Till) throws -> Set<OfficeDay> {
        let entries = try till.entries(from: days.lowerBound, to: days.upperBound, kinds: [.sale, .refund, .movement])
        return Set(entries.filter { !$0.training }.map(\.day))
    }

    private func checkMode(_ setting: TillSetting) throws {
        guard setting.mode == .external else { return }
        throw Refused.byPerson(
            say(
                "L'office vend avec une autre caisse (till: mode: external) : c'est elle qui donne ses écritures à l'expert-comptable. Rien n'a été écrit.",
                "The office sells with another till (till: mode: external): that one hands its entries to the accountant. Nothing was written."
            ))
    }

    private func check(_ journal: Journal, traded: Set<OfficeDay>) throws {
        guard journal.missingAccounts.isEmpty else {
            let keys = journal.missingAccounts
            throw Refused(
                exitCode: 1,
                lines: [
                    say(
                        "Il manque des comptes dans content/office.yaml, sous « till: accounts: » ; votre expert-comptable les connaît. Rien n'a été écrit.",
                        "Accounts are missing in content/office.yaml, under “till: accounts:”; your accountant knows them. Nothing was written."
                    )
                ] + keys.map { "  \($0): \"…\"  " + Journal.accountName($0) })
        }
        guard journal.lines.isEmpty else { return }
        throw Refused.byPerson(
            traded.isEmpty
                ? say(
                    "Ces jours-là, rien n'est passé par la caisse. Rien n'a été écrit.",
                    "Nothing went through the till on those days. Nothing was written.")
                : say(
                    "Aucun de ces jours n'est clos : seul ce qui est clos se donne à l'expert-comptable (desk till close). Rien n'a été écrit.",
                    "None of those days is closed: only what is closed is handed to the accountant (desk till close). Nothing was written."
                ))
    }

    private struct Summary: Encodable {
        let file: String
        let days: [OfficeDay]
        let lines: Int
        let unclosedDays: [OfficeDay]

        enum CodingKeys: String, CodingKey {
            case file, days, lines
            case unclosedDays = "unclosed_days"
        }
    }

    private func tell(_ summary: Summary, _ words: TillWords) throws {
        if form.json { return try printJSON(summary) }
        let days = summary.days.count
        if out != "-" {
            print(
                say(
                    "\(days) journée\(days > 1 ? "s" : "") close\(days > 1 ? "s" : ""), \(summary.lines) lignes dans \(out).",
                    "\(days) closed day\(days == 1 ? "" : "s"), \(summary.lines) lines in \(out)."))
        }
        for day in summary.unclosedDays {
            Terminal.tell(
                say(
                    "Pas encore clos, donc laissé de côté : \(words.moments.day(day)).",
                    "Not closed yet, so left out: \(words.moments.day(day))."))
        }
    }
}
