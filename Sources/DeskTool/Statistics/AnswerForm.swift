import ArgumentParser
import Foundation
import Reception
import Reports
import Spreadsheet
import Terminal

/// In which form an answer is given.
struct AnswerForm: ParsableArguments {
    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @Flag(help: .init(say("En CSV, pour un tableur.", "As CSV, for a spreadsheet.")))
    var csv = false

    @Flag(
        help: .init(
            say(
                "Le CSV avec des points-virgules et des virgules décimales, pour un Excel français.",
                "The CSV with semicolons and decimal commas, for a French Excel.")))
    var semicolon = false

    @Option(
        help: .init(
            say("Dans un classeur XLSX ; - est la sortie standard.", "In an XLSX workbook; - is standard output."),
            valueName: "file"),
        completion: .file(extensions: ["xlsx"]))
    var xlsx: String?

    @Flag(
        help: .init(
            say(
                "Tel que cela peut sortir de l'office : les petits nombres sont cachés.",
                "As it may leave the office: small counts are hidden.")))
    var publish = false

    @Flag(
        help: .init(
            say(
                "La définition, ce qui est compté, ce qui est laissé de côté, les jours comparés un à un.",
                "The definition, what is counted, what is left out, each of the days compared.")))
    var explain = false

    @Flag(help: .init(say("Tous les chiffres, et ce que chacun compte.", "All figures, and what each counts.")))
    var measures = false

    func validate(_ question: [String]) throws {
        let isLines = question == ["-"]
        let forms = [("--json", json), ("--csv", csv), ("--xlsx", xlsx != nil), ("--explain", explain)]
            .filter(\.1).map(\.0)
        if forms.count > 1 {
            let both = forms.joined(separator: say(" ou ", " or "))
            throw ValidationError(say("\(both), pas les deux.", "\(both), not both."))
        }
        if semicolon, !csv { throw ValidationError(say("--semicolon va avec --csv.", "--semicolon goes with --csv.")) }
        if isLines, !json {
            throw ValidationError(
                say("Plusieurs questions à la fois : avec --json.", "Several questions at once: with --json."))
        }
        if measures, !question.isEmpty || csv || xlsx != nil || explain || publish {
            throw ValidationError(
                say("--measures va seul, ou avec --json.", "--measures goes alone, or with --json."))
        }
        let ofQuestions = [
            ("--xlsx", xlsx != nil), ("--explain", explain), ("--publish", publish), ("--semicolon", semicolon),
        ]
        if question.isEmpty, let option = ofQuestions.first(where: \.1)?.0 {
            throw ValidationError(
                say(
                    "\(option) va avec une question : desk stats visiteurs 2026-07 \(option)",
                    "\(option) goes with a question: desk stats visitors 2026-07 \(option)"))
        }
        if explain, publish {
            throw ValidationError(
                say("--explain reste à l'office : sans --publish.", "--explain stays in the office: without --publish.")
            )
        }
    }

    func show(_ whole: Answer, names: FacetNames) throws {
        let answer = publish ? whole.published() : whole
        if json { return try printJSON(AnswerDocument(answer, names: names, in: speech)) }
        if csv {
            let style: AnswerCSV.Style = semicolon ? .semicolons : .commas
            return print(AnswerCSV(answer, names: names, in: speech, style: style).text, terminator: "")
        }
        if let xlsx { return try write(AnswerWorkbook(answer, names: names, in: speech).workbook, to: xlsx) }
        let sheet = AnswerSheet(answer: answer, names: names, console: .ofStandardOutput())
        print(sheet.lines.joined(separator: "\n"))
    }

    private func write(_ workbook: Workbook, to path: String) throws {
        try OutputFile.check(path)
        do {
            try OutputFile.write(try workbook.data(), to: path)
        } catch WorkbookTrouble.libraryMissing {
            throw Refused.byPerson(
                say(
                    "Il faut le paquet libxlsxwriter4 pour écrire un classeur : installez-le, ou prenez --csv.",
                    "The package libxlsxwriter4 is needed to write a workbook: install it, or take --csv."))
        } catch WorkbookTrouble.notWritten {
            throw Refused.bySystem(
                say(
                    "Le classeur n'a pas pu être écrit : le disque est plein ou en panne. Faites de la place, puis recommencez.",
                    "The workbook couldn't be written: the disk is full or failing. Make room, then do it again."))
        }
        if path != "-" { print(say("Écrit : \(path)", "Written: \(path)")) }
    }
}
