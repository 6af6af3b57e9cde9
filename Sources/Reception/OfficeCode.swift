/// The code of an office, a column of every fact, and how a demonstration's facts are told from real ones for ever, wherever they are copied.
public enum OfficeCode {
    /// What the code of a demonstration's office begins with; the content of no office may be called so.
    public static let demonstrationPrefix = "demo-"

    /// What an office is called in a demonstration.
    public static func ofDemonstration(_ office: String) -> String {
        isOfDemonstration(office) ? office : demonstrationPrefix + office
    }

    /// Whether facts with this code were made up.
    public static func isOfDemonstration(_ code: String) -> Bool { code.hasPrefix(demonstrationPrefix) }
}
