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

    /// Whether the system can tell. libedit too takes bytes for characters by the locale; what is written here is UTF-8, whatever the
    /// environment says.
    static let isKnown = setlocale(LC_CTYPE, "C.UTF-8") != nil

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        isKnown ? max(0, Int(vitrine_width(wchar_t(bitPattern: scalar.value)))) : 1
    }
}
