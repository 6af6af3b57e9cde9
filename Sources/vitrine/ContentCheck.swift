import ArgumentParser
import Catalogue
import KioskServer
import Foundation
import Terminal
import Tiles

struct ContentCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Dit tout ce qui ne va pas dans le contenu.", "Tells everything that is wrong in the content."),
        discussion: say(
            "Une ligne par problème : fichier:ligne: ce qui ne va pas. comment le corriger. Une erreur empêche de servir ; un avertissement, non.",
            "One line a problem: file:line: what is wrong. how to mend it. An error keeps it from being served; a warning doesn't."
        ))

    @Argument(help: .init(say("Le dossier du contenu.", "The folder of the content."), valueName: "folder"))
    var folder = setting("CONTENT") ?? "content"

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    func run() throws {
        // Without its map the content is served all the same: these are warnings.
        let report = ContentFolder(path: folder).check(today: .today)
            .adding(MapFolder(path: folder + "/map").check().map(Problem.init(map:problem:)))
        if json {
            try printJSON(report)
        } else {
            for problem in report.problems { print(problem.text(in: speech)) }
            print(summary(report))
        }
        if !report.isServable { throw ExitCode(1) }
    }

    private func summary(_ report: CheckReport) -> String {
        let kinds = PlaceKind.allCases.compactMap { kind in
            report.counts[kind].map { "\(kind.rawValue) \($0)" }
        }
        let languages = report.coverage.written.map { language, count in
            "\(language) \(report.coverage.texts == 0 ? 0 : count * 100 / report.coverage.texts) %"
        }
        return say(
            "\(report.placeCount) lieux (\(kinds.joined(separator: ", "))), textes : \(languages.joined(separator: ", ")) ; "
                + "\(report.errorCount) erreur(s), \(report.warningCount) avertissement(s).",
            "\(report.placeCount) places (\(kinds.joined(separator: ", "))), texts: \(languages.joined(separator: ", ")); "
                + "\(report.errorCount) error(s), \(report.warningCount) warning(s).")
    }

    private func printJSON(_ report: CheckReport) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Report(
            servable: report.isServable, places: report.placeCount, errors: report.errorCount,
            warnings: report.warningCount,
            problems: report.problems.map { problem in
                Report.Problem(
                    file: problem.file, line: problem.line, severity: problem.severity.rawValue, code: problem.code,
                    message: problem.message(in: speech), hint: problem.hint(in: speech))
            })
        print(String(decoding: try encoder.encode(document), as: UTF8.self))
    }

    private struct Report: Encodable {
        struct Problem: Encodable {
            let file: String
            let line: Int?
            let severity: String
            let code: String
            let message: String
            let hint: String
        }
        let servable: Bool
        let places: Int
        let errors: Int
        let warnings: Int
        let problems: [Problem]
    }
}

extension Problem {
    fileprivate init(map file: String, problem: MapProblem) {
        self.init(
            file: "map/\(file)", line: nil, severity: .warning,
            finding: Finding(problem.code, fr: problem.french, en: problem.english))
    }
}
