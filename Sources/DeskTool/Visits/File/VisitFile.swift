import Foundation
import Reception
import Terminal

/// A file of visits, a desk line each: one column of lines, or several whose first row names them.
struct VisitFile {
    struct Row {
        /// The line of the file, from 1.
        let number: Int
        /// The desk's line.
        let line: String
        /// When, as after `@`; empty when the row doesn't say.
        let when: String
        /// What the file calls it; empty when it doesn't.
        let id: String
    }

    enum Column: String {
        case line, when, id

        /// As it may be headed, in French or English.
        init?(heading: String) {
            switch heading.lowercased().filter({ !$0.isWhitespace }) {
            case "line", "ligne", "visit", "visite": self = .line
            case "when", "at", "quand", "moment": self = .when
            case "id": self = .id
            default: return nil
            }
        }

        var name: String {
            switch self {
            case .line: say("ligne", "line")
            case .when: say("quand", "when")
            case .id: "id"
            }
        }
    }

    /// As it was given.
    let name: String
    let rows: [Row]
    /// Whether it had to be read as Windows-1252.
    let isWindows: Bool
    /// When it was last written; nil of standard input.
    let modified: Instant?

    /// Reads a file, `-` is standard input. Throws what a person can do about it.
    init(_ path: String) throws {
        name = path
        let bytes = try Self.bytes(of: path)
        modified = path == "-" ? nil : Self.modified(path)
        guard bytes.count <= Self.sizeLimit else {
            throw Refused.byPerson(
                say(
                    "\(path) dépasse 8 Mo ; coupez-le en plusieurs fichiers.",
                    "\(path) is over 8 MB; cut it into several files."))
        }
        guard let file = TextFile(bytes) else {
            throw Refused.byPerson(
                say(
                    "\(path) n'est pas un texte. Dans le tableur, enregistrez-le en « CSV UTF-8 ».",
                    "\(path) isn't a text. In the spreadsheet, save it as “CSV UTF-8”."))
        }
        isWindows = file.isWindows
        rows = try Self.rows(file.text, of: path)
        guard !rows.isEmpty else {
            throw Refused.byPerson(say("\(path) ne contient aucune visite.", "\(path) has no visit in it."))
        }
    }

    private static func rows(_ text: String, of name: String) throws -> [Row] {
        let rows: [CSVReader.Row]
        let separator = CSVReader.separator(of: text)
        do {
            rows = try CSVReader.rows(of: text, separator: separator).filter { !$0.isEmpty }
        } catch {
            throw Refused.byPerson(
                say(
                    "\(name), ligne \(error.number) : un guillemet s'ouvre et ne se ferme pas, ou se ferme au milieu d'une case.",
                    "\(name), line \(error.number): a quote opens and doesn't close, or closes in the middle of a field."
                ))
        }
        guard let first = rows.first else { return [] }
        guard let columns = try columns(first, of: name) else {
            return rows.map { Row(number: $0.number, line: trimmed($0.fields[0]), when: "", id: "") }
        }
        return try rows.dropFirst().map { row in
            guard row.fields.dropFirst(columns.count).allSatisfy({ trimmed($0).isEmpty }) else {
                throw Refused.byPerson(
                    say(
                        "\(name), ligne \(row.number) : \(row.fields.count) cases pour \(columns.count) colonnes. Mettez entre guillemets ce qui contient « \(Unicode.Scalar(separator)) ».",
                        "\(name), line \(row.number): \(row.fields.count) fields for \(columns.count) columns. Put what holds “\(Unicode.Scalar(separator))” between quotes."
                    ))
            }
            func field(_ column: Column) -> String {
                columns.firstIndex(of: column).flatMap { $0 < row.fields.count ? trimmed(row.fields[$0]) : nil } ?? ""
            }
            return Row(number: row.number, line: field(.line), when: field(.when), id: field(.id))
        }
    }

    /// What the first row names; nil when it is a visit already, which only a file of one column may begin with.
    private static func columns(_ first: CSVReader.Row, of name: String) throws -> [Column]? {
        let columns = first.fields.map(Column.init(heading:))
        if first.fields.count == 1, columns == [nil] { return nil }
        let known = columns.compactMap(\.self)
        let named = first.fields.filter { !trimmed($0).isEmpty }
        guard known.count == named.count, Set(known).count == known.count, known.contains(.line) else {
            throw Refused.byPerson(
                say(
                    "\(name), ligne 1 : ces titres de colonnes ne sont pas les bons. Il faut « ligne », et si l'on veut « quand » et « id ».",
                    "\(name), line 1: these aren't the right column headings. There must be “line”, and there may be “when” and “id”."
                ))
        }
        return known
    }

    private static func trimmed(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        do {
            let handle = try path == "-" ? FileHandle.standardInput : FileHandle(forReadingFrom: URL(filePath: path))
            return try Array(handle.read(upToCount: sizeLimit + 1) ?? Data())
        } catch {
            throw Refused.byPerson(
                say(
                    "Le fichier « \(path) » ne peut pas être lu : il n'existe pas, ou vous n'y avez pas accès.",
                    "The file “\(path)” can't be read: it isn't there, or you may not read it."))
        }
    }

    private static func modified(_ path: String) -> Instant? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1_000)
    }

    private static let sizeLimit = 8 << 20
}
