/// A table written as text: one literal, where an array of a thousand would take the compiler and every start much longer.
enum Table {
    /// Lines, each split at its semicolons.
    static func rows(of text: String) -> [[String]] {
        text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { String(Substring($0)) }
        }
    }

    /// The words of a cell, between commas.
    static func words(_ cell: String) -> [String] {
        cell.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
    }
}
