import Foundation
import Reception
import Reports
import Terminal

/// The printer of receipts that `VITRINE_PRINTER` names: a device (`/dev/usb/lp0`), or a command that reads its input (`lp -d ticket -o raw`).
struct ReceiptPrinter {
    /// Columns of its paper.
    var columns = 42

    /// Whether there is one; else says how to name it. Asked before anything is sealed for it.
    func check() throws {
        guard setting("PRINTER") == nil else { return }
        throw Refused.byPerson(
            say(
                "Aucune imprimante n'est nommée. Par exemple : VITRINE_PRINTER=/dev/usb/lp0, ou VITRINE_PRINTER=\"lp -d ticket -o raw\". Sans elle : desk ticket --html reçu.html",
                "No printer is named. For example: VITRINE_PRINTER=/dev/usb/lp0, or VITRINE_PRINTER=\"lp -d ticket -o raw\". Without one: desk ticket --html receipt.html"
            ))
    }

    /// Sends a receipt to it.
    func print(_ receipt: Receipt) throws {
        try check()
        guard let printer = setting("PRINTER") else { return }
        let bytes = receipt.printerBytes(columns: columns)
        if printer.hasPrefix("/"), !printer.contains(" ") {
            try write(bytes, toDevice: printer)
        } else {
            try write(bytes, toCommand: printer)
        }
    }

    private func write(_ bytes: [UInt8], toDevice path: String) throws {
        let device = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY)
        guard device >= 0 else { throw failed(path, String(cString: strerror(errno))) }
        let handle = FileHandle(fileDescriptor: device, closeOnDealloc: true)
        do { try handle.write(contentsOf: Data(bytes)) } catch { throw failed(path, error.localizedDescription) }
    }

    private func write(_ bytes: [UInt8], toCommand command: String) throws {
        let process = Process()
        let input = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        // A command that doesn't read ends by itself, and is told by its exit code.
        signal(SIGPIPE, SIG_IGN)
        do { try process.run() } catch { throw failed(command, error.localizedDescription) }
        try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw failed(command, say("code \(process.terminationStatus)", "code \(process.terminationStatus)"))
        }
    }

    private func failed(_ printer: String, _ why: String) -> Refused {
        .bySystem(
            say(
                "L'imprimante « \(printer) » n'a rien pris (\(why)). Le ticket, lui, est enregistré. Vérifiez le papier et le câble, puis : desk ticket --print",
                "The printer “\(printer)” took nothing (\(why)). The ticket is recorded all the same. Check the paper and the cable, then: desk ticket --print"
            ))
    }
}

/// Receipts of a till's entries.
enum ReceiptOf {
    /// The one that the buyer gets.
    static func original(_ entry: TillEntry, at till: any Till) throws -> Receipt { try of(entry, copies: 0, at: till) }

    /// The receipt, or a copy of it.
    static func of(_ entry: TillEntry, copies: Int, at till: any Till) throws -> Receipt {
        let receipt = Receipt(
            of: entry, setting: till.setting, clock: till.clock, software: Software.name, copies: copies)
        guard let receipt else {
            throw Refused.bySystem(say("Cette entrée n'est pas un ticket.", "This entry isn't a ticket."))
        }
        return receipt
    }
}
