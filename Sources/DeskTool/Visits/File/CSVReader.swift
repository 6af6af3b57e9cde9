/// Rows of text with separators (RFC 4180): fields may be quoted, a quoted one may hold separators, line ends and doubled quotes.
struct CSVReader {
    struct Row: Equatable {
        /// The line of the file it begins on, from 1.
        let number: Int
        let fields: [String]

        var isEmpty: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    }

    struct Broken: Error, Equatable {
        /// The line of the file where the field begins that doesn't end as it should.
        let number: Int
    }

    /// What stands between fields, by the first line: the one of `;`, `,` and tab that it has most of.
    static func separator(of text: String) -> UInt8 {
        let line = text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in line.count { $0 == candidate } }
        let most = counts.max() ?? 0
        return zip(candidates, counts).first { $0.1 == most }?.0 ?? candidates[0]
    }

    /// Every row, the empty ones too. Lines end with LF, CRLF or CR.
    static func rows(of text: String, separator: UInt8) throws(Broken) -> [Row] {
        var reader = CSVReader(bytes: Array(text.utf8), separator: separator)
        return try reader.rows()
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    private init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    private mutating func rows() throws(Broken) -> [Row] {
        var rows: [Row] = []
        while position < bytes.count {
            let number = line
            var fields = [try field()]
            while position < bytes.count, bytes[position] == separator {
                position += 1
                fields.append(try field())
            }
            endLine()
            rows.append(Row(number: number, fields: fields))
        }
        return rows
    }

    private mutating func field() throws(Broken) -> String {
        guard position < bytes.count, bytes[position] == Self.quote else { return plainField() }
        let start = line
        position += 1
        var field: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else {
                    guard isAtEndOfField else { throw Broken(number: start) }
                    return String(decoding: field, as: UTF8.self)
                }
                position += 1
            }
            if byte == 0x0A || byte == 0x0D && (position == bytes.count || bytes[position] != 0x0A) { line += 1 }
            field.append(byte)
        }
        throw Broken(number: start)
    }

    private mutating func plainField() -> String {
        let start = position
        while !isAtEndOfField { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private var isAtEndOfField: Bool {
        position == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[position])
    }

    private mutating func endLine() {
        guard position < bytes.count else { return }
        if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
        position += 1
        line += 1
    }

    private static let quote = UInt8(ascii: "\"")
}
