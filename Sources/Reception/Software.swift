/// What this program is, as receipts and the till's first entry say it.
public enum Software {
    /// Such as `0.1.0`.
    public static let version = "0.1.0"
    /// Name and version.
    public static let name = "Vitrine " + version
}
