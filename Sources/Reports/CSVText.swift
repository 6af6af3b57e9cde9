/// Rows as text for programs and spreadsheets (RFC 4180): quotes where a field needs them.
public enum CSVText {
    /// The rows, with a separator between fields and an end after each line.
    public static func text(_ rows: [[String]], separator: Character = ",", lineEnd: String = "\n") -> String {
        rows.map { fields in
            fields.map { quoted($0, separator) }.joined(separator: String(separator)) + lineEnd
        }.joined()
    }

    private static func quoted(_ field: String, _ separator: Character) -> String {
        let isPlain = !field.contains { $0 == separator || $0 == "\"" || $0.isNewline }
        return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
