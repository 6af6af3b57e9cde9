/// Why there is no workbook.
public enum WorkbookTrouble: Error, Hashable {
    /// libxlsxwriter isn't on this machine.
    case libraryMissing
    /// The disk is full or fails.
    case notWritten
}
