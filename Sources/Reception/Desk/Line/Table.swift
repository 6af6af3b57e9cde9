/// A table written as text: one literal, where an array of a thousand would take the compiler and every start much longer.
enum Table {
    /// Lines, each split at its semicolons.
    static func rows(of text: String) -> [[String]] {
        let bytes = Array(text.utf8)
        return pieces(of: bytes[...], at: UInt8(ascii: "\n")).map { line in
            pieces(of: line, at: UInt8(ascii: ";")).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The words of a cell, between commas.
    static func words(_ cell: String) -> [String] {
        if cell.isEmpty { return [] }
        let bytes = Array(cell.utf8)
        return pieces(of: bytes[...], at: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// By hand: `split` looks at each byte through generic calls, and a visit at the desk waits for three tables.
    private static func pieces(of bytes: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        for index in bytes.indices where bytes[index] == separator {
            pieces.append(bytes[start..<index])
            start = index + 1
        }
        pieces.append(bytes[start...])
        return pieces
    }
}
