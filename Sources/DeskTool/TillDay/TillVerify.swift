import ArgumentParser
import Foundation
import Reception
import Register
import Terminal

struct TillVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: say(
            "Vérifie que tout est encore comme scellé, et nomme la première entrée qui ne tient pas.",
            "Verifies that all is still as it was sealed, and names the first entry that doesn't hold."),
        discussion: say(
            """
            Exemples :
              desk till verify                              la base de cette machine
              desk till verify sauvegarde.sqlite            une sauvegarde
              desk till verify archives/2026                une archive, où qu'elle soit : elle se suffit
            Code 0 : tout tient. Code 1 : quelque chose ne tient pas.
            """,
            """
            Examples:
              desk till verify                              this machine's register
              desk till verify backup.sqlite                a backup
              desk till verify archives/2026                an archive, wherever it is: it is enough by itself
            Code 0: all holds. Code 1: something doesn't.
            """))

    @Argument(
        help: .init(
            say(
                "Une sauvegarde ou le dossier d'une archive ; la base sinon.",
                "A backup or an archive's folder; the register otherwise."),
            valueName: "path"),
        completion: .file())
    var path: String?

    @OptionGroup var form: JSONOption
    @OptionGroup var options: DeskOptions

    func run() throws {
        let line = ProgressLine(isShown: !form.json)
        let report = try report(line)
        line.end()
        if form.json { try printJSON(Outcome(report)) }
        if let problem = report.problem {
            throw Refused(exitCode: 1, lines: form.json ? [] : told(problem, report))
        }
        if !form.json { tell(report) }
    }

    private func report(_ line: ProgressLine) throws -> TillReport {
        guard let path else {
            return try options.withRegister(now: .now) { try $0.verifyTills { line.show($0, of: $1) } }
        }
        do {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                // By itself: the keys of this machine may be another till's.
                return try Register.verifyArchive(path) { line.show($0, of: $1) }
            }
            return try Register.verifyTills(inCopy: path, keys: keyFolder) { line.show($0, of: $1) }
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }

    /// The data folder of this machine, if a till's keys are in it.
    private var keyFolder: String? {
        guard case .folder(let folder)? = try? options.place(), FileManager.default.fileExists(atPath: folder + "/till")
        else { return nil }
        return folder
    }

    private func told(_ problem: TillProblem, _ report: TillReport) -> [String] {
        [
            say("Quelque chose ne tient pas. ", "Something doesn't hold. ") + problem.message(in: speech),
            say(
                "Ne touchez à rien, gardez une copie du dossier, et lisez « Quand quelque chose ne va pas » dans docs/guide/till.md.",
                "Touch nothing, keep a copy of the folder, and read “Quand quelque chose ne va pas” in docs/guide/till.md."
            ),
        ]
    }

    private func tell(_ report: TillReport) {
        let count = report.entries
        print(
            say(
                "Tout tient : \(count) entrée\(count > 1 ? "s" : "").",
                "All holds: \(count) entr\(count == 1 ? "y" : "ies")."))
        for chain in report.chains {
            let day = chain.lastDay.map { say(" du ", " of ") + $0.wording(in: speech) } ?? ""
            print(
                say(
                    "  \(chain.till) : \(chain.entries) entrée\(chain.entries > 1 ? "s" : ""), la dernière\(day), sceau \(chain.seal.prefix(16))",
                    "  \(chain.till): \(chain.entries) entr\(chain.entries == 1 ? "y" : "ies"), the last\(day), seal \(chain.seal.prefix(16))"
                ))
        }
        if let key = report.archiveKey {
            print(
                say(
                    "  signée par la clé d'archive \(key.prefix(16))", "  signed with the archive key \(key.prefix(16))"
                ))
        } else if !report.sealsChecked {
            print(
                say(
                    "Sans les clés, les sceaux n'ont pas été recalculés : le reste tient (--data DOSSIER dit où sont les clés).",
                    "Without the keys the seals were not computed anew: the rest holds (--data FOLDER says where the keys are)."
                ))
        }
    }

    private struct Outcome: Encodable {
        struct Chain: Encodable {
            let office: String
            let till: String
            let entries: Int
            let last: Int
            let seal: String
        }
        struct Problem: Encodable {
            let reason: String
            let till: String?
            let entry: Int?
            let message: String
        }

        let holds: Bool
        let entries: Int
        let sealsChecked: Bool
        let archiveKey: String?
        let tills: [Chain]
        let problem: Problem?

        enum CodingKeys: String, CodingKey {
            case holds, entries, tills, problem
            case sealsChecked = "seals_checked"
            case archiveKey = "archive_key"
        }

        init(_ report: TillReport) {
            holds = report.problem == nil
            entries = report.entries
            sealsChecked = report.sealsChecked
            archiveKey = report.archiveKey
            tills = report.chains.map {
                Chain(office: $0.office, till: $0.till, entries: $0.entries, last: $0.last, seal: $0.seal)
            }
            problem = report.problem.map {
                Problem(reason: $0.reason.rawValue, till: $0.till, entry: $0.entry, message: $0.message(in: speech))
            }
        }

        /// Nothing left out: what isn't known is null.
        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: CodingKeys.self)
            try object.encode(holds, forKey: .holds)
            try object.encode(entries, forKey: .entries)
            try object.encode(sealsChecked, forKey: .sealsChecked)
            try object.encode(archiveKey, forKey: .archiveKey)
            try object.encode(tills, forKey: .tills)
            try object.encode(problem, forKey: .problem)
        }
    }
}

/// How far a long work has come: on a terminal only, in one line that is wiped out in the end.
private struct ProgressLine {
    private let isShown: Bool

    init(isShown: Bool) { self.isShown = isShown && canAsk }

    func show(_ done: Int, of all: Int) {
        guard isShown, all > 0 else { return }
        write("\r" + say("Vérifié : \(done) sur \(all)", "Verified: \(done) of \(all)"))
    }

    func end() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
