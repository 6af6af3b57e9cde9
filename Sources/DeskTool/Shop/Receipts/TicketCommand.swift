import ArgumentParser
import Foundation
import Reception
import Reports
import Terminal

struct TicketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket",
        abstract: say("Montre un ticket, ou donne son reçu.", "Shows a ticket, or gives its receipt."),
        discussion: say(
            """
            Exemples :
              desk ticket                     le dernier, à l'écran
              desk ticket 12 --print          son reçu, sur l'imprimante que nomme VITRINE_PRINTER
              desk ticket 12 --pdf reçu.pdf
              desk ticket 12 --reprint --print    une copie : DUPLICATA n° 1, notée dans la caisse
            """,
            """
            Examples:
              desk ticket                     the last one, on the screen
              desk ticket 12 --print          its receipt, on the printer that VITRINE_PRINTER names
              desk ticket 12 --pdf receipt.pdf
              desk ticket 12 --reprint --print    a copy: DUPLICATA n° 1, recorded in the till
            """))

    @Argument(
        help: .init(say("Son numéro ; le dernier sinon.", "Its number; the last one otherwise."), valueName: "number"))
    var number: Int?

    @Flag(name: .customLong("print"), help: .init(say("L'imprime.", "Prints it.")))
    var prints = false

    @Option(
        help: .init(say("L'écrit en PDF dans ce fichier.", "Writes it as a PDF into this file."), valueName: "file"),
        completion: .file(extensions: ["pdf"]))
    var pdf: String?

    @Option(
        help: .init(
            say("L'écrit en page HTML dans ce fichier.", "Writes it as a page of HTML into this file."),
            valueName: "file"),
        completion: .file(extensions: ["html"]))
    var html: String?

    @Flag(
        help: .init(
            say(
                "En fait une copie : DUPLICATA, une entrée de la caisse.",
                "Makes a copy of it: DUPLICATA, an entry of the till.")))
    var reprint = false

    @Option(help: .init(say("La largeur du papier : 42 ou 80 colonnes.", "The paper's width: 42 or 80 columns.")))
    var width: Int = 42

    @Flag(help: .init(say("Un ticket d'exercice.", "A ticket of practice.")))
    var training = false

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard ![42, 80].contains(width) else { return }
        throw ValidationError(
            say("--width : 42 ou 80 colonnes, pas \(width).", "--width: 42 or 80 columns, not \(width)."))
    }

    func run() throws {
        let printer = ReceiptPrinter(columns: width)
        if prints { try printer.check() }
        try options.withTill(till, now: .now) { desk in
            let entry = try desk.till.ticket(number, training: training)
            for file in [pdf, html].compactMap(\.self) { try OutputFile.check(file) }
            if pdf != nil, !PDF.isInstalled { throw Self.noPDF }
            let isGiven = prints || pdf != nil || html != nil
            let copies = reprint ? try copy(of: entry, at: desk) : 0
            if isGiven, !reprint { try refuseSecondOriginal(entry, at: desk.till) }
            let receipt = try ReceiptOf.of(entry, copies: copies, at: desk.till)
            if let pdf { try write(receipt, asPDF: pdf) }
            if let html { try OutputFile.write(Data(receipt.html.utf8), to: html) }
            if prints { try printer.print(receipt) }
            if json { return try printJSON(entry) }
            if !isGiven { return print(receipt.text(columns: width), terminator: "") }
            for file in [pdf, html].compactMap(\.self) where file != "-" {
                print(say("Reçu dans \(file).", "Receipt in \(file)."))
            }
            if prints { print(say("Reçu imprimé.", "Receipt printed.")) }
        }
    }

    /// Seals the copy; returns which it is.
    private func copy(of entry: TillEntry, at desk: TillDesk) throws -> Int {
        guard let ticket = entry.content.ticket else { return 0 }
        let sealed = try desk.perform(.reprint(ticket: ticket.number), training: training)
        guard case .reprint(let reprint) = sealed.content else { return 0 }
        tell(
            say(
                "DUPLICATA n° \(reprint.copy) du ticket \(ticket.number), noté dans la caisse.",
                "DUPLICATA n° \(reprint.copy) of ticket \(ticket.number), recorded in the till."))
        return reprint.copy
    }

    /// An original is given while its buyer is there. What is asked for later is a copy, and says so.
    private func refuseSecondOriginal(_ entry: TillEntry, at till: any Till) throws {
        let last = try till.ticket(nil, training: training)
        guard entry.id != last.id, let number = entry.content.ticket?.number else { return }
        throw Refused.byPerson(
            say(
                "Le ticket \(number) n'est plus le dernier : son reçu sera une copie. Ajoutez --reprint : il portera DUPLICATA, et la caisse le notera.",
                "Ticket \(number) isn't the last one any more: its receipt will be a copy. Add --reprint: it will say DUPLICATA, and the till records it."
            ))
    }

    private static var noPDF: Refused {
        .byPerson(
            say(
                "Pour un PDF, il faut WeasyPrint (sudo apt install weasyprint). Sans lui : desk ticket --html reçu.html, et « Imprimer » dans le navigateur.",
                "A PDF needs WeasyPrint (sudo apt install weasyprint). Without it: desk ticket --html receipt.html, and “Print” in the browser."
            ))
    }

    private func write(_ receipt: Receipt, asPDF file: String) throws {
        do {
            try OutputFile.write(PDF.of(html: receipt.html), to: file)
        } catch PDF.Trouble.notInstalled {
            throw Self.noPDF
        } catch PDF.Trouble.failed(let why) {
            throw Refused.bySystem(
                say("WeasyPrint n'a pas fait le PDF : \(why)", "WeasyPrint didn't make the PDF: \(why)"))
        }
    }
}
