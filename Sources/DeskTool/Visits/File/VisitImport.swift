import Foundation
import Reception
import Register
import Terminal

/// The visits of a file, read by the desk's grammar: all of them are right, or each wrong one is told and none is recorded.
struct VisitImport {
    let desk: VisitDesk
    let file: VisitFile
    /// The moment of rows that don't say theirs, and the day of those that say a time only; nil: now, today.
    let usual: DeskLine?

    /// What a file says.
    struct Visits {
        var facts: [DeskFact] = []
        /// Rows whose day depends on when the file is read.
        var undated: [Int] = []
    }

    /// Reads all rows. Throws what has to be mended, a line each.
    func visits() throws -> Visits {
        var visits = Visits()
        var wrong: [String] = []
        var ids: Set<FactID> = []
        // The same rows after the same rows have the same ids: a file read twice is known, one that has grown is known as far as it went.
        var derived = FactID(after: nil, desk.options.deskCode)
        let progress = Progress(of: file.rows.count)
        for (position, row) in file.rows.enumerated() {
            progress.show(position)
            do throws(Wrong) {
                let read = try read(row)
                let day = desk.counter.clock.dayAndHour(at: read.at).day
                derived = FactID(after: derived, "\(day)\n\(row.when)\n\(row.line)")
                let id = row.id.isEmpty ? derived : FactID(row.id)
                guard let id else { throw Wrong(.id, Self.noID(row.id)) }
                guard ids.insert(id).inserted else { throw Wrong(.id, Self.twice(row.id)) }
                var fact = desk.fact(read.line)
                fact.id = id
                fact.at = read.at
                fact.entry = .bulk
                visits.facts.append(fact)
                if read.isUndated { visits.undated.append(row.number) }
            } catch {
                let place = say("\(file.name), ligne \(row.number)", "\(file.name), line \(row.number)")
                wrong.append(
                    "\(place), \(say("colonne « \(error.column.name) »", "column “\(error.column.name)”"))\(say(" : ", ": "))\(error.why)"
                )
            }
        }
        progress.end()
        guard wrong.isEmpty else { throw Refused(exitCode: 1, lines: wrong + [sum(wrong)]) }
        return visits
    }

    private struct Wrong: Error {
        let column: VisitFile.Column
        let why: String

        init(_ column: VisitFile.Column, _ why: String) {
            self.column = column
            self.why = why
        }
    }

    private func read(_ row: VisitFile.Row) throws(Wrong) -> (line: DeskLine, at: Instant, isUndated: Bool) {
        let moment = row.when.isEmpty ? "" : " @" + Self.typed(row.when)
        let line = desk.read(dated(row.line + moment))
        if let problem = line.problems.first {
            let isMoment = !moment.isEmpty && problem.token == line.tokens.count - 1
            throw Wrong(isMoment ? .when : .line, LineToMend.sentence(problem))
        }
        guard line.saysWhen else { return (line, usual?.at ?? line.at, usual == nil) }
        let said = line.tokens.first { $0.meaning?.field == .when }?.text.dropFirst() ?? ""
        return (line, line.at, OfficeDay(said.prefix(10)) == nil)
    }

    /// The line with the usual day before a moment that is a time only.
    private func dated(_ line: String) -> String {
        guard let usual else { return line }
        let day = desk.counter.clock.dayAndHour(at: usual.at).day
        return line.split(separator: " ").map { word in
            let isTime = word.first == "@" && word.dropFirst().first?.isNumber == true && !word.contains("-")
            return isTime ? "@\(day)-\(word.dropFirst())" : String(word)
        }.joined(separator: " ")
    }

    /// As spreadsheets write a moment, in the grammar's way: `14/07/2026 10:05` and `2026-07-14 10:05:00` as `2026-07-14-10:05`.
    static func typed(_ when: String) -> String {
        let parts = when.drop { $0 == "@" }.split { $0 == " " || $0 == "T" }
        guard let first = parts.first else { return when }
        var typed = String(first)
        let date = first.split(separator: "/", omittingEmptySubsequences: false)
        if date.count == 3, let day = Int(date[0]), let month = Int(date[1]), let year = Int(date[2]),
            let written = OfficeDay(year: year, month: month, day: day)
        {
            typed = written.description
        }
        guard parts.count == 2 else { return parts.count == 1 ? typed : when }
        let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        return typed + "-" + (time.count == 3 && Int(time[2]) != nil ? time[0] + ":" + time[1] : parts[1])
    }

    private func sum(_ wrong: [String]) -> String {
        say(
            "\(wrong.count) ligne\(wrong.count > 1 ? "s" : "") à corriger sur \(file.rows.count) ; rien n'a été enregistré.",
            "\(wrong.count) of \(file.rows.count) lines to mend; nothing was recorded.")
    }

    private static func noID(_ id: String) -> String {
        say(
            "« \(id) » n'est pas un UUID. Laissez la case vide, ou enlevez la colonne.",
            "“\(id)” isn't a UUID. Leave the field empty, or the column out.")
    }

    private static func twice(_ id: String) -> String {
        say("« \(id) » est déjà plus haut dans le fichier.", "“\(id)” is further up in the file already.")
    }
}

/// How far a long file is, on a terminal only.
private struct Progress {
    private let count: Int
    private let isShown: Bool

    private static let step = 1_000

    init(of count: Int) {
        self.count = count
        isShown = count > Self.step && isatty(STDERR_FILENO) == 1
    }

    func show(_ position: Int) {
        guard isShown, position % Self.step == 0 else { return }
        write("\r" + say("Lecture : \(position) sur \(count)", "Reading: \(position) of \(count)"))
    }

    func end() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
