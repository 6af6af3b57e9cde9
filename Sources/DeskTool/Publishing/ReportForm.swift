import Foundation
import Reception
import Reports
import Spreadsheet
import Terminal

/// What kind of file a report is.
enum ReportForm: String {
    case html, pdf, xlsx

    /// As a file's name ends; nil when it ends otherwise.
    init?(file: String) {
        guard let point = file.lastIndex(of: ".") else { return nil }
        self.init(rawValue: file[file.index(after: point)...].lowercased())
    }

    /// Throws when this machine can't make one, before anything is asked.
    func check() throws {
        if self == .pdf, !PDF.isInstalled { throw Self.noPDF }
    }

    func data(of report: CouncilReport, in language: MessageLanguage) throws -> Data {
        switch self {
        case .html: return Data(report.html(in: language).utf8)
        case .pdf:
            do {
                return try PDF.of(html: report.html(in: language))
            } catch PDF.Trouble.notInstalled {
                throw Self.noPDF
            } catch PDF.Trouble.failed(let why) {
                throw Refused.bySystem(
                    say("WeasyPrint n'a pas fait le PDF : \(why)", "WeasyPrint didn't make the PDF: \(why)"))
            }
        case .xlsx:
            do {
                return try report.workbook(in: language).data()
            } catch WorkbookTrouble.libraryMissing {
                throw Refused.byPerson(
                    say(
                        "Il faut le paquet libxlsxwriter4 pour écrire un classeur : installez-le, ou prenez --out rapport.html.",
                        "The package libxlsxwriter4 is needed to write a workbook: install it, or take --out report.html."
                    ))
            } catch WorkbookTrouble.notWritten {
                throw Refused.bySystem(
                    say(
                        "Le classeur n'a pas pu être écrit : le disque est plein ou en panne. Faites de la place, puis recommencez.",
                        "The workbook couldn't be written: the disk is full or failing. Make room, then do it again."))
            }
        }
    }

    private static var noPDF: Refused {
        .byPerson(
            say(
                "Pour un PDF, il faut WeasyPrint (sudo apt install weasyprint). Sans lui : --out rapport.html, et « Imprimer » dans le navigateur.",
                "A PDF needs WeasyPrint (sudo apt install weasyprint). Without it: --out report.html, and “Print” in the browser."
            ))
    }
}
