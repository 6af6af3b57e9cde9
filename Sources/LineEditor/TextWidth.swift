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
        let margin = String(text.prefix { $0 == " " }) + "  "
        var rows = [String(text.prefix { $0 == " " })]
        for word in text.split(separator: " ") {
            var row = rows[rows.count - 1]
            if of(row) + 1 + of(String(word)) > columns, row.contains(where: { $0 != " " }) {
                rows.append(margin)
                row = margin
            }
            let joins = row.contains { $0 != " " }
            rows[rows.count - 1] = cut(row + (joins ? " " : "") + word, to: columns)
        }
        return rows
    }

    /// Whether the system can tell. libedit too takes bytes for characters by the locale; what is written here is UTF-8, whatever the
    /// environment says.
    static let isKnown = setlocale(LC_CTYPE, "C.UTF-8") != nil

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        isKnown ? max(0, Int(vitrine_width(wchar_t(bitPattern: scalar.value)))) : 1
    }
}
