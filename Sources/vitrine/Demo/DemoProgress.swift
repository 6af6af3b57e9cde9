import Demonstration
import Foundation
import Reception
import Terminal

/// One line on a terminal that says how far it is; nothing where nobody looks.
struct DemoProgress {
    private let isSeen = isatty(STDERR_FILENO) == 1
    private var told = -1

    mutating func tell(_ written: DemonstrationWriter.Written) {
        let percent = written.days * 100 / written.allDays
        guard isSeen, percent != told else { return }
        told = percent
        let (year, month, _) = written.day.parts
        let counted = say("\(percent) %", "\(percent)%")
        write("\r\u{1B}[K\(month < 10 ? "0" : "")\(month)/\(year)  \(counted)")
    }

    /// Takes the line away.
    func end() {
        if isSeen, told >= 0 { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
