import Foundation

/// Whether somebody is there who can answer: scripts aren't asked.
public var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

/// Asks a question that `o`, `oui`, `y` or `yes` answers with yes; anything else, and the end of the input, is no.
public func ask(_ question: String) -> Bool {
    let answer = askLine(question + say(" [o/N] ", " [y/N] "))?.lowercased() ?? ""
    return ["o", "oui", "y", "yes"].contains(answer)
}

/// Asks for a line of text; nil when it is empty, or the input ends.
public func askText(_ question: String) -> String? {
    let answer = (askLine(question) ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return answer.isEmpty ? nil : answer
}

/// Asks for a line, as it is typed; nil when the input ends, which ends the question's line too.
public func askLine(_ question: String) -> String? {
    FileHandle.standardError.write(Data(question.utf8))
    let answer = readLine()
    if answer == nil { FileHandle.standardError.write(Data("\n".utf8)) }
    return answer
}
