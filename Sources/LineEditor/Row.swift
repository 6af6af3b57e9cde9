/// A row of text on a terminal.
public struct Row: Hashable, Sendable {
    /// How it stands out, where there is colour.
    public enum Tone: Hashable, Sendable {
        case plain, strong, faint, good, warning
    }

    /// What it says.
    public var text: String
    /// How it stands out.
    public var tone: Tone

    /// A row.
    public init(_ text: String, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }

    /// With the terminal's own codes around it, where there is colour.
    public func styled(colour: Bool) -> String {
        guard colour, !text.isEmpty else { return text }
        let code: String
        switch tone {
        case .plain: return text
        case .strong: code = "1"
        case .faint: code = "2"
        case .good: code = "32"
        case .warning: code = "33"
        }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
