import Foundation

/// Whether somebody is there who can answer: scripts aren't asked.
public var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

/// Asks a question that `o`, `oui`, `y` or `yes` answers with yes; anything else, and the end of the input, is no.
public func ask(_ question: String) -> Bool {
    FileHandle.standardError.write(Data((question + say(" [o/N] ", " [y/N] ")).utf8))
    let answer = readLine()?.lowercased() ?? ""
    return ["o", "oui", "y", "yes"].contains(answer)
}
