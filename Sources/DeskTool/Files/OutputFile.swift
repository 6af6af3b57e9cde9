import Foundation
import Terminal

/// A file that a command writes for somebody.
enum OutputFile {
    /// Writes it, in one step; `-` is standard output. Throws what a person can do about it.
    static func write(_ data: Data, to path: String) throws {
        if path == "-" { return FileHandle.standardOutput.write(data) }
        do {
            try data.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Refused.byPerson(
                say(
                    "Le fichier « \(path) » ne peut pas être écrit : vérifiez le dossier, vos droits et la place qui reste.",
                    "The file “\(path)” can't be written: check the folder, your rights and the room left."))
        }
    }
}
