/// Lines of one width.
struct TextPage {
    let columns: Int
    private(set) var text = ""

    init(columns: Int) { self.columns = columns }

    mutating func add(_ line: String) {
        var line = line.replacing("\u{A0}", with: " ")
        while line.last == " " { line.removeLast() }
        text += line + "\n"
    }

    mutating func centred(_ words: String) {
        for line in Self.lines(words, within: columns) {
            add(String(repeating: " ", count: (columns - line.count) / 2) + line)
        }
    }

    mutating func wrapped(_ words: String) {
        for line in Self.lines(words, within: columns) { add(line) }
    }

    /// Words at the left and an amount at the right; on several lines when they don't fit on one.
    mutating func pair(_ words: String, _ amount: String) {
        let indent = words.prefix { $0 == " " }
        let lines = Self.lines(String(words.dropFirst(indent.count)), within: columns - indent.count - amount.count - 1)
        for line in lines.dropLast() { add(indent + line) }
        let last = indent + (lines.last ?? "")
        add(last + String(repeating: " ", count: max(1, columns - last.count - amount.count)) + amount)
    }

    /// Cells of one width, at their right.
    mutating func columns(_ cells: [String]) {
        let width = columns / cells.count
        add(cells.map { String(repeating: " ", count: max(0, width - $0.count)) + $0 }.joined())
    }

    /// Words on as many lines as they need; one that is too long is cut.
    static func lines(_ text: String, within columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = word
            if !line.isEmpty, line.count + 1 + word.count <= columns {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while word.count > columns {
                lines.append(String(word.prefix(columns)))
                word = word.dropFirst(columns)
            }
            line = String(word)
        }
        return lines + [line]
    }
}
