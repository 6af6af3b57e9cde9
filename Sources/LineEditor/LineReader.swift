/// Where lines come from that a person types.
public protocol LineReader {
    /// Whether `read` can show a text to be edited, and rows below the line.
    var canEdit: Bool { get }
    /// Has a line typed after `prompt`; `text` stands there already where the terminal can be drawn on.
    func read(prompt: String, text: String) -> LineEnd
    /// Puts a line into the history that the person can go back through.
    func remember(_ line: String)
}

/// How the typing of a line ended. What was typed and not entered comes with it.
public enum LineEnd: Hashable, Sendable {
    /// Enter.
    case line(String)
    /// Ctrl-C.
    case interrupted(String)
    /// Ctrl-D on an empty line.
    case ended
    /// The terminal was closed, or the process told to end: by this signal.
    case hungUp(String, signal: Int32)
}
