import Foundation

/// What standard output is shown on: how wide it is, whether it has colours.
public struct Console: Sendable {
    /// How many columns there are; 80 when nobody can say.
    public let columns: Int
    /// Whether colours help: on a terminal that isn't dumb, unless `NO_COLOR` says otherwise.
    public let hasColours: Bool
    /// Whether it shows block characters: its locale is in UTF-8.
    public let hasBlocks: Bool

    /// A console out of its parts.
    public init(columns: Int, hasColours: Bool, hasBlocks: Bool = true) {
        self.columns = columns
        self.hasColours = hasColours
        self.hasBlocks = hasBlocks
    }

    /// The console of this process.
    public static func ofStandardOutput() -> Console {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Console(
            columns: isKnown ? Int(size.ws_col) : 80,
            hasColours: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb",
            hasBlocks: isUTF8(environment))
    }

    /// What the first of these that is set says of characters; nothing set is as good as ASCII.
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.uppercased()
        return name.contains("UTF-8") || name.contains("UTF8")
    }

    /// How a text is set apart from those around it.
    public enum Style: String, Sendable {
        case bold = "1"
        case faint = "2"
        case bar = "36"
    }

    /// The text in that style, where there are colours.
    public func styled(_ text: String, _ style: Style) -> String {
        hasColours && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
