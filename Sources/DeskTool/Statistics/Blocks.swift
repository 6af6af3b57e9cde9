import Terminal

/// What bars and shades are drawn with: blocks to the eighth, or letters where the terminal has no such characters.
struct Blocks {
    let hasBlocks: Bool

    init(_ console: Console) { hasBlocks = console.hasBlocks }

    /// A bar to the right; whatever isn't zero is seen.
    func bar(_ count: Int, of longest: Int, width: Int) -> String {
        guard count > 0, longest > 0, width > 0 else { return "" }
        let eighths = max(Int((Double(count) * Double(width) * 8 / Double(longest)).rounded(.down)), 1)
        guard hasBlocks else { return String(repeating: "#", count: max((eighths + 4) / 8, 1)) }
        return String(repeating: "█", count: eighths / 8) + Self.lying[eighths % 8]
    }

    /// A bar to the left, as wide as what is there for it.
    func leftward(_ count: Int, of longest: Int, width: Int) -> String {
        guard count > 0, longest > 0, width > 0 else { return String(repeating: " ", count: width) }
        let halves = max(Int((Double(count) * Double(width) * 2 / Double(longest)).rounded(.down)), 1)
        let bar =
            hasBlocks
            ? (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
            : String(repeating: "#", count: (halves + 1) / 2)
        return String(repeating: " ", count: width - bar.count) + bar
    }

    /// A piece of a column that stands: so many eighths of a character are filled.
    func standing(_ eighths: Int) -> Character {
        guard hasBlocks else { return eighths >= 4 ? "#" : " " }
        return Self.standing[min(max(eighths, 0), 8)]
    }

    /// A piece of a column that hangs.
    func hanging(_ eighths: Int) -> Character {
        guard hasBlocks else { return eighths >= 4 ? "#" : " " }
        return eighths >= 8 ? "█" : eighths >= 4 ? "▀" : eighths >= 1 ? "▔" : " "
    }

    /// What stands behind.
    var shadow: Character { hasBlocks ? "░" : ":" }
    var axis: Character { hasBlocks ? "─" : "-" }
    var corner: Character { hasBlocks ? "┼" : "+" }
    var side: Character { hasBlocks ? "│" : "|" }

    /// Five shades, from nothing to the most.
    func shade(_ count: Int, of most: Int) -> Character {
        let shades: [Character] = hasBlocks ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "*", "#"]
        guard count > 0, most > 0 else { return shades[0] }
        return shades[min(1 + (count * 4 - 1) / most, 4)]
    }

    private static let lying = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let standing: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
