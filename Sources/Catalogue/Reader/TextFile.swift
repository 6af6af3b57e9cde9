import Native

/// A text of `content/`: UTF-8 without byte order mark.
enum TextFile {
    /// Nil when the bytes aren't text; the report says why.
    static func decode(_ bytes: [UInt8], report: FileReport) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            report.error(.byteOrderMark, line: 1)
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            report.error(.notUTF8, line: firstBadLine(bytes))
            return nil
        }
        return text
    }

    private static func firstBadLine(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let bad = lines.firstIndex { $0.contains(0) || String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }
}
