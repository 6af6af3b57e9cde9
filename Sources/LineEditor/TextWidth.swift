import CLibEdit
import Glibc

/// How many columns a text takes on a terminal.
public enum TextWidth {
    /// Columns; characters that aren't written take none.
    public static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// The text, or as much of it as fits with « … » behind.
    public static func cut(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        var kept = String.UnicodeScalarView()
        var room = columns - 1
        for scalar in text.unicodeScalars {
            room -= width(scalar)
            if room < 0 { break }
            kept.append(scalar)
        }
        return String(kept) + "…"
    }

    /// The text on as many rows as it needs, broken between words. A row that goes on begins where the first one does, and two columns in.
    public static func wrapped(_ text: String, to columns: Int) -> [String] {
        guard of(text) > columns else { return [text] }
        let indent = String(text.prefix { $0 == " " }) + "  "
        let margin = of(indent) < columns / 2 ? indent : ""
        var rows: [String] = []
        var rest = text[...]
        while of(String(rest)) > columns {
            let fitting = beginning(of: rest, within: columns)
            let blank = fitting.lastIndex(of: " ").flatMap { fitting[..<$0].allSatisfy { $0 == " " } ? nil : $0 }
            let end = blank ?? fitting.endIndex
            rows.append(String(rest[..<end]))
            rest = Substring(margin + rest[end...].drop { $0 == " " })
        }
        return rows + [String(rest)]
    }

    /// As much as fits, and at least one character.
    private static func beginning(of text: Substring, within columns: Int) -> Substring {
        var room = columns
        let end = text.indices.first { index in
            room -= of(String(text[index]))
            return room < 0
        }
        return text[..<max(end ?? text.endIndex, text.index(after: text.startIndex))]
    }

    /// Whether the system can tell. libedit too takes bytes for characters by the locale; what is written here is UTF-8, whatever the
    /// environment says.
    static let isKnown = setlocale(LC_CTYPE, "C.UTF-8") != nil

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        isKnown ? max(0, Int(vitrine_width(wchar_t(bitPattern: scalar.value)))) : 1
    }
}
