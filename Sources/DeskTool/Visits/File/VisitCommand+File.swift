import ArgumentParser
import Reception
import Terminal

extension VisitCommand {
    /// Records the visits of a file. What stands on the command line besides is their moment, where they don't say it.
    func record(file path: String, usual words: [String], at desk: VisitDesk) throws {
        let usual = try words.isEmpty ? nil : moment(words, at: desk)
        let file = try VisitFile(path)
        if file.isWindows {
            tell(
                say(
                    "\(path) n'est pas en UTF-8 ; il a été lu comme du Windows-1252 (Latin-1).",
                    "\(path) isn't UTF-8; it was read as Windows-1252 (Latin-1)."))
        }
        let visits = try VisitImport(desk: desk, file: file, usual: usual).visits()
        if !yes {
            try refuseOldFile(file, visits, at: desk)
            if !outcome.dryRun { try desk.confirmOpen(on: visits.facts.map(\.at)) }
        }
        let receipts = outcome.dryRun ? [] : try desk.counter.record(visits.facts)
        let done = FileOutcome(
            rows: visits.facts.count, recorded: receipts.count { $0 == .recorded },
            known: receipts.count { $0 == .known }, dryRun: outcome.dryRun)
        if outcome.json { return try printJSON(done) }
        if outcome.dryRun { for line in trial(file, visits, at: desk) { print(line) } }
        print(sentence(done, visits, at: desk))
    }

    private struct FileOutcome: Encodable {
        let rows: Int
        let recorded: Int
        let known: Int
        let dryRun: Bool

        enum CodingKeys: String, CodingKey {
            case rows, recorded, known
            case dryRun = "dry_run"
        }
    }

    private func moment(_ words: [String], at desk: VisitDesk) throws -> DeskLine {
        let line = desk.read(words.joined(separator: " "))
        if let refused = LineToMend.of(line, givenBackAs: ["desk", "visit", "--file", file ?? ""]) { throw refused }
        guard line.saysWhen, line.tokens.count == 1 else {
            throw ValidationError(
                say(
                    "Avec --file, la ligne ne dit qu'un moment, par exemple @hier : celui des visites qui ne disent pas le leur.",
                    "With --file, the line is a moment only, such as @yesterday: that of visits that don't say theirs.")
            )
        }
        return line
    }

    /// Rows without a day are today's: in a file that was written before today, that is most likely a slip.
    private func refuseOldFile(_ file: VisitFile, _ visits: VisitImport.Visits, at desk: VisitDesk) throws {
        guard let modified = file.modified, let first = visits.undated.first else { return }
        let clock = desk.counter.clock
        let written = clock.dayAndHour(at: modified).day
        guard written < clock.dayAndHour(at: desk.now).day else { return }
        throw Refused.byPerson(
            say(
                "\(file.name), ligne \(first) : la visite ne dit pas son jour, et le fichier date du \(desk.words.moments.date(written)). Rien n'a été enregistré. Dites le jour (desk visit --file \(file.name) @\(written)), ou ajoutez --yes pour les compter aujourd'hui.",
                "\(file.name), line \(first): the visit doesn't say its day, and the file was written on \(desk.words.moments.date(written)). Nothing was recorded. Say the day (desk visit --file \(file.name) @\(written)), or add --yes to count them today."
            ))
    }

    private func trial(_ file: VisitFile, _ visits: VisitImport.Visits, at desk: VisitDesk) -> [String] {
        zip(file.rows, visits.facts).map { row, fact in
            "\(Bars.left("\(row.number)", 5))  \(desk.words.moments.moment(fact.at)) · \(desk.words.words(fact))"
        }
    }

    /// `12 visites, hier : 10 enregistrées, 2 déjà connues.`
    private func sentence(_ done: FileOutcome, _ visits: VisitImport.Visits, at desk: VisitDesk) -> String {
        let days = visits.facts.map { desk.counter.clock.dayAndHour(at: $0.at).day }
        let period = days.min().flatMap { first in days.max().map { desk.words.moments.period(first...$0) } } ?? ""
        let count = say(
            "\(done.rows) visite\(done.rows > 1 ? "s" : "")",
            "\(done.rows) visit\(done.rows > 1 ? "s" : "")")
        if done.dryRun {
            return say(
                "\(count), \(period). Essai : rien n'a été enregistré.",
                "\(count), \(period). A trial: nothing was recorded.")
        }
        let (new, known) = (done.recorded, done.known)
        return say(
            "\(count), \(period) : \(new) enregistrée\(new > 1 ? "s" : ""), \(known) déjà connue\(known > 1 ? "s" : "").",
            "\(count), \(period): \(new) recorded, \(known) known already.")
    }
}
