/// The text of a file as spreadsheets save it: UTF-8 with or without its mark, else Windows-1252, of which Latin-1 is a part.
struct TextFile {
    let text: String
    /// Whether it wasn't UTF-8.
    let isWindows: Bool

    /// Nil when it is no text: a spreadsheet's own file, UTF-16, a picture.
    init?(_ bytes: [UInt8]) {
        guard !bytes.contains(0) else { return nil }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: body, as: UTF8.self) {
            self.text = text
            isWindows = false
            return
        }
        var text = String.UnicodeScalarView()
        for byte in body {
            guard let scalar = Self.scalar(byte) else { return nil }
            text.append(scalar)
        }
        self.text = String(text)
        isWindows = true
    }

    /// Windows-1252; nil for the five bytes it leaves out.
    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(special[Int(byte) - 0x80]).flatMap { $0 == "\0" ? nil : $0 }
    }

    private static let special: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
