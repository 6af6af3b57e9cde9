import Foundation
import Reception
import Terminal

/// A file of rows that somebody hands in, read whole before anything is made of it.
struct CSVFile {
    /// As it was given.
    let name: String
    /// Without the empty ones.
    let rows: [CSVReader.Row]
    let separator: UInt8
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
        separator = CSVReader.separator(of: file.text)
        do {
            rows = try CSVReader.rows(of: file.text, separator: separator).filter { !$0.isEmpty }
        } catch {
            throw Refused.byPerson(
                say(
                    "\(path), ligne \(error.number) : un guillemet s'ouvre et ne se ferme pas, ou se ferme au milieu d'une case.",
                    "\(path), line \(error.number): a quote opens and doesn't close, or closes in the middle of a field."
                ))
        }
    }

    /// Says that the file was read otherwise than as UTF-8, if it was: accents may be wrong.
    func tellEncoding() {
        guard isWindows else { return }
        tell(
            say(
                "\(name) n'est pas en UTF-8 ; il a été lu comme du Windows-1252 (Latin-1).",
                "\(name) isn't UTF-8; it was read as Windows-1252 (Latin-1)."))
    }

    /// A field without white space around it, and one space where it has several.
    static func trimmed(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

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
